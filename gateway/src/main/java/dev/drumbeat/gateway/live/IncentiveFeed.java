package dev.drumbeat.gateway.live;

import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.IncentivesStreams;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Agreements, statements, disclosures, evidence and projections. */
@Component
final class IncentiveFeed implements ChangeFeed {
    private final IncentivesStreams incentives;
    private final Numbering numbering;

    IncentiveFeed(IncentivesStreams incentives, Clock clock) {
        this.incentives = incentives;
        this.numbering = new Numbering(Source.INCENTIVES, clock);
    }

    @Override
    public Source source() {
        return Source.INCENTIVES;
    }

    @Override
    public Line open() {
        return new Stream<>(
                incentives.watchIncentives(),
                change -> numbering.change(change.getPartnership(), Wire.moment(change.getChangedAt())));
    }

    @Override
    public Optional<Change> missed(String partnership) {
        return Optional.of(numbering.missed(partnership));
    }
}
