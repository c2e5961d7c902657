package dev.drumbeat.kpis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything a partnership's page is made of, in one document: definitions, targets, proposals that wait, and how each KPI
 * stands.
 *
 * @param partnership {@code partnerships/{partnership}}
 * @param revision grows by one with every commit; 0 before the first
 * @param changedAt when the last commit was made; later for every commit
 * @param kpis in the order in which they were made, retired ones included
 * @param waiting proposed corrections that nobody has decided
 */
public record Scorecard(
        String partnership, long revision, Instant changedAt, List<Kpi> kpis, List<Correction> waiting) {

    public static final int MIN_DRIVERS = 3;
    public static final int MAX_DRIVERS = 5;
    public static final int MAX_KPIS = 40;

    public Scorecard {
        kpis = List.copyOf(kpis);
        waiting = List.copyOf(waiting);
    }

    public static Scorecard blank(String partnership) {
        return new Scorecard(partnership, 0, Instant.EPOCH, List.of(), List.of());
    }

    public Optional<Kpi> kpi(String id) {
        return kpis.stream().filter(kpi -> kpi.id().equals(id)).findFirst();
    }

    /** Goal first, then drivers by position, then watched; retired ones are off the page. */
    public List<Kpi> onThePage() {
        return kpis.stream()
                .filter(Kpi::live)
                .sorted(Comparator.<Kpi, KpiRole>comparing(
                                kpi -> kpi.definition().role())
                        .thenComparingInt(kpi -> kpi.definition().position())
                        .thenComparing(Kpi::id))
                .toList();
    }

    public Optional<Kpi> goal() {
        return kpis.stream()
                .filter(kpi -> kpi.live() && kpi.definition().role() == KpiRole.GOAL)
                .findFirst();
    }

    /** What a draft needs to be published, in words; nothing when it is. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (goal().isEmpty()) {
            missing.add("One KPI as the goal: what the page is about.");
        }
        int drivers = drivers();
        if (drivers < MIN_DRIVERS) {
            int more = MIN_DRIVERS - drivers;
            missing.add("At least " + more + " more " + (more == 1 ? "driver" : "drivers")
                    + ": a page has three to five KPIs that move the goal.");
        }
        return List.copyOf(missing);
    }

    public boolean published() {
        return missing().isEmpty();
    }

    int drivers() {
        return (int) kpis.stream()
                .filter(kpi -> kpi.live() && kpi.definition().role() == KpiRole.DRIVER)
                .count();
    }

    /** When the newest figure was recorded. */
    public Optional<Instant> lastDataAt() {
        return kpis.stream()
                .filter(Kpi::live)
                .flatMap(kpi -> kpi.standing().lastDataAt().stream())
                .max(Comparator.naturalOrder());
    }

    /** KPIs that are computed from this one. */
    List<Kpi> derivedFrom(String step) {
        return kpis.stream()
                .filter(kpi -> kpi.live() && kpi.definition().rolledFrom().contains(step))
                .toList();
    }

    Scorecard with(Kpi kpi) {
        List<Kpi> next = new ArrayList<>(kpis);
        int known = next.indexOf(kpi(kpi.id()).orElse(kpi));
        if (known >= 0) {
            next.set(known, kpi);
        } else {
            next.add(kpi);
        }
        return new Scorecard(partnership, revision, changedAt, next, waiting);
    }

    Scorecard waitingFor(List<Correction> corrections) {
        return new Scorecard(partnership, revision, changedAt, kpis, corrections);
    }

    Scorecard committed(long newRevision, Instant at) {
        return new Scorecard(partnership, newRevision, at, kpis, waiting);
    }
}
