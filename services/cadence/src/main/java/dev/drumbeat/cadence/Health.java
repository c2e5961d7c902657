package dev.drumbeat.cadence;

import dev.drumbeat.cadence.MeetingLine.Promise;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How regularly both sides meet, over 13 ISO weeks, the running one last. A meeting is planned once its time is past and it was
 * not cancelled; it is held only with both sides there.
 *
 * @param dots oldest first
 * @param starving why the relationship starves; empty when it does not
 */
public record Health(
        List<Dot> dots,
        int planned,
        int held,
        int oneSided,
        int missed,
        int onTime,
        int commitmentsDue,
        int commitmentsKept,
        Optional<Starving> starving) {
    public static final int WEEKS = 13;

    /** Fewer meetings say nothing about a share. */
    private static final int ENOUGH_TO_JUDGE = 3;

    private static final int ENOUGH_HELD_PERCENT = 70;

    /** Why a relationship starves. */
    public enum Starving {
        /** The last two of a series. */
        TWO_MISSED_IN_A_ROW,
        /** Less than 70 %. */
        TOO_FEW_HELD
    }

    /** What became of a week. */
    public enum Outcome {
        NONE,
        HELD,
        ONE_SIDED,
        MISSED
    }

    /** @param week such as {@code 2026-W47} */
    public record Dot(String week, Outcome outcome, int planned, int held) {}

    public Health {
        dots = List.copyOf(dots);
    }

    /** The moment from which on meetings count. */
    public static Instant since(Instant now, ZoneId zone) {
        return firstWeek(now, zone).atStartOfDay(zone).toInstant();
    }

    /** @param meetings of one partnership, stored or planned */
    public static Health of(List<MeetingLine> meetings, Instant now, ZoneId zone) {
        LocalDate first = firstWeek(now, zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        List<MeetingLine> past = meetings.stream()
                .filter(meeting -> !meeting.startsAt().isBefore(since(now, zone)))
                .filter(meeting -> judgement(meeting, now) != Outcome.NONE)
                .sorted(Comparator.comparing(MeetingLine::startsAt))
                .toList();
        List<Dot> dots = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            dots.add(dot(first.plusWeeks(week), past, now, zone));
        }
        int held = count(past, now, Outcome.HELD);
        List<Promise> due = meetings.stream()
                .flatMap(meeting -> meeting.promises().stream())
                .filter(promise -> !promise.firstDue().isBefore(first) && wasDue(promise, today))
                .toList();
        return new Health(
                dots,
                past.size(),
                held,
                count(past, now, Outcome.ONE_SIDED),
                count(past, now, Outcome.MISSED),
                (int) past.stream().filter(MeetingLine::onTime).count(),
                due.size(),
                (int) due.stream().filter(Promise::kept).count(),
                starving(past, held, now));
    }

    private static Optional<Starving> starving(List<MeetingLine> past, int held, Instant now) {
        boolean twoMissed = past.stream().collect(Collectors.groupingBy(MeetingLine::series)).values().stream()
                .anyMatch(series -> series.size() >= 2
                        && series.subList(series.size() - 2, series.size()).stream()
                                .allMatch(meeting -> judgement(meeting, now) == Outcome.MISSED));
        if (twoMissed) {
            return Optional.of(Starving.TWO_MISSED_IN_A_ROW);
        }
        boolean tooFew = past.size() >= ENOUGH_TO_JUDGE && held * 100 < past.size() * ENOUGH_HELD_PERCENT;
        return tooFew ? Optional.of(Starving.TOO_FEW_HELD) : Optional.empty();
    }

    private static Dot dot(LocalDate monday, List<MeetingLine> past, Instant now, ZoneId zone) {
        List<Outcome> outcomes = past.stream()
                .filter(meeting -> monday.equals(monday(meeting.startsAt(), zone)))
                .map(meeting -> judgement(meeting, now))
                .toList();
        Outcome worst = outcomes.stream().max(Comparator.naturalOrder()).orElse(Outcome.NONE);
        int held = (int) outcomes.stream().filter(Outcome.HELD::equals).count();
        String name = String.format(
                Locale.ROOT,
                "%d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        return new Dot(name, worst, outcomes.size(), held);
    }

    /** What became of it; NONE for what is yet to come, runs, or was cancelled. */
    static Outcome judgement(MeetingLine meeting, Instant now) {
        return switch (meeting.state()) {
            case HELD -> meeting.bothSides() ? Outcome.HELD : Outcome.ONE_SIDED;
            case MISSED -> Outcome.MISSED;
            case SCHEDULED, MOVED ->
                now.isBefore(Occurrence.missedAt(meeting.endsAt())) ? Outcome.NONE : Outcome.MISSED;
            case IN_PROGRESS, CANCELLED -> Outcome.NONE;
        };
    }

    private static boolean wasDue(Promise promise, LocalDate today) {
        if (promise.open()) {
            return promise.firstDue().isBefore(today);
        }
        return !promise.dropped() || promise.firstDue().isBefore(today);
    }

    private static int count(List<MeetingLine> past, Instant now, Outcome outcome) {
        return (int) past.stream()
                .filter(meeting -> judgement(meeting, now) == outcome)
                .count();
    }

    private static LocalDate firstWeek(Instant now, ZoneId zone) {
        return monday(now, zone).minusWeeks(WEEKS - 1L);
    }

    private static LocalDate monday(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
