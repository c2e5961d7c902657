package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Json;
import java.time.ZoneId;

/**
 * An owner or a specialist.
 *
 * @param id the last part of {@code companies/{company}}
 * @param timeZone of the company's calendar days
 */
public record Company(String id, String displayName, ZoneId timeZone) {
    public static final String COLLECTION = "companies";

    public String name() {
        return COLLECTION + "/" + id;
    }

    String json() {
        return Json.object("displayName", displayName, "timeZone", timeZone.getId());
    }
}
