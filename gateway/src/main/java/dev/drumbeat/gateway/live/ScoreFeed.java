package dev.drumbeat.gateway.live;

import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.KpisStreams;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Scorecards, which count their revisions themselves. */
@Component
final class ScoreFeed implements ChangeFeed {
    private final KpisStreams kpis;

    ScoreFeed(KpisStreams kpis) {
        this.kpis = kpis;
    }

    @Override
    public Source source() {
        return Source.SCORES;
    }

    @Override
    public Line open() {
        return new Stream<>(
                kpis.watchScorecards(),
                change -> new Change(
                        change.getPartnership(),
                        Source.SCORES,
                        change.getRevision(),
                        Wire.moment(change.getChangedAt())));
    }

    @Override
    public Optional<Change> missed(String partnership) {
        return Optional.empty();
    }
}
