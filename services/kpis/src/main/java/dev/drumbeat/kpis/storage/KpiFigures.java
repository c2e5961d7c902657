package dev.drumbeat.kpis.storage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.kpis.RedEpisode;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.telemetry.Figure;
import dev.drumbeat.platform.telemetry.FigureSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;

/** Reds that are open, and figures that are recorded but not in their collections yet, over all partnerships. */
final class KpiFigures implements FigureSource {
    private final MongoCollection<Document> episodes;
    private final MongoCollection<Document> scorecards;
    private final Clock clock;

    KpiFigures(MongoDatabase database, Clock clock) {
        this.episodes = database.getCollection(Collections.EPISODES);
        this.scorecards = database.getCollection(Collections.SCORECARDS);
        this.clock = clock;
    }

    @Override
    public List<Figure> look() {
        Instant now = clock.instant();
        Document oldest = scorecards
                .find(Filters.lte(ScorecardDocuments.PENDING_SINCE, now))
                .projection(Projections.include(ScorecardDocuments.PENDING_SINCE))
                .sort(Sorts.ascending(ScorecardDocuments.PENDING_SINCE))
                .limit(1)
                .first();
        long waiting =
                oldest == null ? 0 : scorecards.countDocuments(Filters.lte(ScorecardDocuments.PENDING_SINCE, now));
        double late = oldest == null
                ? 0
                : Duration.between(Doc.instant(oldest, ScorecardDocuments.PENDING_SINCE), now)
                                .toMillis()
                        / 1e3;
        return List.of(
                Figure.of(
                        "drumbeat.reds.open",
                        "Red episodes that have not ended.",
                        episodes.countDocuments(Filters.eq("state", RedEpisode.State.OPEN.name()))),
                Figure.of(
                        "drumbeat.outbox.waiting",
                        "Scorecards whose newest figures are not in their collections yet.",
                        waiting),
                Figure.of("drumbeat.outbox.oldest.seconds", "How long the oldest of them has waited.", late));
    }
}
