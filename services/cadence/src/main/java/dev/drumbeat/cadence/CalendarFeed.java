package dev.drumbeat.cadence;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A private address under which a person's calendar program reads their meetings.
 *
 * @param person {@code people/{person}}
 * @param secretHash SHA-256 of the secret, which has 256 random bits and is kept nowhere
 * @param revokedAt null while it may be read
 * @param lastReadAt exact to the hour; null while never read
 */
public record CalendarFeed(
        String id,
        String person,
        String displayName,
        String secretHash,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastReadAt) {
    public static final String COLLECTION = "calendarFeeds";
    public static final Duration LIFE = Duration.ofDays(90);

    public String name() {
        return COLLECTION + "/" + id;
    }

    boolean isReadable(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    CalendarFeed revoked(Instant at) {
        return new CalendarFeed(id, person, displayName, secretHash, createdAt, expiresAt, at, lastReadAt);
    }
}
