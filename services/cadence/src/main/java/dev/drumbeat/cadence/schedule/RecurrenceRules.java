package dev.drumbeat.cadence.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Iterator;

/** Understands the recurrence rules of RFC 5545, 3.3.10. Works on local times; what a clock shows then is for the schedule to say. */
public interface RecurrenceRules {
    /**
     * The rule in the form in which it is kept, with an UNTIL in UTC.
     *
     * @throws dev.drumbeat.platform.domain.Refusal naming the field {@code schedule.rule} when it is none, or recurs more than daily
     */
    String check(String rule, LocalDateTime start, ZoneId zone);

    /**
     * Local starts in order, the first not before {@code from}; endless where the rule is. COUNT counts from {@code start}.
     *
     * @param rule as {@link #check} gave it
     */
    Iterator<LocalDateTime> starts(String rule, LocalDateTime start, ZoneId zone, LocalDateTime from);
}
