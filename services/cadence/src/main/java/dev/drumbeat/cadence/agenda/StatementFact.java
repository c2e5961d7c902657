package dev.drumbeat.cadence.agenda;

/**
 * A statement that waits for a signature.
 *
 * @param period such as {@code 2026-Q3}
 */
public record StatementFact(String statement, String title, String period) {}
