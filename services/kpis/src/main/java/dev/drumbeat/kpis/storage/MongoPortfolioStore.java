package dev.drumbeat.kpis.storage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.kpis.PortfolioLine;
import dev.drumbeat.kpis.PortfolioStore;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.mongo.Doc;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Portfolio lines in the store. */
final class MongoPortfolioStore implements PortfolioStore {
    private final MongoCollection<Document> lines;
    private final Ranks ranks;

    MongoPortfolioStore(MongoDatabase database, Clock clock) {
        this.lines = database.getCollection(Collections.LINES);
        this.ranks = new Ranks(lines, clock);
    }

    @Override
    public Map<String, PortfolioLine> ranks(Collection<Scope> scopes) {
        return ranks.of(scopes.stream().map(Scope::partnership).toList());
    }

    @Override
    public Map<String, PortfolioLine> lines(Collection<Scope> scopes) {
        Map<String, PortfolioLine> found = new HashMap<>();
        if (!scopes.isEmpty()) {
            lines.find(Filters.in("_id", scopes.stream().map(Scope::partnership).toList()))
                    .batchSize(scopes.size() + 1)
                    .map(ScorecardDocuments::line)
                    .forEach(line -> found.put(line.partnership(), line));
        }
        return found;
    }

    @Override
    public List<Changed> writtenAfter(Instant moment) {
        return lines.find(Filters.gt(ScorecardDocuments.WRITTEN_AT, moment))
                .projection(Projections.include("revision", "changedAt", ScorecardDocuments.WRITTEN_AT))
                .sort(Sorts.ascending(ScorecardDocuments.WRITTEN_AT))
                .map(document -> new Changed(
                        Doc.text(document, "_id"),
                        Doc.longInteger(document, "revision"),
                        Doc.instant(document, "changedAt"),
                        Doc.instant(document, ScorecardDocuments.WRITTEN_AT)))
                .into(new ArrayList<>());
    }
}
