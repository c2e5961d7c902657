package dev.drumbeat.kpis.storage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.kpis.PortfolioLine;
import dev.drumbeat.kpis.PortfolioStore;
import dev.drumbeat.platform.domain.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Portfolio lines in the store. */
final class MongoPortfolioStore implements PortfolioStore {
    private final MongoCollection<Document> lines;

    MongoPortfolioStore(MongoDatabase database) {
        this.lines = database.getCollection(Collections.LINES);
    }

    @Override
    public Map<String, PortfolioLine> ranks(Collection<Scope> scopes) {
        return read(scopes, Projections.exclude("goal"));
    }

    @Override
    public Map<String, PortfolioLine> lines(Collection<Scope> scopes) {
        return read(scopes, new Document());
    }

    private Map<String, PortfolioLine> read(Collection<Scope> scopes, Bson projection) {
        Map<String, PortfolioLine> found = new HashMap<>();
        if (!scopes.isEmpty()) {
            lines.find(Filters.in("_id", scopes.stream().map(Scope::partnership).toList()))
                    .projection(projection)
                    .batchSize(scopes.size() + 1)
                    .map(ScorecardDocuments::line)
                    .forEach(line -> found.put(line.partnership(), line));
        }
        return found;
    }

    @Override
    public List<Changed> changedAfter(Instant moment) {
        return lines.find(Filters.gt("changedAt", moment))
                .projection(Projections.include("revision", "changedAt"))
                .sort(Sorts.ascending("changedAt"))
                .map(document -> new Changed(
                        Doc.text(document, "_id"),
                        Doc.longInteger(document, "revision"),
                        Doc.instant(document, "changedAt")))
                .into(new ArrayList<>());
    }
}
