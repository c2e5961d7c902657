package dev.drumbeat.cadence;

import dev.drumbeat.cadence.schedule.RecurrenceRules;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Meetings as pages show them: what is stored, and between it what is only planned. */
public final class ReadCadence {
    private static final int WEEK_AT_MOST = 200;
    private static final Duration AHEAD = Duration.ofDays(400);

    private final SeriesStore series;
    private final MeetingStore meetings;
    private final RecurrenceRules rules;
    private final Ledger ledger;
    private final AgendaDesk desk;

    public ReadCadence(
            SeriesStore series, MeetingStore meetings, RecurrenceRules rules, Ledger ledger, AgendaDesk desk) {
        this.series = series;
        this.meetings = meetings;
        this.rules = rules;
        this.ledger = ledger;
        this.desk = desk;
    }

    /** @param nextStart of the series after it; empty when there is none */
    public record Seen(Scope scope, Versioned<Meeting> meeting, Optional<Instant> nextStart) {}

    /** @param next running or to come; empty when none is planned */
    public record Cadence(
            Scope scope, Optional<MeetingLine> next, Health health, int openCommitments, int overdueCommitments) {}

    /** A person's meetings and open commitments of a range. */
    public record Week(List<Located> meetings, List<Promised> commitments) {}

    public record Located(Scope scope, MeetingLine meeting) {}

    public record Promised(Scope scope, Meeting meeting, Commitment commitment) {}

    /** The meeting in full; before it starts, its agenda as the data ask for it now. */
    public Seen get(Scope scope, String id) {
        scope.require(Activity.READ_MEETINGS);
        Versioned<Meeting> known = ledger.require(scope, id);
        Meeting meeting = known.value();
        Meeting shown = meeting.state().isWaiting()
                ? desk.compare(meeting, scope.facts().timeZone(), ledger.now()).of(meeting)
                : meeting;
        return seen(scope, known, shown);
    }

    /** As a write left it. */
    public Seen after(Scope scope, Versioned<Meeting> written) {
        return written.value().state().isWaiting()
                ? get(scope, written.value().id())
                : seen(scope, written, written.value());
    }

    private Seen seen(Scope scope, Versioned<Meeting> known, Meeting shown) {
        return new Seen(
                scope,
                new Versioned<>(shown, known.revision(), known.created(), known.requests(), known.untold()),
                ledger.nextStart(shown));
    }

    /** The minutes of a meeting that was held and recorded here. */
    public Seen minutes(Scope scope, String id) {
        scope.require(Activity.READ_MEETINGS);
        Versioned<Meeting> known = ledger.require(scope, id);
        if (known.value().minutes() == null) {
            throw Refusal.notFound(known.value().name() + "/minutes");
        }
        return seen(scope, known, known.value());
    }

    /** Oldest first: those that start within the range. */
    public List<Versioned<Meeting>> list(Scope scope, Instant from, Instant to, Set<MeetingState> states) {
        scope.require(Activity.READ_MEETINGS);
        List<Versioned<Meeting>> all = new ArrayList<>(meetings.between(scope, from, to));
        Set<String> known = all.stream().map(meeting -> meeting.value().id()).collect(Collectors.toSet());
        for (Versioned<Series> each : series.of(scope)) {
            for (Occurrence occurrence : each.value().occurrences(rules, from, to)) {
                if (!known.contains(occurrence.meeting())) {
                    all.add(Ledger.planned(occurrence));
                }
            }
        }
        return all.stream()
                .filter(meeting -> isWithin(meeting.value().startsAt(), from, to))
                .filter(meeting ->
                        states.isEmpty() || states.contains(meeting.value().state()))
                .sorted(Comparator.comparing(
                                (Versioned<Meeting> meeting) -> meeting.value().startsAt())
                        .thenComparing(meeting -> meeting.value().id()))
                .toList();
    }

    /** In the order of the scopes. */
    public List<Cadence> cadences(List<Scope> scopes) {
        Instant now = ledger.now();
        List<Scope> readable = scopes.stream()
                .filter(scope -> scope.may(Activity.READ_MEETINGS))
                .toList();
        Map<String, List<Series>> seriesOf =
                series.of(readable).stream().collect(Collectors.groupingBy(Series::partnership));
        // Two weeks more than health looks at: what zone a partnership counts its weeks in does not matter then.
        Instant since = now.minus(Duration.ofDays(Health.WEEKS * 7L + 14));
        Map<String, List<MeetingLine>> linesOf = meetings.lines(readable, since, now.plus(AHEAD)).stream()
                .collect(Collectors.groupingBy(MeetingLine::partnership));
        Map<String, List<MeetingLine>> openOf = meetings.linesWithOpenCommitments(readable).stream()
                .collect(Collectors.groupingBy(MeetingLine::partnership));
        return readable.stream()
                .map(scope -> cadence(
                        scope,
                        seriesOf.getOrDefault(scope.partnership(), List.of()),
                        linesOf.getOrDefault(scope.partnership(), List.of()),
                        openOf.getOrDefault(scope.partnership(), List.of()),
                        since,
                        now))
                .toList();
    }

