package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of one company.
 *
 * @param id the last part of {@code people/{person}}
 * @param email lower-cased; the sign-in name
 * @param company id of the company
 * @param administrator holds the installation role ADMIN
 * @param deactivatedAt null while the person is active
 */
public record Person(
        String id,
        String displayName,
        String email,
        String company,
        boolean administrator,
        @Nullable Instant deactivatedAt) {
    public static final String COLLECTION = "people";

    public String name() {
        return COLLECTION + "/" + id;
    }

    public boolean isActive() {
        return deactivatedAt == null;
    }

    /** As people of another company see them. */
    Person asSeenFromOutside() {
        return new Person(id, displayName, "", company, false, deactivatedAt);
    }

    Person deactivated(Instant at) {
        return new Person(id, displayName, email, company, administrator, at);
    }

    /** Without the e-mail address: the trail is read by more people than the address is meant for. */
    String json() {
        return Json.object(
                "displayName",
                displayName,
                "company",
                Company.COLLECTION + "/" + company,
                "administrator",
                administrator,
                "deactivatedAt",
                deactivatedAt);
    }
}
