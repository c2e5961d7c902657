package dev.drumbeat.incentives;

import dev.drumbeat.incentives.Agreement.Version;
import dev.drumbeat.incentives.Projection.Movement;
import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.settlement.Figure;
import dev.drumbeat.incentives.settlement.Line;
import dev.drumbeat.incentives.settlement.LineKind;
import dev.drumbeat.incentives.settlement.PeriodFacts;
import dev.drumbeat.incentives.settlement.Settlement;
import dev.drumbeat.incentives.settlement.Settlement.Mode;
import dev.drumbeat.incentives.terms.Terms;
import dev.drumbeat.platform.calendar.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a settlement period pays as things stand, and what moved it. Pure. */
final class Project {
    private Project() {}

    /** Empty when no signed version pays the running period. */
    static Optional<Projection> of(Agreement agreement, FactsOfPeriod facts) {
        return running(agreement, facts).map(version -> {
            Period period = Period.at(version.terms().settlement(), facts.now(), facts.zone());
            return of(agreement, version, facts, facts.of(agreement.name(), version.terms(), period));
        });
    }

    static Optional<Version> running(Agreement agreement, FactsOfPeriod facts) {
        return agreement.signed().stream()
                .reduce((older, newer) -> newer)
                .flatMap(newest -> agreement.paying(Period.at(newest.terms().settlement(), facts.now(), facts.zone())));
    }

    private static Projection of(Agreement agreement, Version version, FactsOfPeriod facts, PeriodFacts now) {
        Terms terms = version.terms();
        Settlement settlement = Settlement.of(terms, now, Mode.PROJECTED);
        Optional<PeriodFacts> before = Optional.of(now.period().previous())
                .filter(terms::covers)
                .map(period -> facts.of(agreement.name(), terms, period));
        Optional<Settlement> settledBefore = before.map(then -> Settlement.of(terms, then, Mode.STATED));
        return new Projection(
                agreement.name(),
                terms.displayName(),
                version.number(),
                now.period(),
                settlement.total(),
                settledBefore.map(Settlement::total),
                settlement.lines(),
                settledBefore
                        .map(then -> movements(terms, now, settlement, before.orElseThrow(), then))
                        .orElse(List.of()),
                Money.sum(
                        settlement.lines().stream()
                                .filter(line -> line.kind() == LineKind.TRANSPARENCY_CREDIT)
                                .map(Line::amount)
                                .toList(),
                        terms.currency()),
                terms.cap(),
                terms.floor(),
                questions(terms, now));
    }

    private static List<Movement> movements(
            Terms terms, PeriodFacts now, Settlement pays, PeriodFacts before, Settlement paid) {
        List<Movement> movements = new ArrayList<>();
        for (String kpi : terms.payingKpis()) {
            Optional<Figure> figure = Optional.ofNullable(now.figures().get(kpi));
            movements.add(new Movement(
                    kpi,
                    figure.map(Figure::displayName).orElse(Names.id(kpi)),
                    of(kpi, pays, terms.currency()),
                    of(kpi, paid, terms.currency()),
                    figure.flatMap(Figure::value),
                    Optional.ofNullable(before.figures().get(kpi)).flatMap(Figure::value)));
        }
        movements.sort(Comparator.comparing(
                        (Movement movement) -> movement.change().amount().abs())
                .reversed());
        return movements;
    }

    private static Money of(String kpi, Settlement settlement, String currency) {
        return Money.sum(
                settlement.lines().stream()
                        .filter(line -> line.kpi().equals(Optional.of(kpi)))
                        .map(Line::amount)
                        .toList(),
                currency);
    }

    private static List<String> questions(Terms terms, PeriodFacts now) {
        return terms.kpis().stream()
                .map(kpi -> Optional.ofNullable(now.figures().get(kpi)).orElseGet(() -> Figure.none(kpi)))
                .filter(figure -> figure.value().isEmpty() && !figure.inactive())
                .map(figure -> figure.displayName() + " has no figure in "
                        + now.period().name() + " yet.")
                .toList();
    }

    /** The running period with other figures. */
    static Settlement whatIf(
            Agreement agreement, Version version, FactsOfPeriod facts, Map<String, BigDecimal> assumed) {
        Period period = Period.at(version.terms().settlement(), facts.now(), facts.zone());
        PeriodFacts now = facts.of(agreement.name(), version.terms(), period);
        Map<String, Figure> figures = new HashMap<>(now.figures());
        assumed.forEach((kpi, value) -> figures.computeIfPresent(
                kpi,
                (name, known) ->
                        new Figure(name, known.displayName(), Optional.of(value), List.of(), false, List.of())));
        return Settlement.of(
                version.terms(), new PeriodFacts(period, figures, now.episodes(), now.forecasts()), Mode.PROJECTED);
    }
}
