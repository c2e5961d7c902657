package dev.drumbeat.gateway.live;

import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.ActionsStreams;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Corrective actions and the RACI. */
@Component
final class ActionFeed implements ChangeFeed {
    private final ActionsStreams actions;
    private final Numbering numbering;

    ActionFeed(ActionsStreams actions, Clock clock) {
        this.actions = actions;
        this.numbering = new Numbering(Source.ACTIONS, clock);
    }

    @Override
    public Source source() {
        return Source.ACTIONS;
    }

    @Override
    public Line open() {
        return new Stream<>(
                actions.watchActions(),
                change -> numbering.change(change.getPartnership(), Wire.moment(change.getChangedAt())));
    }

    @Override
    public Optional<Change> missed(String partnership) {
        return Optional.of(numbering.missed(partnership));
    }
}
