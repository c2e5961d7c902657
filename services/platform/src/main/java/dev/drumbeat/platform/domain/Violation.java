package dev.drumbeat.platform.domain;

import java.util.Objects;

/**
 * One broken rule.
 *
 * @param field path in the request's words ({@code measurements[3].value}); empty when no single field is at fault
 * @param rule stable code for machines, such as {@code password.too_short}
 * @param message the rule and what to do, for people
 */
public record Violation(String field, String rule, String message) {
    public Violation {
        Objects.requireNonNull(field);
        if (rule.isBlank() || message.isBlank()) {
            throw new IllegalArgumentException("a violation names its rule and says what to do");
        }
    }
}
