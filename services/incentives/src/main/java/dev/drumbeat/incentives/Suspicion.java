package dev.drumbeat.incentives;

import dev.drumbeat.incentives.KpiHistory.Goal;
import dev.drumbeat.incentives.KpiHistory.Measured;
import dev.drumbeat.incentives.evidence.EvidenceKind;
import dev.drumbeat.incentives.journal.Fact.EvidencePoint;
import dev.drumbeat.incentives.journal.Fact.EvidenceShown;
import dev.drumbeat.incentives.settlement.PeriodFacts;
import dev.drumbeat.incentives.terms.KpiFacts;
import dev.drumbeat.incentives.terms.RuleBody.PriceAdjustment;
import dev.drumbeat.incentives.terms.RuleBody.Tiered;
import dev.drumbeat.incentives.terms.RuleBody.TruthfulTarget;
import dev.drumbeat.incentives.terms.Terms;
import dev.drumbeat.incentives.terms.Tier;
import dev.drumbeat.incentives.terms.Tiers;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Patterns in facts that may come from sandbagging, under terms in force. Only of one-sided KPIs that are paid by. Each pattern is
 * named by its kind, its KPI and what it is about, so that it is shown once.
 */
final class Suspicion {
    /** Consecutive periods that beat the target by at least {@link #WIDELY} times its distance to the red limit. */
    static final int BEATEN_PERIODS = 6;

    static final BigDecimal WIDELY = BigDecimal.valueOf(2);
    /** Values that decide about bunching, within half a mean moving range of a threshold. */
    static final int BUNCHED_VALUES = 7;

    static final int LOW_FORECASTS = 4;
    private static final int LOOKED_BACK = 26;

    private final String partnership;
    private final Terms terms;
    private final FactsOfPeriod facts;

    private Suspicion(String partnership, Terms terms, FactsOfPeriod facts) {
        this.partnership = partnership;
        this.terms = terms;
        this.facts = facts;
    }

    static List<EvidenceShown> of(String partnership, String agreement, Terms terms, FactsOfPeriod facts) {
        Suspicion suspicion = new Suspicion(partnership, terms, facts);
        List<EvidenceShown> found = new ArrayList<>();
        for (String name : terms.payingKpis()) {
            KpiFacts kpi = facts.history().kpis().get(name);
            if (kpi == null || kpi.direction().equals("WITHIN_RANGE")) {
                continue;
            }
            List<Measured> current = facts.history().current(name).stream()
                    .filter(measured -> measured.value().isPresent())
                    .toList();
            List<Measured> recent = current.subList(Math.max(0, current.size() - LOOKED_BACK), current.size());
            suspicion.beatenWidely(kpi, recent).ifPresent(found::add);
            for (BigDecimal threshold : suspicion.thresholds(kpi)) {
                suspicion.bunched(kpi, recent, threshold).ifPresent(found::add);
                found.addAll(suspicion.lateRevisions(kpi, threshold));
            }
        }
        suspicion.lowForecasts(agreement).forEach(found::add);
        return found;
    }

    /** Named by the target, so that a run which goes on, and leaves what is looked at, stays the same evidence. */
    private Optional<EvidenceShown> beatenWidely(KpiFacts kpi, List<Measured> recent) {
        List<EvidencePoint> run = new ArrayList<>();
        Optional<Goal> beaten = Optional.empty();
        for (Measured measured : recent) {
            Optional<Goal> goal = goal(kpi, measured.period());
            if (!goal.equals(beaten)) {
                run.clear();
                beaten = goal;
            }
            BigDecimal value = measured.value().orElseThrow();
            boolean widely = goal.filter(there -> {
                        BigDecimal band =
                                there.target().subtract(there.redLimit()).abs();
                        return band.signum() > 0
                                && betterBy(kpi, value, there.target()).compareTo(band.multiply(WIDELY)) >= 0;
                    })
                    .isPresent();
            if (widely) {
                run.add(new EvidencePoint(
                        measured.period().name(), value, goal.orElseThrow().target()));
            } else {
                run.clear();
            }
        }
        if (run.size() < BEATEN_PERIODS) {
            return Optional.empty();
        }
        Goal easy = beaten.orElseThrow();
        return Optional.of(shown(
                EvidenceKind.BEATEN_WIDELY,
                kpi,
                easy.target().toPlainString() + "/" + easy.redLimit().toPlainString(),
                "«" + kpi.displayName() + "» beat its target by at least twice the way to its red limit in "
                        + run.size() + " periods in a row: the target may be too easy.",
                run,
                Optional.of(easy.target())));
    }

