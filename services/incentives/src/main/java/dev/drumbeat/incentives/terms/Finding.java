package dev.drumbeat.incentives.terms;

/**
 * Something about terms that somebody should know.
 *
 * @param field where, such as {@code rules[1].tiered.tiers[2].lower}
 * @param code stable, such as {@code tiers.gap}
 * @param ruleId empty when no rule alone is at fault
 * @param example a case in which it goes wrong, with its figures; empty when none is needed
 */
public record Finding(Severity severity, String field, String code, String message, String ruleId, String example) {
    public enum Severity {
        /** It can't be proposed like this. */
        ERROR,
        /** It can, but look. */
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
