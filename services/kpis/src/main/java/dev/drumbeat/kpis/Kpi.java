package dev.drumbeat.kpis;

import dev.drumbeat.kpis.Definition.Debounce;
import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.calendar.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One KPI with its history of definitions, targets and baselines, and how it stands.
 *
 * @param id last part of its name
 * @param versions of the definition, oldest first, never empty
 * @param revision grows with every change of the definition, its targets or baselines
 * @param targets in the order in which they were proposed
 * @param rebases starts of further baselines, by period
 * @param contested periods whose figure somebody contested, in the order in which they did
 */
public record Kpi(
        String id,
        List<Version> versions,
        long revision,
        List<Target> targets,
        List<Rebase> rebases,
        List<Period> contested,
        Optional<Instant> retiredAt,
        Standing standing) {

    private static final int CONTESTED_KEPT = 200;

    /** A definition and since when it holds. */
    public record Version(Instant since, Definition definition) {}

    public Kpi {
        versions = List.copyOf(versions);
        targets = List.copyOf(targets);
        rebases = List.copyOf(rebases);
        contested = List.copyOf(contested);
    }

    static Kpi created(String id, Definition definition, Instant at) {
        return new Kpi(
                id,
                List.of(new Version(at, definition)),
                1,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Standing.none());
    }

    public Definition definition() {
        return versions.getLast().definition();
    }

    public Frequency frequency() {
        return definition().frequency();
    }

    public boolean live() {
        return retiredAt.isEmpty();
    }

    public Optional<TargetBounds> boundsFor(Period period) {
        return Target.inForce(targets, period).map(Target::bounds);
    }

    /**
     * The debounce that was agreed when a period ended. A later change does not rewrite what earlier periods opened, so nobody
     * can define a red away.
     */
    Debounce debounceFor(Period period, ZoneId zone) {
        Debounce agreed = versions.getFirst().definition().debounce();
        Instant end = period.endsAt(zone);
        for (Version version : versions) {
            if (version.since().isBefore(end)) {
                agreed = version.definition().debounce();
            }
        }
        return agreed;
    }

    Kpi defined(Definition definition, Instant at) {
        return new Kpi(
                id,
                appended(versions, new Version(at, definition)),
                revision + 1,
                targets,
                rebases,
                contested,
                retiredAt,
                standing);
    }

    Kpi with(Target target) {
        List<Target> next = new ArrayList<>(targets);
        next.removeIf(known -> known.id().equals(target.id()));
        next.add(target);
        return new Kpi(id, versions, revision + 1, next, rebases, contested, retiredAt, standing);
    }

    Kpi with(Rebase rebase) {
        List<Rebase> next = new ArrayList<>(rebases);
        next.removeIf(known -> known.from().equals(rebase.from()));
        next.add(rebase);
        next.sort((one, other) -> one.from().compareTo(other.from()));
        return new Kpi(id, versions, revision + 1, targets, next, contested, retiredAt, standing);
    }

    Kpi contestedIn(Period period) {
        List<Period> next = appended(contested, period);
        return contestedIn(next.subList(Math.max(0, next.size() - CONTESTED_KEPT), next.size()));
    }

    Kpi retired(Instant at) {
        return new Kpi(id, versions, revision + 1, targets, rebases, contested, Optional.of(at), standing);
    }

    Kpi standing(Standing next) {
        return new Kpi(id, versions, revision, targets, rebases, contested, retiredAt, next);
    }

    /** Definition, targets and baselines as they were known at a moment; empty before it was created. Its standing is none. */
    Optional<Kpi> asOf(Instant moment) {
        List<Version> known = versions.stream()
                .filter(version -> !version.since().isAfter(moment))
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Kpi(
                id,
                known,
                revision,
                targets.stream().flatMap(target -> target.asOf(moment).stream()).toList(),
                rebases.stream().filter(rebase -> !rebase.at().isAfter(moment)).toList(),
                List.of(),
                retiredAt.filter(at -> !at.isAfter(moment)),
                Standing.none()));
    }

    Kpi contestedIn(Collection<Period> periods) {
        return new Kpi(id, versions, revision, targets, rebases, List.copyOf(periods), retiredAt, standing);
    }

    private static <T> List<T> appended(List<T> list, T item) {
        List<T> next = new ArrayList<>(list);
        next.add(item);
        return next;
    }
}
