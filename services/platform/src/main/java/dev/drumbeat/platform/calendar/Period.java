package dev.drumbeat.platform.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A half-open stretch of calendar days: the end is the first day that no longer belongs to it. Named in ISO style:
 * {@code 2026-11-22}, {@code 2026-W47}, {@code 2026-11}, {@code 2026-Q4}.
 *
 * @param start its first day
 */
public record Period(Frequency frequency, LocalDate start) implements Comparable<Period> {
    private static final Pattern NAME = Pattern.compile(
            "(?<year>(?:19|20|21)[0-9]{2})-(?:W(?<week>[0-9]{2})|Q(?<quarter>[1-4])|(?<month>[0-9]{2})(?:-(?<day>[0-9]{2}))?)");

    public Period {
        Objects.requireNonNull(frequency);
        if (!start.equals(firstDay(frequency, start))) {
            throw new IllegalArgumentException(start + " is not the first day of a period that is " + frequency);
        }
    }

    /** The period of that name; empty when it names none, such as week 53 of a year of 52. */
    public static Optional<Period> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(matcher));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Period read(Matcher matcher) {
        int year = Integer.parseInt(matcher.group("year"));
        String week = matcher.group("week");
        String quarter = matcher.group("quarter");
        String day = matcher.group("day");
        if (week != null) {
            return week(year, Integer.parseInt(week));
        }
        if (quarter != null) {
            return new Period(Frequency.QUARTERLY, LocalDate.of(year, 3 * Integer.parseInt(quarter) - 2, 1));
        }
        int month = Integer.parseInt(matcher.group("month"));
        return day == null
                ? new Period(Frequency.MONTHLY, LocalDate.of(year, month, 1))
                : new Period(Frequency.DAILY, LocalDate.of(year, month, Integer.parseInt(day)));
    }

    private static Period week(int weekBasedYear, int week) {
        // 4 January is always in week 1; a week that the year does not have falls into another year.
        Period firstWeek = Frequency.WEEKLY.containing(LocalDate.of(weekBasedYear, 1, 4));
        Period period = firstWeek.plus(week - 1L);
        if (week < 1 || period.start().get(IsoFields.WEEK_BASED_YEAR) != weekBasedYear) {
            throw new DateTimeException("no week " + week + " in " + weekBasedYear);
        }
        return period;
    }

    public String name() {
        return switch (frequency) {
            case DAILY -> start.toString();
            case WEEKLY ->
                String.format(
                        Locale.ROOT,
                        "%d-W%02d",
                        start.get(IsoFields.WEEK_BASED_YEAR),
                        start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTHLY -> start.toString().substring(0, 7);
            case QUARTERLY -> start.getYear() + "-Q" + start.get(IsoFields.QUARTER_OF_YEAR);
        };
    }

    /** The first day after it. */
    public LocalDate end() {
        return frequency.shift(start, 1);
    }

    public Instant startsAt(ZoneId zone) {
        return start.atStartOfDay(zone).toInstant();
    }

    /** The first instant after it. */
    public Instant endsAt(ZoneId zone) {
        return end().atStartOfDay(zone).toInstant();
    }

    /** From when on a missing figure is overdue: whole calendar days after the end, whatever their length in hours. */
    public Instant overdueAt(int graceDays, ZoneId zone) {
        return end().plusDays(graceDays).atStartOfDay(zone).toInstant();
    }

    public Period next() {
        return plus(1);
    }

    public Period previous() {
        return plus(-1);
    }

    public Period plus(long periods) {
        return new Period(frequency, frequency.shift(start, periods));
    }

    /** How many periods later the other one is; negative when it is earlier. */
    public long until(Period other) {
        requireSameFrequency(other);
        return frequency.between(start, other.start);
    }

    /**
     * The longer period that this one is counted into. Days, months and quarters lie inside it whole. A week of seven days may
     * lie across two months: it counts into the one that holds its Thursday, where most of its days are, just as ISO 8601 gives
     * a week to a year.
     */
    public Period in(Frequency longer) {
        if (longer.compareTo(frequency) <= 0) {
            throw new IllegalArgumentException(longer + " is no longer than " + frequency);
        }
        return longer.containing(frequency == Frequency.WEEKLY ? start.plusDays(3) : start);
    }

    /** The period of this frequency that is running at an instant. */
    public static Period at(Frequency frequency, Instant instant, ZoneId zone) {
        return frequency.containing(instant.atZone(zone).toLocalDate());
    }

    @Override
    public int compareTo(Period other) {
        requireSameFrequency(other);
        return start.compareTo(other.start);
    }

    private void requireSameFrequency(Period other) {
        if (frequency != other.frequency) {
            throw new IllegalArgumentException(name() + " and " + other.name() + " have no order");
        }
    }

    private static LocalDate firstDay(Frequency frequency, LocalDate day) {
        return switch (frequency) {
            case DAILY -> day;
            case WEEKLY -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
            case MONTHLY -> day.withDayOfMonth(1);
            case QUARTERLY -> day.with(IsoFields.DAY_OF_QUARTER, 1);
        };
    }

    @Override
    public String toString() {
        return name();
    }
}
