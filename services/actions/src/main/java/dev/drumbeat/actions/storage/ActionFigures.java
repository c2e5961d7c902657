package dev.drumbeat.actions.storage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import dev.drumbeat.actions.CorrectiveAction;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.telemetry.Figure;
import dev.drumbeat.platform.telemetry.FigureSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;

/** What waits for an owner, over all partnerships. */
@Singleton
final class ActionFigures implements FigureSource {
    private final MongoCollection<Document> actions;
    private final Clock clock;

    ActionFigures(MongoDatabase database, Clock clock) {
        this.actions = database.getCollection(CorrectiveAction.COLLECTION);
        this.clock = clock;
    }

    @Override
    public List<Figure> look() {
        Instant now = clock.instant();
        long live = 0;
        long unowned = 0;
        double minutes = 0;
        double longest = 0;
        for (Document action : actions.find(Filters.eq(ActionDocuments.LIVE, true))
                .projection(Projections.include(ActionDocuments.UNOWNED, ActionDocuments.URGENCY))) {
            live++;
            if (action.getBoolean(ActionDocuments.UNOWNED, false)) {
                double since = Duration.between(since(action), now).toMillis() / 60_000.0;
                unowned++;
                minutes += since;
                longest = Math.max(longest, since);
            }
        }
        return List.of(
                Figure.of("drumbeat.actions.live", "Corrective actions that are neither closed nor voided.", live),
                Figure.of("drumbeat.actions.unowned", "Those of them that nobody has agreed to own.", unowned),
                Figure.of("drumbeat.actions.unowned.minutes", "How long those have waited, added up.", minutes),
                Figure.of("drumbeat.actions.unowned.longest.minutes", "How long the oldest has waited.", longest));
    }

    /** An unowned action's urgency begins with the moment since when it is. */
    private static Instant since(Document action) {
        return Instant.ofEpochMilli(
                Long.parseLong(Doc.text(action, ActionDocuments.URGENCY).split("\\|", 3)[1]));
    }
}
