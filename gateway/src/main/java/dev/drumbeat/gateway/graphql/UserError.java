package dev.drumbeat.gateway.graphql;

import org.jspecify.annotations.Nullable;

/**
 * One broken rule.
 *
 * @param code stable, such as {@code PERIOD_FORMAT}
 * @param field path of the input's field; null when it is about the whole
 */
public record UserError(String code, @Nullable String field, String message) {}
