package dev.drumbeat.incentives;

import dev.drumbeat.incentives.KpiHistory.Episode;
import dev.drumbeat.incentives.KpiHistory.Measured;
import dev.drumbeat.incentives.journal.Entry;
import dev.drumbeat.incentives.journal.Fact.Disclosed;
import dev.drumbeat.incentives.journal.Fact.ForecastDeclared;
import dev.drumbeat.incentives.settlement.EpisodeFacts;
import dev.drumbeat.incentives.settlement.EpisodeFacts.Told;
import dev.drumbeat.incentives.settlement.Figure;
import dev.drumbeat.incentives.settlement.PeriodFacts;
import dev.drumbeat.incentives.settlement.PeriodFacts.Forecasted;
import dev.drumbeat.incentives.terms.KpiFacts;
import dev.drumbeat.incentives.terms.Terms;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Side;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts together what a settlement period is paid by.
 *
 * @param disclosures and forecasts: entries of the journal, oldest first
 */
record FactsOfPeriod(KpiHistory history, List<Entry> disclosures, List<Entry> forecasts, ZoneId zone, Instant now) {
    PeriodFacts of(String agreement, Terms terms, Period period) {
        Map<String, Figure> figures = new HashMap<>();
        for (String name : terms.kpis()) {
            KpiFacts kpi = history.kpis().get(name);
            figures.put(
                    name,
                    kpi == null ? Figure.none(name) : Aggregate.of(kpi, history.current(name), period, zone, now));
        }
        return new PeriodFacts(period, figures, episodes(terms, period), declared(agreement, period));
    }

    private List<EpisodeFacts> episodes(Terms terms, Period period) {
        return history.episodes().stream()
                .filter(episode -> terms.payingKpis().contains(episode.kpi()))
                .map(episode -> facts(episode, period))
                .filter(episode -> episode.redPeriods() > 0)
                .sorted(Comparator.comparing(EpisodeFacts::name))
                .toList();
    }

    private EpisodeFacts facts(Episode episode, Period period) {
        int red = (int) history.current(episode.kpi()).stream()
                .filter(measured -> measured.red()
                        && inside(measured.period(), episode)
                        && Aggregate.within(measured.period(), period))
                .count();
        return new EpisodeFacts(
                episode.name(),
                episode.kpi(),
                episode.first().name(),
                red,
                Aggregate.within(episode.first(), period),
                told(episode));
    }

    private static boolean inside(Period part, Episode episode) {
        return part.frequency() == episode.first().frequency()
                && part.compareTo(episode.first()) >= 0
                && part.compareTo(episode.last()) <= 0;
    }

    /** The earliest word of the partner, before the first red figure came and before the owner noted the same. */
    private Optional<Told> told(Episode episode) {
        Optional<Instant> measuredAt = history.measured().getOrDefault(episode.kpi(), List.of()).stream()
                .filter(measured -> measured.period().equals(episode.first()))
                .map(Measured::recordedAt)
                .min(Comparator.naturalOrder());
        if (measuredAt.isEmpty()) {
            return Optional.empty();
        }
        Instant before = ownerNoted(episode)
                .filter(noted -> noted.isBefore(measuredAt.get()))
                .orElse(measuredAt.get());
        return disclosures.stream()
                .filter(entry ->
                        entry.actor().side() == Side.PARTNER && entry.at().isBefore(before))
                .map(entry -> (Disclosed) entry.fact())
                .filter(disclosed -> disclosed.kpi().equals(episode.kpi()) && inside(disclosed.period(), episode))
                .max(Comparator.comparingInt(Disclosed::daysBefore))
                .map(disclosed -> new Told(disclosed.name(), disclosed.daysBefore()));
    }

    private Optional<Instant> ownerNoted(Episode episode) {
        Optional<Instant> disclosed = disclosures.stream()
                .filter(entry -> entry.actor().side() == Side.OWNER
                        && entry.fact() instanceof Disclosed fact
                        && fact.kpi().equals(episode.kpi())
                        && inside(fact.period(), episode))
                .map(Entry::at)
                .min(Comparator.naturalOrder());
        Optional<Instant> noted = history.noted().getOrDefault(episode.kpi(), List.of()).stream()
                .filter(note -> inside(note.period(), episode))
                .map(KpiHistory.Noted::at)
                .min(Comparator.naturalOrder());
        return java.util.stream.Stream.of(disclosed, noted)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** The last one that was declared for each rule; declaring is refused when it is too late. */
    private Map<String, Forecasted> declared(String agreement, Period period) {
        Map<String, Forecasted> byRule = new HashMap<>();
        forecasts.stream()
                .map(entry -> (ForecastDeclared) entry.fact())
                .filter(forecast -> forecast.agreement().equals(agreement)
                        && forecast.period().equals(period))
                .forEach(forecast -> byRule.put(forecast.rule(), new Forecasted(forecast.value(), forecast.name())));
        return byRule;
    }
}
