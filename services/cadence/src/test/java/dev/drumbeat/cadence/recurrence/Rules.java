package dev.drumbeat.cadence.recurrence;

import dev.drumbeat.cadence.schedule.RecurrenceRules;

/** The rules as production understands them, for tests of what is built on them. */
public final class Rules {
    private Rules() {}

    public static RecurrenceRules rules() {
        return new DmfsRecurrenceRules();
    }
}
