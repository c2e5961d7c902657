package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Side;

/**
 * A person as a fact names them.
 *
 * @param person {@code people/{person}}
 * @param displayName the name as it was then
 */
public record ActionPerson(String person, String displayName, Side side, String companyDisplayName) {}
