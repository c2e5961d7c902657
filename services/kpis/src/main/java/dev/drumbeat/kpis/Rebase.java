package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;

/**
 * A new start of the natural process limits.
 *
 * @param from first period judged by the new limits
 */
public record Rebase(Period from, String reason, Actor by, Instant at) {}
