package dev.drumbeat.gateway.cadence;

import dev.drumbeat.gateway.graphql.UserError;
import dev.drumbeat.proto.cadence.v1.Schedule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule would give.
 *
 * @param schedule as it would be saved; null when it would be refused
 */
record SchedulePreview(@Nullable Schedule schedule, List<Instant> starts, List<UserError> userErrors) {}
