package dev.drumbeat.cadence;

import dev.drumbeat.cadence.schedule.Pattern;
import dev.drumbeat.cadence.schedule.PatternRules;
import dev.drumbeat.cadence.schedule.RecurrenceRules;
import dev.drumbeat.cadence.schedule.Schedule;
import dev.drumbeat.platform.domain.Validation;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A schedule as somebody asks for it, unchecked.
 *
 * @param rule RRULE; empty where the pattern says it, or for a single meeting
 * @param pattern empty where the rule says it
 */
public record ScheduleWish(String rule, Optional<Pattern> pattern, String start, String timeZone, int durationMinutes) {
    /** The schedule, or a refusal that names every field at fault. */
    Schedule check(RecurrenceRules rules) {
        Validation validation = new Validation();
        ZoneId zone = validation.zone("schedule.time_zone", timeZone);
        if (durationMinutes < Schedule.MIN_MINUTES || durationMinutes > Schedule.MAX_MINUTES) {
            validation.add(
                    "schedule.duration_minutes",
                    "duration.range",
                    Schedule.MIN_MINUTES + " to " + Schedule.MAX_MINUTES + " minutes, please.");
        }
        pattern.ifPresent(form -> form.check(validation, "schedule.pattern"));
        if (pattern.isPresent() && !rule.isEmpty()) {
            validation.add("schedule.rule", "rule.twice", "Give a rule or a pattern, not both.");
        }
        validation.orRefuse();
        LocalDateTime first = Words.localTime("schedule.start", start);
        String wanted = pattern.map(form -> PatternRules.rule(form, zone)).orElse(rule);
        String kept = wanted.isEmpty() ? "" : rules.check(wanted, first, zone);
        return new Schedule(kept, first, timeZone, durationMinutes);
    }
}
