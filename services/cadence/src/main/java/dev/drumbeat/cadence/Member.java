package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.Role;

/**
 * Somebody on a partnership.
 *
 * @param email empty when the directory has none
 */
public record Member(Participant participant, Role role, String email) {}
