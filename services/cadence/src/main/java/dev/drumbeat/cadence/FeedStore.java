package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.Aggregates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where calendar feeds are kept. */
public interface FeedStore extends Aggregates<CalendarFeed> {
    Optional<CalendarFeed> findBySecretHash(String secretHash);

    /** Of one person, newest first. */
    List<CalendarFeed> of(String person);

    /** Remembers that it was read; no change of the feed. */
    void touch(CalendarFeed feed, Instant at);
}