    /** Chance alone puts about as many values just past a threshold as just before it; 7 to 0 comes once in 128. */
    private Optional<EvidenceShown> bunched(KpiFacts kpi, List<Measured> recent, BigDecimal threshold) {
        if (recent.size() < 12) {
            return Optional.empty();
        }
        BigDecimal moved = BigDecimal.ZERO;
        for (int i = 1; i < recent.size(); i++) {
            moved = moved.add(recent.get(i)
                    .value()
                    .orElseThrow()
                    .subtract(recent.get(i - 1).value().orElseThrow())
                    .abs());
        }
        BigDecimal window = moved.divide(BigDecimal.valueOf(2L * (recent.size() - 1)), MathContext.DECIMAL64);
        List<EvidencePoint> past = new ArrayList<>();
        int before = 0;
        for (Measured measured : recent) {
            BigDecimal by = betterBy(kpi, measured.value().orElseThrow(), threshold);
            if (by.signum() >= 0
                    && by.compareTo(window) <= 0
                    && !isPerfect(kpi, measured.value().orElseThrow())) {
                past.add(new EvidencePoint(
                        measured.period().name(), measured.value().orElseThrow(), threshold));
            } else if (by.signum() < 0 && by.negate().compareTo(window) <= 0) {
                before++;
            }
        }
        if (window.signum() == 0 || past.size() < BUNCHED_VALUES || before > 0) {
            return Optional.empty();
        }
        return Optional.of(shown(
                EvidenceKind.BUNCHED,
                kpi,
                threshold.toPlainString(),
                past.size() + " of the last " + recent.size() + " values of «" + kpi.displayName() + "» lie just past "
                        + threshold.toPlainString() + ", none just short of it.",
                past,
                Optional.of(threshold)));
    }

    /** Nothing can lie beyond: whoever is as good as can be did not aim for just past a threshold. */
    private static boolean isPerfect(KpiFacts kpi, BigDecimal value) {
        if (kpi.direction().equals("LOWER_IS_BETTER")) {
            return value.signum() <= 0;
        }
        return kpi.unit().equals("PERCENT") && value.compareTo(BigDecimal.valueOf(100)) >= 0;
    }

    private List<EvidenceShown> lateRevisions(KpiFacts kpi, BigDecimal threshold) {
        List<EvidenceShown> found = new ArrayList<>();
        List<Measured> all = facts.history().measured().getOrDefault(kpi.name(), List.of());
        for (int i = 1; i < all.size(); i++) {
            Measured before = all.get(i - 1);
            Measured after = all.get(i);
            if (!before.period().equals(after.period())
                    || before.value().isEmpty()
                    || after.value().isEmpty()
                    || after.recordedAt().isBefore(cutOff(after.period()))) {
                continue;
            }
            boolean crosses = betterBy(kpi, before.value().get(), threshold).signum() < 0
                    && betterBy(kpi, after.value().get(), threshold).signum() >= 0;
            if (crosses) {
                found.add(shown(
                        EvidenceKind.LATE_REVISION,
                        kpi,
                        after.period().name() + "@" + after.revision(),
                        "«" + kpi.displayName() + "» of " + after.period().name()
                                + " was revised after the cut-off, past " + threshold.toPlainString() + ".",
                        List.of(new EvidencePoint(
                                after.period().name(),
                                after.value().get(),
                                before.value().get())),
                        Optional.of(threshold)));
            }
        }
        return found;
    }

