package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.RequestLog.Answered;
import dev.drumbeat.platform.domain.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** All three ports in memory, with the same two steps: a commit takes effect first, its records are written after. */
final class MemoryStore implements KpiStore, PortfolioStore, EpisodeStore {
    private final Map<String, Scorecard> scorecards = new HashMap<>();
    private final Map<String, Commit> pending = new HashMap<>();
    private final Map<String, Answered> answered = new HashMap<>();
    private final Map<String, Map<MeasurementId, Measurement>> measurements = new HashMap<>();
    private final Map<String, RedEpisode> episodes = new LinkedHashMap<>();
    private final Map<String, Map<String, Correction>> corrections = new HashMap<>();
    private final Map<String, Map<String, Note>> notes = new HashMap<>();
    private final Map<String, PortfolioLine> lines = new HashMap<>();

    @Override
    public synchronized Scorecard scorecard(Scope scope) {
        return scorecards.getOrDefault(scope.partnership(), Scorecard.blank(scope.partnership()));
    }

    @Override
    public synchronized Scorecard settled(Scope scope) {
        settle(scope);
        return scorecard(scope);
    }

    @Override
    public synchronized Map<String, Scorecard> scorecards(Collection<Scope> scopes) {
        Map<String, Scorecard> found = new HashMap<>();
        scopes.stream()
                .filter(scope -> scorecards.containsKey(scope.partnership()))
                .forEach(scope -> found.put(scope.partnership(), scorecard(scope)));
        return found;
    }

    @Override
    public synchronized boolean commit(Scope scope, Commit commit) {
        if (scorecard(scope).revision() != commit.next().revision() - 1) {
            return false;
        }
        scorecards.put(scope.partnership(), commit.next());
        pending.put(scope.partnership(), commit);
        return true;
    }

    @Override
    public synchronized void settle(Scope scope) {
        Commit commit = pending.remove(scope.partnership());
        if (commit == null) {
            return;
        }
        commit.measurements().forEach(row -> of(measurements, scope).putIfAbsent(MeasurementId.of(row), row));
        commit.episodes().forEach(episode -> episodes.put(episode.name(), episode));
        commit.corrections().forEach(row -> of(corrections, scope).putIfAbsent(row.id(), row));
        commit.notes().forEach(note -> of(notes, scope).putIfAbsent(note.id(), note));
        lines.put(scope.partnership(), commit.line());
        answered.put(scope.partnership() + commit.answered().key(), commit.answered());
    }

    @Override
    public synchronized Optional<Answered> answered(Scope scope, String requestKey) {
        return Optional.ofNullable(answered.get(scope.partnership() + requestKey));
    }

    @Override
    public synchronized Map<String, List<Measurement>> history(Scope scope, Collection<String> kpis, Instant until) {
        Map<String, List<Measurement>> found = new HashMap<>();
        kpis.forEach(kpi -> found.put(
                kpi,
                rows(scope, row -> row.kpi().equals(kpi) && !row.recordedAt().isAfter(until))));
        return found;
    }

    @Override
    public synchronized List<Measurement> since(Scope scope, String kpi, Period from, Instant until) {
        return rows(
                scope,
                row -> row.kpi().equals(kpi)
                        && row.period().compareTo(from) >= 0
                        && !row.recordedAt().isAfter(until));
    }

    @Override
    public synchronized List<Measurement> measurements(Scope scope, Collection<MeasurementId> ids) {
        return rows(scope, row -> ids.contains(MeasurementId.of(row)));
    }

    @Override
    public synchronized Page<Measurement> measurements(
            Scope scope, Optional<String> kpi, Instant until, int size, String after) {
        List<Measurement> rows =
                rows(
                                scope,
                                row -> kpi.map(row.kpi()::equals).orElse(true)
                                        && !row.recordedAt().isAfter(until))
                        .stream()
                        .sorted(Comparator.comparing(
                                        (Measurement row) -> row.period().start())
                                .thenComparing(Measurement::kpi)
                                .thenComparing(Measurement::revision)
                                .reversed())
                        .toList();
        int from = 0;
        while (!after.isEmpty() && !ReadMeasurements.position(rows.get(from)).equals(after)) {
            from++;
        }
        List<Measurement> rest = rows.subList(after.isEmpty() ? 0 : from + 1, rows.size());
        return rest.size() <= size
                ? new Page<>(rest, "")
                : new Page<>(rest.subList(0, size), ReadMeasurements.position(rest.get(size - 1)));
    }

