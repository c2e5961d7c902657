package dev.drumbeat.incentives;

import dev.drumbeat.incentives.KpiHistory.Episode;
import dev.drumbeat.incentives.KpiHistory.Goal;
import dev.drumbeat.incentives.KpiHistory.Measured;
import dev.drumbeat.incentives.terms.KpiFacts;
import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A scorecard as a test wants it: on-time delivery by month, in percent, red below 90. */
public final class FakeKpis implements Kpis {
    private static final BigDecimal RED = new BigDecimal("90");

    private final Clock clock;
    private final List<Measured> measured = new ArrayList<>();
    private final List<Episode> episodes = new ArrayList<>();
    private final Map<String, KpiFacts> kpis = new HashMap<>();
    private final AtomicBoolean down = new AtomicBoolean();
    private Goal goal = new Goal(new BigDecimal("95"), RED);
    private long revision = 1;

    public FakeKpis(Clock clock) {
        this.clock = clock;
    }

    public String onTimeDelivery(String partnership) {
        String name = partnership + "/kpis/on-time-delivery";
        kpis.put(
                name,
                new KpiFacts(
                        name,
                        "On-time delivery",
                        "PERCENT",
                        "",
                        1,
                        "HIGHER_IS_BETTER",
                        Frequency.MONTHLY,
                        5,
                        "MEAN",
                        false));
        return name;
    }

    public void record(String kpi, String period, String value) {
        Period named = Period.parse(period).orElseThrow();
        int revisions = (int)
                measured.stream().filter(known -> known.period().equals(named)).count();
        measured.replaceAll(known -> known.period().equals(named)
                ? new Measured(
                        known.name(),
                        known.period(),
                        known.revision(),
                        known.value(),
                        known.fraction(),
                        known.red(),
                        known.recordedAt(),
                        false)
                : known);
        BigDecimal figure = new BigDecimal(value);
        measured.add(new Measured(
                kpi + "/measurements/" + period + "@" + (revisions + 1),
                named,
                revisions + 1,
                Optional.of(figure),
                Optional.empty(),
                figure.compareTo(RED) < 0,
                clock.instant(),
                true));
        episodes.removeIf(episode -> episode.first().equals(named));
        if (figure.compareTo(RED) < 0) {
            String partnership = kpi.substring(0, kpi.indexOf("/kpis/"));
            episodes.add(new Episode(partnership + "/redEpisodes/on-time-delivery@" + period, kpi, named, named));
        }
        revision++;
    }

    /** The target of every period. */
    public void aim(String target, String redLimit) {
        goal = new Goal(new BigDecimal(target), new BigDecimal(redLimit));
        revision++;
    }

    public void down(boolean isDown) {
        down.set(isDown);
    }

    @Override
    public Map<String, Long> revisions(Collection<String> partnerships) {
        requireUp();
        Map<String, Long> all = new HashMap<>();
        partnerships.forEach(partnership -> all.put(partnership, revision));
        return all;
    }

    @Override
    public KpiHistory history(String partnership, Collection<String> wanted) {
        requireUp();
        Map<String, List<Measured>> figures = new HashMap<>();
        Map<String, Map<Period, Goal>> goals = new HashMap<>();
        for (String kpi : wanted) {
            List<Measured> ofKpi = measured.stream()
                    .filter(known -> known.name().startsWith(kpi + "/"))
                    .sorted(Comparator.comparing(Measured::period).thenComparingInt(Measured::revision))
                    .toList();
            figures.put(kpi, ofKpi);
            Map<Period, Goal> ofPeriods = new HashMap<>();
            ofKpi.forEach(known -> ofPeriods.put(known.period(), goal));
            goals.put(kpi, ofPeriods);
        }
        return new KpiHistory(revision, Map.copyOf(kpis), figures, goals, List.copyOf(episodes), Map.of());
    }

    private void requireUp() {
        if (down.get()) {
            throw Refusal.unavailable("What the scorecard shows");
        }
    }
}
