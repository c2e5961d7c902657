package dev.drumbeat.cadence.storage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.telemetry.Figure;
import dev.drumbeat.platform.telemetry.FigureSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;

/** Mail that is not handed over yet, over all partnerships. */
@Singleton
final class MailFigures implements FigureSource {
    private final MongoCollection<Document> mail;
    private final Clock clock;

    MailFigures(MongoDatabase database, Clock clock) {
        this.mail = database.getCollection(MongoMail.COLLECTION);
        this.clock = clock;
    }

    @Override
    public List<Figure> look() {
        Instant now = clock.instant();
        Document oldest = mail.find(Filters.lte(MongoMail.DUE_AT, now))
                .projection(Projections.include(MongoMail.DUE_AT))
                .sort(Sorts.ascending(MongoMail.DUE_AT))
                .limit(1)
                .first();
        long due = oldest == null ? 0 : mail.countDocuments(Filters.lte(MongoMail.DUE_AT, now));
        double late = oldest == null
                ? 0
                : Duration.between(Doc.instant(oldest, MongoMail.DUE_AT), now).toMillis() / 1e3;
        return List.of(
                Figure.of("drumbeat.mail.waiting", "Mail that should have been handed over by now.", due),
                Figure.of("drumbeat.mail.oldest.seconds", "How long the oldest of it has been due.", late));
    }
}
