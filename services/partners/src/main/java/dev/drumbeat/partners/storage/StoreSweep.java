package dev.drumbeat.partners.storage;

import dev.drumbeat.partners.EndMemberships;
import dev.drumbeat.partners.Sessions;
import dev.drumbeat.platform.process.Sweeps;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What is done again and again: events told that were not yet, people taken off who left, old sessions forgotten. */
@Context
final class StoreSweep {
    private static final Duration OUTBOX_PERIOD = Duration.ofSeconds(15);
    private static final Duration OUTBOX_AGE = Duration.ofSeconds(5);
    private static final Duration LEAVING_PERIOD = Duration.ofSeconds(15);
    private static final Duration SESSIONS_PERIOD = Duration.ofMinutes(10);

    private final Sweeps sweeps;
    private final List<MongoAggregates<?, ?>> aggregates;
    private final EndMemberships endMemberships;
    private final Sessions sessions;
    private final Clock clock;

    StoreSweep(
            Sweeps sweeps,
            List<MongoAggregates<?, ?>> aggregates,
            EndMemberships endMemberships,
            Sessions sessions,
            Clock clock) {
        this.sweeps = sweeps;
        this.aggregates = aggregates;
        this.endMemberships = endMemberships;
        this.sessions = sessions;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        sweeps.every(
                OUTBOX_PERIOD,
                "outbox",
                () -> aggregates.forEach(kind -> kind.sweep(clock.instant().minus(OUTBOX_AGE))));
        sweeps.every(LEAVING_PERIOD, "leaving", endMemberships::sweep);
        sweeps.every(SESSIONS_PERIOD, "sessions", sessions::sweep);
    }
}
