package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Side;
import java.time.Instant;

/**
 * What a person is on a partnership.
 *
 * @param person id of the person
 * @param since when they got this role
 */
public record Member(String person, Side side, Role role, Instant since) {
    String json() {
        return Json.object("side", side, "role", role);
    }
}
