package dev.drumbeat.cadence.grpc;

import dev.drumbeat.cadence.KeepSeries;
import dev.drumbeat.cadence.ScheduleWish;
import dev.drumbeat.cadence.schedule.Pattern;
import dev.drumbeat.cadence.schedule.PatternRules;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.cadence.v1.PatternKind;
import dev.drumbeat.proto.cadence.v1.PreviewScheduleResponse;
import dev.drumbeat.proto.cadence.v1.RecurrencePattern;
import dev.drumbeat.proto.cadence.v1.Schedule;
import dev.drumbeat.proto.cadence.v1.Series;
import dev.drumbeat.proto.cadence.v1.SeriesKind;
import dev.drumbeat.proto.cadence.v1.Weekday;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Series and schedules. */
final class ScheduleWire {
    private ScheduleWire() {}

    static Series series(KeepSeries.Seen seen) {
        dev.drumbeat.cadence.Series series = seen.series().value();
        Series.Builder builder = Series.newBuilder()
                .setName(series.name())
                .setKind(Enums.encode(series.kind(), SeriesKind.class))
                .setDisplayName(series.displayName())
                .setSchedule(schedule(series.schedule()))
                .setByDefault(series.byDefault())
                .setEndedReason(series.endedReason())
                .setCreatedBy(Wire.actor(series.createdBy()))
                .setCreatedAt(Wire.timestamp(series.createdAt()))
                .setRevision(seen.series().revision());
        seen.nextStart().ifPresent(start -> builder.setNextStart(Wire.timestamp(start)));
        if (series.endedAt() != null) {
            builder.setEndedAt(Wire.timestamp(series.endedAt()));
        }
        return builder.build();
    }

    static PreviewScheduleResponse preview(KeepSeries.Preview preview) {
        return PreviewScheduleResponse.newBuilder()
                .setSchedule(schedule(preview.schedule()))
                .addAllStarts(preview.starts().stream().map(Wire::timestamp).toList())
                .build();
    }

    private static Schedule schedule(dev.drumbeat.cadence.schedule.Schedule schedule) {
        Schedule.Builder builder = Schedule.newBuilder()
                .setRule(schedule.rule())
                .setStart(schedule.start().toString())
                .setTimeZone(schedule.timeZone())
                .setDurationMinutes(schedule.durationMinutes());
        PatternRules.pattern(schedule.rule(), schedule.zone()).ifPresent(found -> builder.setPattern(pattern(found)));
        return builder.build();
    }

    private static RecurrencePattern pattern(Pattern pattern) {
        RecurrencePattern.Builder builder = RecurrencePattern.newBuilder()
                .setKind(Enums.encode(pattern.kind(), PatternKind.class))
                .setInterval(pattern.interval())
                .addAllWeekdays(pattern.weekdays().stream()
                        .map(day -> Enums.encode(day, Weekday.class))
                        .toList())
                .addAllMonthDays(pattern.monthDays())
                .setOrdinal(pattern.ordinal())
                .setCount(pattern.count());
        if (pattern.until() != null) {
            builder.setUntil(pattern.until().toString());
        }
        return builder.build();
    }

    static ScheduleWish wish(Schedule schedule) {
        return new ScheduleWish(
                schedule.getRule(),
                schedule.hasPattern() ? Optional.of(pattern(schedule.getPattern())) : Optional.empty(),
                schedule.getStart(),
                schedule.getTimeZone(),
                schedule.getDurationMinutes());
    }

    private static Pattern pattern(RecurrencePattern pattern) {
        Validation validation = new Validation();
        Pattern.Kind kind = Enums.require(validation, "schedule.pattern.kind", pattern.getKind(), Pattern.Kind.class);
        List<DayOfWeek> days = pattern.getWeekdaysList().stream()
                .map(day -> Enums.require(validation, "schedule.pattern.weekdays", day, DayOfWeek.class))
                .toList();
        validation.orRefuse();
        return new Pattern(
                kind,
                Math.max(1, pattern.getInterval()),
                days,
                pattern.getMonthDaysList(),
                pattern.getOrdinal(),
                pattern.getUntil().isEmpty() ? null : date(pattern.getUntil()),
                pattern.getCount());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid("schedule.pattern.until", "date.malformed", "Give a date such as 2026-11-30.");
        }
    }
}
