package dev.drumbeat.actions;

/**
 * A step as somebody asks for it.
 *
 * @param id of a step that is there; empty for a new one
 * @param owner {@code people/{person}}
 * @param dueDate ISO date
 */
public record PlannedStep(String id, Step.Kind kind, String text, String owner, String dueDate) {}
