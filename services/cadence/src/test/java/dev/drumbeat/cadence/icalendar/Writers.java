package dev.drumbeat.cadence.icalendar;

import dev.drumbeat.cadence.CalendarWriter;

/** The writer as production has it. */
public final class Writers {
    private Writers() {}

    public static CalendarWriter calendar() {
        return new Ical4jWriter();
    }
}
