package dev.drumbeat.incentives.storage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.incentives.Books.Changed;
import dev.drumbeat.incentives.Projected;
import dev.drumbeat.incentives.journal.Trees;
import dev.drumbeat.platform.mongo.Revisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/** Projections as last computed, one document for each partnership; the last one written stays. */
final class MongoProjections implements Projected.Store {
    private static final String COMPUTED_AT = "computedAt";

    private final MongoCollection<Document> documents;

    MongoProjections(MongoDatabase database) {
        this.documents = database.getCollection("projections");
    }

    void prepare() {
        documents.createIndex(Indexes.ascending(COMPUTED_AT), new IndexOptions().name("computed"));
    }

    @Override
    public List<Projected> find(Collection<String> partnerships) {
        return documents
                .find(Filters.in(Revisions.ID, partnerships))
                .map(document -> Trees.read(Bson.tree(document), Projected.class))
                .into(new ArrayList<>());
    }

    @Override
    public void put(Projected projected) {
        Document document = Bson.document(Trees.write(projected)).append(Revisions.ID, projected.partnership());
        documents.replaceOne(
                Filters.eq(Revisions.ID, projected.partnership()), document, new ReplaceOptions().upsert(true));
    }

    @Override
    public List<Changed> computedAfter(Instant moment, int atMost) {
        return documents
                .find(Filters.gt(COMPUTED_AT, moment))
                .sort(Sorts.ascending(COMPUTED_AT))
                .projection(Projections.include(COMPUTED_AT))
                .limit(atMost)
                .map(row -> new Changed(
                        row.getString(Revisions.ID), row.getDate(COMPUTED_AT).toInstant()))
                .into(new ArrayList<>());
    }
}