    private Cadence cadence(
            Scope scope,
            List<Series> ofScope,
            List<MeetingLine> stored,
            List<MeetingLine> withOpen,
            Instant since,
            Instant now) {
        List<MeetingLine> all = new ArrayList<>(stored);
        Set<String> known = stored.stream().map(MeetingLine::id).collect(Collectors.toSet());
        for (Series each : ofScope) {
            planned(each, since, now, known).forEach(all::add);
        }
        Health health = Health.of(all, now, scope.facts().timeZone());
        ofScope.forEach(each -> nextPlanned(each, now, known).ifPresent(all::add));
        Optional<MeetingLine> next = all.stream()
                .filter(line -> line.state() == MeetingState.IN_PROGRESS
                        || (line.state().isWaiting() && now.isBefore(Occurrence.missedAt(line.endsAt()))))
                .min(Comparator.comparing((MeetingLine line) -> line.state() != MeetingState.IN_PROGRESS)
                        .thenComparing(MeetingLine::startsAt));
        LocalDate today = now.atZone(scope.facts().timeZone()).toLocalDate();
        List<LocalDate> open = withOpen.stream()
                .flatMap(meeting -> meeting.promises().stream())
                .filter(MeetingLine.Promise::open)
                .map(MeetingLine.Promise::due)
                .toList();
        return new Cadence(scope, next, health, open.size(), (int)
                open.stream().filter(due -> due.isBefore(today)).count());
    }

    private List<MeetingLine> planned(Series each, Instant from, Instant to, Set<String> known) {
        return each.occurrences(rules, from, to).stream()
                .filter(occurrence -> !known.contains(occurrence.meeting()))
                .map(occurrence -> MeetingLine.of(Meeting.planned(occurrence)))
                .toList();
    }

    /** The first one of a series to come about which nothing is stored. */
    private Optional<MeetingLine> nextPlanned(Series each, Instant now, Set<String> known) {
        Instant from = now;
        for (int i = 0; i < 50; i++) {
            Optional<Occurrence> next = each.next(rules, from);
            if (next.isEmpty() || !known.contains(next.get().meeting())) {
                return next.map(occurrence -> MeetingLine.of(Meeting.planned(occurrence)));
            }
            from = next.get().startsAt().plusSeconds(1);
        }
        return Optional.empty();
    }

    /** Meetings of one person: where the role is expected, or where they were. Oldest first. */
    public List<Located> calendar(String person, Collection<Scope> scopes, Instant from, Instant to) {
        List<Scope> readable = scopes.stream()
                .filter(scope -> scope.may(Activity.READ_MEETINGS))
                .toList();
        Map<String, Scope> byName = readable.stream().collect(Collectors.toMap(Scope::partnership, scope -> scope));
        Set<String> attended = new HashSet<>(meetings.attendedBy(person, readable, from, to));
        List<MeetingLine> lines = new ArrayList<>(meetings.lines(readable, from, to));
        Set<String> known = lines.stream()
                .map(line -> MeetingStore.key(line.partnership(), line.id()))
                .collect(Collectors.toSet());
        for (Series each : series.of(readable)) {
            each.occurrences(rules, from, to).stream()
                    .filter(occurrence -> !known.contains(MeetingStore.key(each.partnership(), occurrence.meeting())))
                    .map(occurrence -> MeetingLine.of(Meeting.planned(occurrence)))
                    .forEach(lines::add);
        }
        return lines.stream()
                .filter(line -> isWithin(line.startsAt(), from, to))
                .filter(line -> isExpected(Objects.requireNonNull(byName.get(line.partnership())), line)
                        || attended.contains(MeetingStore.key(line.partnership(), line.id())))
                .sorted(Comparator.comparing(MeetingLine::startsAt).thenComparing(MeetingLine::partnership))
                .map(line -> new Located(Objects.requireNonNull(byName.get(line.partnership())), line))
                .toList();
    }

    /** What a person has before them: meetings of the range, and promises that are due by its end. */
    public Week week(String person, Collection<Scope> scopes, Instant from, Instant to) {
        Instant now = ledger.now();
        List<Scope> readable = scopes.stream()
                .filter(scope -> scope.may(Activity.READ_MEETINGS))
                .toList();
        Map<String, Scope> byName = readable.stream().collect(Collectors.toMap(Scope::partnership, scope -> scope));
        List<Promised> promised = meetings.withOpenCommitmentsOf(person, readable).stream()
                .flatMap(meeting -> meeting.commitments().stream()
                        .filter(each -> each.isOpen() && each.owner().person().equals(person))
                        .map(each ->
                                new Promised(Objects.requireNonNull(byName.get(meeting.partnership())), meeting, each)))
                .filter(each -> isDueBefore(each, to, now))
                .sorted(Comparator.comparing(
                                (Promised each) -> each.commitment().due())
                        .thenComparing(each -> each.commitment().id()))
                .limit(WEEK_AT_MOST)
                .toList();
        List<Located> located = calendar(person, readable, from, to).stream()
                .limit(WEEK_AT_MOST)
                .toList();
        return new Week(located, promised);
    }

    private static boolean isExpected(Scope scope, MeetingLine line) {
        return scope.role().filter(line.kind()::expects).isPresent();
    }

    private static boolean isDueBefore(Promised each, Instant to, Instant now) {
        LocalDate due = each.commitment().due();
        return due.isBefore(to.atZone(each.scope().facts().timeZone()).toLocalDate())
                || due.isBefore(now.atZone(each.scope().facts().timeZone()).toLocalDate());
    }

    private static boolean isWithin(Instant moment, Instant from, Instant to) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