    private List<EvidenceShown> lowForecasts(String agreement) {
        List<EvidenceShown> found = new ArrayList<>();
        terms.rules().forEach(rule -> {
            KpiFacts kpi = rule.body() instanceof TruthfulTarget menu
                    ? facts.history().kpis().get(menu.kpi())
                    : null;
            if (kpi == null) {
                return;
            }
            List<EvidencePoint> low = new ArrayList<>();
            Period running = Period.at(terms.settlement(), facts.now(), facts.zone());
            for (Period period = terms.firstPeriod(); period.compareTo(running) < 0; period = period.next()) {
                PeriodFacts there = facts.of(agreement, terms, period);
                PeriodFacts.Forecasted forecast = there.forecasts().get(rule.id());
                Optional<BigDecimal> actual =
                        Optional.ofNullable(there.figures().get(kpi.name())).flatMap(figure -> figure.value());
                if (forecast == null || actual.isEmpty()) {
                    continue;
                }
                if (betterBy(kpi, actual.get(), forecast.value()).signum() > 0) {
                    low.add(new EvidencePoint(period.name(), actual.get(), forecast.value()));
                } else {
                    low.clear();
                }
            }
            if (low.size() >= LOW_FORECASTS) {
                found.add(shown(
                        EvidenceKind.LOW_FORECASTS,
                        kpi,
                        low.getFirst().period(),
                        "The last " + low.size() + " forecasts for «" + kpi.displayName()
                                + "» were all worse than what came.",
                        low,
                        Optional.empty()));
            }
        });
        return found;
    }

    /** Inner edges of tiers that pay by the KPI, and its target in force. */
    private TreeSet<BigDecimal> thresholds(KpiFacts kpi) {
        TreeSet<BigDecimal> thresholds = new TreeSet<>();
        terms.rules().forEach(rule -> {
            Optional<Tiers> tiers = switch (rule.body()) {
                case Tiered tiered when tiered.kpi().equals(kpi.name()) -> Optional.of(tiered.tiers());
                case PriceAdjustment adjustment
                when adjustment.kpi().equals(kpi.name()) -> Optional.of(adjustment.tiers());
                default -> Optional.empty();
            };
            tiers.stream()
                    .flatMap(all -> all.tiers().stream())
                    .map(Tier::lower)
                    .forEach(lower -> lower.ifPresent(thresholds::add));
        });
        Map<Period, Goal> goals = facts.history().goals().getOrDefault(kpi.name(), Map.of());
        goals.keySet().stream()
                .max(Period::compareTo)
                .ifPresent(latest -> goal(kpi, latest).ifPresent(goal -> thresholds.add(goal.target())));
        return thresholds;
    }

    private Optional<Goal> goal(KpiFacts kpi, Period period) {
        return Optional.ofNullable(
                facts.history().goals().getOrDefault(kpi.name(), Map.of()).get(period));
    }

    private Instant cutOff(Period part) {
        Period settled = part.frequency() == terms.settlement() ? part : part.in(terms.settlement());
        return settled.overdueAt(terms.graceDays(), facts.zone());
    }

    private static BigDecimal betterBy(KpiFacts kpi, BigDecimal value, BigDecimal than) {
        return kpi.direction().equals("LOWER_IS_BETTER") ? than.subtract(value) : value.subtract(than);
    }

    private EvidenceShown shown(
            EvidenceKind kind,
            KpiFacts kpi,
            String since,
            String text,
            List<EvidencePoint> points,
            Optional<BigDecimal> threshold) {
        return new EvidenceShown(
                Names.child(partnership, "evidence", Ids.of(kind.name(), kpi.name(), since)),
                kind,
                kpi.name(),
                kpi.displayName(),
                text,
                points,
                threshold,
                Side.PARTNER);
    }
}
