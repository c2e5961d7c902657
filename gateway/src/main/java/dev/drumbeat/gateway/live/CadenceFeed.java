package dev.drumbeat.gateway.live;

import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.CadenceStreams;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Series, meetings and commitments. */
@Component
final class CadenceFeed implements ChangeFeed {
    private final CadenceStreams cadence;
    private final Numbering numbering;

    CadenceFeed(CadenceStreams cadence, Clock clock) {
        this.cadence = cadence;
        this.numbering = new Numbering(Source.CADENCE, clock);
    }

    @Override
    public Source source() {
        return Source.CADENCE;
    }

    @Override
    public Line open() {
        return new Stream<>(
                cadence.watchCadence(),
                change -> numbering.change(change.getPartnership(), Wire.moment(change.getChangedAt())));
    }

    @Override
    public Optional<Change> missed(String partnership) {
        return Optional.of(numbering.missed(partnership));
    }
}
