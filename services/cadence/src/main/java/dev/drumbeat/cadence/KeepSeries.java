package dev.drumbeat.cadence;

import dev.drumbeat.cadence.schedule.RecurrenceRules;
import dev.drumbeat.cadence.schedule.Schedule;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes, changes and ends series. */
public final class KeepSeries {
    private static final int MAX_SERIES = 50;
    private static final int MAX_PREVIEW = 20;

    private final SeriesStore store;
    private final RecurrenceRules rules;
    private final Clock clock;
    private final Runnable announce;

    /** @param announce tells watchers of this process at once */
    public KeepSeries(SeriesStore store, RecurrenceRules rules, Clock clock, Runnable announce) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
        this.announce = announce;
    }

    /** @param nextStart empty when there is none */
    public record Seen(Versioned<Series> series, Optional<Instant> nextStart) {}

    /** @param starts the next ones from now on */
    public record Preview(Schedule schedule, List<Instant> starts) {}

    public List<Seen> list(Scope scope) {
        scope.require(Activity.READ_MEETINGS);
        return store.of(scope).stream().map(this::seen).toList();
    }

    public Seen create(Scope scope, Request request, SeriesKind kind, String displayName, ScheduleWish wish) {
        scope.require(Activity.RUN_MEETINGS);
        String words = displayName(displayName);
        Schedule schedule = wish.check(rules);
        if (store.of(scope).size() >= MAX_SERIES) {
            throw Refusal.of(Reason.LIMIT_REACHED, "series.too_many", "There are " + MAX_SERIES + " series already.");
        }
        Instant now = clock.instant();
        Series series = Series.of(
                Ids.of(scope.partnership(), request.key()),
                scope.partnership(),
                kind,
                words,
                schedule,
                scope.actor(),
                now);
        Versioned<Series> made = Writes.create(
                        store,
                        series,
                        request,
                        List.of(Writes.event(
                                scope.partnership(),
                                now,
                                scope.actor(),
                                "series.created",
                                series.name(),
                                1,
                                "",
                                json(series),
                                "")))
                .orElseThrow(() -> Refusal.unavailable("This series"));
        announce.run();
        return seen(made);
    }

    /** @param wish empty leaves the schedule */
    public Seen update(
            Scope scope,
            Request request,
            String id,
            long revision,
            String displayName,
            Optional<ScheduleWish> wish,
            String reason) {
        scope.require(Activity.RUN_MEETINGS);
        String words = displayName(displayName);
        Optional<Schedule> schedule = wish.map(asked -> asked.check(rules));
        Validation validation = new Validation();
        String why = validation.text("reason", reason, 0, Words.REASON_MAX_LENGTH);
        validation.orRefuse();
        return change(scope, request, id, revision, "series.changed", why, before -> {
            Series renamed = before.renamed(words);
            Optional<Schedule> other = schedule.filter(next -> !next.equals(before.schedule()));
            if (other.isPresent() && why.isEmpty()) {
                throw Refusal.invalid("reason", "text.required", "Say why the meetings come at other times.");
            }
            return other.map(next -> renamed.rescheduled(next, clock.instant())).orElse(renamed);
        });
    }

    public Seen end(Scope scope, Request request, String id, long revision, String reason) {
        scope.require(Activity.RUN_MEETINGS);
        String why = Words.reason("reason", reason);
        return change(scope, request, id, revision, "series.ended", why, before -> before.ended(clock.instant(), why));
    }

    public Preview preview(Scope scope, ScheduleWish wish, int count) {
        scope.require(Activity.READ_MEETINGS);
        Schedule schedule = wish.check(rules);
        int wanted = count == 0 ? 5 : Math.clamp(count, 1, MAX_PREVIEW);
        List<Instant> starts = new ArrayList<>();
        Iterator<Instant> all = schedule.from(rules, clock.instant());
        while (all.hasNext() && starts.size() < wanted) {
            starts.add(all.next());
        }
        return new Preview(schedule, starts);
    }

    private Seen change(
            Scope scope,
            Request request,
            String id,
            long revision,
            String action,
            String why,
            Function<Series, Series> change) {
        String name = Names.series(scope.partnership(), id);
        Instant now = clock.instant();
        Versioned<Series> written =
                Writes.change(store, SeriesStore.key(scope.partnership(), id), name, request, now, before -> {
                    if (before.revision() != revision) {
                        throw Refusal.staleRevision(name);
                    }
                    if (before.value().endedAt() != null) {
                        throw Refusal.precondition("series.ended", "This series has ended.");
                    }
                    Series next = change.apply(before.value());
                    return new Writes.Change<>(
                            next,
                            List.of(Writes.event(
                                    scope.partnership(),
                                    now,
                                    scope.actor(),
                                    action,
                                    name,
                                    before.revision() + 1,
                                    json(before.value()),
                                    json(next),
                                    why)));
                });
        announce.run();
        return seen(written);
    }

    private Seen seen(Versioned<Series> series) {
        return new Seen(series, series.value().next(rules, clock.instant()).map(Occurrence::startsAt));
    }

    private static String displayName(String displayName) {
        Validation validation = new Validation();
        String words = validation.line("display_name", displayName, 2, 80);
        validation.orRefuse();
        return words;
    }

    private static String json(Series series) {
        Schedule schedule = series.schedule();
        return Json.object(
                "display_name",
                series.displayName(),
                "kind",
                series.kind().name(),
                "rule",
                schedule.rule(),
                "start",
                schedule.start(),
                "time_zone",
                schedule.timeZone(),
                "duration_minutes",
                schedule.durationMinutes());
    }
}
