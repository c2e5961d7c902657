package dev.drumbeat.gateway.live;

import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.ActionsStreams;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Corrective actions and the RACI. Their changes are numbered here, by microseconds, so that no two have one number. */
@Component
final class ActionFeed implements ChangeFeed {
    private final ActionsStreams actions;
    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    ActionFeed(ActionsStreams actions, Clock clock) {
        this.actions = actions;
        this.clock = clock;
    }

    @Override
    public Source source() {
        return Source.ACTIONS;
    }

    @Override
    public Line open() {
        return new Stream<>(
                actions.watchActions(), change -> change(change.getPartnership(), Wire.moment(change.getChangedAt())));
    }

    @Override
    public Optional<Change> missed(String partnership) {
        return Optional.of(change(partnership, clock.instant()));
    }

    private Change change(String partnership, Instant at) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return new Change(partnership, Source.ACTIONS, last.updateAndGet(known -> Math.max(known + 1, now)), at);
    }
}
