package dev.drumbeat.actions;

import java.time.LocalDate;

/**
 * One step of the plan (D5 to D7).
 *
 * @param id unique within the action
 * @param dueDate in the partnership's time zone
 */
public record Step(String id, Kind kind, String text, ActionPerson owner, LocalDate dueDate) {
    /** What a step is for. */
    public enum Kind {
        /** Takes the root cause away. */
        PERMANENT,
        /** Keeps it from happening elsewhere. */
        SYSTEMIC
    }
}