    private List<Measurement> rows(Scope scope, Predicate<Measurement> wanted) {
        return of(measurements, scope).values().stream().filter(wanted).toList();
    }

    @Override
    public synchronized Map<String, List<RedEpisode>> episodes(Scope scope, Collection<String> kpis) {
        Map<String, List<RedEpisode>> found = new HashMap<>();
        episodes.values().stream()
                .filter(episode -> episode.partnership().equals(scope.partnership()) && kpis.contains(episode.kpi()))
                .forEach(episode -> found.computeIfAbsent(episode.kpi(), ignored -> new ArrayList<>())
                        .add(episode));
        return found;
    }

    @Override
    public synchronized List<Correction> corrections(Scope scope, String kpi, int atMost) {
        return of(corrections, scope).values().stream()
                .filter(row -> row.kpi().equals(kpi))
                .sorted(Comparator.comparing((Correction row) -> row.proposal().at())
                        .reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public synchronized Optional<Correction> correction(Scope scope, String id) {
        return Optional.ofNullable(of(corrections, scope).get(id));
    }

    @Override
    public synchronized Optional<Note> note(Scope scope, String id) {
        return Optional.ofNullable(of(notes, scope).get(id));
    }

    @Override
    public synchronized List<Note> notes(Scope scope, String kpi, Instant until, int atMost) {
        return of(notes, scope).values().stream()
                .filter(note -> note.kpi().equals(kpi) && !note.writtenAt().isAfter(until))
                .sorted(Comparator.comparing(Note::writtenAt).reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public synchronized Map<String, PortfolioLine> ranks(Collection<Scope> scopes) {
        return lines(scopes);
    }

    @Override
    public synchronized Map<String, PortfolioLine> lines(Collection<Scope> scopes) {
        Map<String, PortfolioLine> found = new HashMap<>();
        for (Scope scope : scopes) {
            PortfolioLine line = lines.get(scope.partnership());
            if (line != null) {
                found.put(scope.partnership(), line);
            }
        }
        return found;
    }

    @Override
    public synchronized List<Changed> writtenAfter(Instant moment) {
        return lines.values().stream()
                .filter(line -> line.changedAt().isAfter(moment))
                .sorted(Comparator.comparing(PortfolioLine::changedAt))
                .map(line -> new Changed(line.partnership(), line.revision(), line.changedAt(), line.changedAt()))
                .toList();
    }

    @Override
    public synchronized Page<RedEpisode> list(
            Collection<Scope> scopes, Set<RedEpisode.State> states, Page.Wanted wanted) {
        List<String> partnerships = scopes.stream().map(Scope::partnership).toList();
        return page(episode -> partnerships.contains(episode.partnership()), states, wanted);
    }

    @Override
    public synchronized Page<RedEpisode> listAll(Caller service, Set<RedEpisode.State> states, Page.Wanted wanted) {
        return page(episode -> true, states, wanted);
    }

    private Page<RedEpisode> page(Predicate<RedEpisode> within, Set<RedEpisode.State> states, Page.Wanted wanted) {
        List<RedEpisode> found = episodes.values().stream()
                .filter(within.and(episode -> states.isEmpty() || states.contains(episode.state())))
                .sorted(Comparator.comparing(RedEpisode::changedAt).thenComparing(RedEpisode::name))
                .dropWhile(episode ->
                        !wanted.after().isEmpty() && position(episode).compareTo(wanted.after()) <= 0)
                .limit(wanted.size() + 1L)
                .toList();
        return Page.of(found, wanted, MemoryStore::position);
    }

    private static String position(RedEpisode episode) {
        return episode.changedAt().toEpochMilli() + "|" + episode.name();
    }

    @Override
    public synchronized List<RedEpisode> changedAfter(Instant moment, int atMost) {
        return episodes.values().stream()
                .filter(episode -> episode.changedAt().isAfter(moment))
                .sorted(Comparator.comparing(RedEpisode::changedAt).thenComparing(RedEpisode::name))
                .limit(atMost)
                .toList();
    }

    private static <K, V> Map<K, V> of(Map<String, Map<K, V>> byPartnership, Scope scope) {
        return byPartnership.computeIfAbsent(scope.partnership(), ignored -> new LinkedHashMap<>());
    }
}
