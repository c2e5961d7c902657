package dev.drumbeat.gateway.live;

import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.IncentivesStreams;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Agreements, statements, disclosures, evidence and projections. Their changes are numbered here, by microseconds, so that no two have one number. */
@Component
final class IncentiveFeed implements ChangeFeed {
    private final IncentivesStreams incentives;
    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    IncentiveFeed(IncentivesStreams incentives, Clock clock) {
        this.incentives = incentives;
        this.clock = clock;
    }

    @Override
    public Source source() {
        return Source.INCENTIVES;
    }

    @Override
    public Line open() {
        return new Stream<>(
                incentives.watchIncentives(),
                change -> change(change.getPartnership(), Wire.moment(change.getChangedAt())));
    }

    @Override
    public Optional<Change> missed(String partnership) {
        return Optional.of(change(partnership, clock.instant()));
    }

    private Change change(String partnership, Instant at) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return new Change(partnership, Source.INCENTIVES, last.updateAndGet(known -> Math.max(known + 1, now)), at);
    }
}
