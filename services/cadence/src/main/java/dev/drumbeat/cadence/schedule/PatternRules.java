package dev.drumbeat.cadence.schedule;

import dev.drumbeat.cadence.schedule.Pattern.Kind;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Patterns as rules of RFC 5545, and back where a rule has a pattern. */
public final class PatternRules {
    static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Set<String> KNOWN =
            Set.of("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYSETPOS", "UNTIL", "COUNT", "WKST");

    private PatternRules() {}

    /** Empty for what happens once. */
    public static String rule(Pattern pattern, ZoneId zone) {
        if (pattern.kind() == Kind.ONCE) {
            return "";
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "FREQ",
                switch (pattern.kind()) {
                    case ONCE, DAILY -> "DAILY";
                    case WEEKLY -> "WEEKLY";
                    case MONTHLY_BY_DAY, MONTHLY_BY_WEEKDAY -> "MONTHLY";
                });
        if (pattern.interval() > 1) {
            parts.put("INTERVAL", Integer.toString(pattern.interval()));
        }
        String days = pattern.weekdays().stream().map(PatternRules::code).collect(Collectors.joining(","));
        switch (pattern.kind()) {
            case ONCE, DAILY -> {}
            case WEEKLY -> parts.put("BYDAY", days);
            case MONTHLY_BY_DAY ->
                parts.put(
                        "BYMONTHDAY",
                        pattern.monthDays().stream().map(String::valueOf).collect(Collectors.joining(",")));
            case MONTHLY_BY_WEEKDAY -> {
                if (pattern.weekdays().size() == 1) {
                    parts.put("BYDAY", pattern.ordinal() + days);
                } else {
                    parts.put("BYDAY", days);
                    parts.put("BYSETPOS", Integer.toString(pattern.ordinal()));
                }
            }
        }
        if (pattern.count() > 0) {
            parts.put("COUNT", Integer.toString(pattern.count()));
        }
        if (pattern.until() != null) {
            parts.put("UNTIL", endOf(pattern.until(), zone));
        }
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
    }

    /** The form for people of a rule; empty when it has none. */
    public static Optional<Pattern> pattern(String rule, ZoneId zone) {
        if (rule.isEmpty()) {
            return Optional.of(Pattern.once());
        }
        try {
            Map<String, String> parts = Arrays.stream(rule.split(";"))
                    .map(part -> part.split("=", 2))
                    .collect(Collectors.toMap(part -> part[0], part -> part[1]));
            return KNOWN.containsAll(parts.keySet()) ? read(parts, zone) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<Pattern> read(Map<String, String> parts, ZoneId zone) {
        String byDay = parts.getOrDefault("BYDAY", "");
        String byMonthDay = parts.getOrDefault("BYMONTHDAY", "");
        String position = parts.getOrDefault("BYSETPOS", "");
        int interval = Integer.parseInt(parts.getOrDefault("INTERVAL", "1"));
        boolean plain = byMonthDay.isEmpty() && position.isEmpty();
        String frequency = parts.getOrDefault("FREQ", "");
        if (frequency.equals("DAILY") && plain && byDay.isEmpty()) {
            return Optional.of(pattern(parts, zone, Kind.DAILY, interval, List.of(), List.of(), 0));
        }
        if (frequency.equals("WEEKLY") && plain && !byDay.isEmpty() && weekStartsMonday(parts, interval)) {
            return Optional.of(pattern(parts, zone, Kind.WEEKLY, interval, days(byDay), List.of(), 0));
        }
        if (frequency.equals("MONTHLY") && position.isEmpty() && byDay.isEmpty() && !byMonthDay.isEmpty()) {
            List<Integer> days =
                    Arrays.stream(byMonthDay.split(",")).map(Integer::valueOf).toList();
            return days.stream().allMatch(day -> day >= -1)
                    ? Optional.of(pattern(parts, zone, Kind.MONTHLY_BY_DAY, interval, List.of(), days, 0))
                    : Optional.empty();
        }
        if (frequency.equals("MONTHLY") && byMonthDay.isEmpty() && !byDay.isEmpty()) {
            return monthly(parts, zone, interval, byDay, position);
        }
        return Optional.empty();
    }

    private static Optional<Pattern> monthly(
            Map<String, String> parts, ZoneId zone, int interval, String byDay, String position) {
        if (!position.isEmpty()) {
            int ordinal = Integer.parseInt(position);
            return Math.abs(ordinal) <= 5
                    ? Optional.of(
                            pattern(parts, zone, Kind.MONTHLY_BY_WEEKDAY, interval, days(byDay), List.of(), ordinal))
                    : Optional.empty();
        }
        if (byDay.length() < 3 || byDay.contains(",")) {
            return Optional.empty();
        }
        int ordinal = Integer.parseInt(byDay.substring(0, byDay.length() - 2));
        List<DayOfWeek> day = days(byDay.substring(byDay.length() - 2));
        return Optional.of(pattern(parts, zone, Kind.MONTHLY_BY_WEEKDAY, interval, day, List.of(), ordinal));
    }

    /** Where the week starts matters only when weeks are skipped; Monday is what it starts with when nothing is said. */
    private static boolean weekStartsMonday(Map<String, String> parts, int interval) {
        return interval == 1 || parts.getOrDefault("WKST", "MO").equals("MO");
    }

    private static Pattern pattern(
            Map<String, String> parts,
            ZoneId zone,
            Kind kind,
            int interval,
            List<DayOfWeek> days,
            List<Integer> monthDays,
            int ordinal) {
        @Nullable String until = parts.get("UNTIL");
        return new Pattern(
                kind,
                interval,
                days,
                monthDays,
                ordinal,
                until == null ? null : dateOf(until, zone),
                Integer.parseInt(parts.getOrDefault("COUNT", "0")));
    }

    private static LocalDate dateOf(String until, ZoneId zone) {
        return LocalDateTime.parse(until, UTC)
                .atZone(ZoneOffset.UTC)
                .withZoneSameInstant(zone)
                .toLocalDate();
    }

    private static String endOf(LocalDate date, ZoneId zone) {
        return date.plusDays(1)
                .atStartOfDay(zone)
                .minusSeconds(1)
                .withZoneSameInstant(ZoneOffset.UTC)
                .format(UTC);
    }

    private static List<DayOfWeek> days(String codes) {
        return Arrays.stream(codes.split(","))
                .map(code -> {
                    int index = DAYS.indexOf(code);
                    if (index < 0) {
                        throw new IllegalArgumentException(code);
                    }
                    return DayOfWeek.of(index + 1);
                })
                .toList();
    }

    private static String code(DayOfWeek day) {
        return DAYS.get(day.getValue() - 1);
    }
}
