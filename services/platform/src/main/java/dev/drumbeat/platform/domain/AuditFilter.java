package dev.drumbeat.platform.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a trail are wanted; whatever is empty or null does not narrow it.
 *
 * @param subject what it was done to
 * @param action how what was done begins, such as {@code kpi.target}
 * @param actor who did it, such as {@code people/ada}
 * @param from at this moment or later
 * @param until before this moment
 */
public record AuditFilter(
        String subject,
        String action,
        String actor,
        @Nullable Instant from,
        @Nullable Instant until) {
    public static final AuditFilter NONE = new AuditFilter("", "", "", null, null);
}
