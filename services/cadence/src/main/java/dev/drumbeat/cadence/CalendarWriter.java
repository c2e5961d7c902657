package dev.drumbeat.cadence;

import java.time.Instant;
import java.util.List;

/** Writes iCalendar text (RFC 5545). */
@FunctionalInterface
public interface CalendarWriter {
    /** @param at when it is written */
    String write(String name, List<CalendarEntry> entries, Instant at);
}
