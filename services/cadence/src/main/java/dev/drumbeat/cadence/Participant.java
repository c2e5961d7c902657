package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.Side;

/**
 * A person as a meeting names them, with the names as they were then.
 *
 * @param person {@code people/{person}}
 */
public record Participant(String person, String displayName, Side side, String companyDisplayName) {}
