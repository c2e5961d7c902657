package dev.drumbeat.actions.storage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static dev.drumbeat.actions.storage.ChangedDocuments.PARTNERSHIP;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.actions.ActionStore.Changed;
import dev.drumbeat.actions.Raci;
import dev.drumbeat.actions.RaciStore;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.DomainDocuments;
import dev.drumbeat.platform.mongo.MongoAggregates;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** RACI versions in the collection {@code raci_versions}, one document each. */
@Singleton
final class MongoRacis extends MongoAggregates<Raci> implements RaciStore {
    private static final String VERSION = "version";
    private static final String PUBLISHED_AT = "publishedAt";

    MongoRacis(MongoDatabase database, AuditTrail trail) {
        super(database, "raci_versions", trail);
    }

    @Override
    public void prepare() {
        super.prepare();
        unique("created_key", CREATED_KEY);
        unique("partnership_version", PARTNERSHIP, VERSION);
        index("published_at", PUBLISHED_AT);
    }

    @Override
    protected String id(Raci raci) {
        return raci.versionName();
    }

    @Override
    protected Document write(Raci raci) {
        Raci.Publication publication = Objects.requireNonNull(raci.publication());
        return new Document(PARTNERSHIP, raci.partnership())
                .append(VERSION, raci.version())
                .append("reviewDate", Objects.requireNonNull(raci.reviewDate()).toString())
                .append("publishedBy", DomainDocuments.actor(publication.by()))
                .append(PUBLISHED_AT, publication.at())
                .append("reason", publication.reason())
                .append("activities", Doc.documents(raci.activities(), MongoRacis::activity));
    }

    @Override
    protected Raci read(Document document) {
        return new Raci(
                Doc.text(document, PARTNERSHIP),
                Doc.integer(document, VERSION),
                Doc.list(document, "activities", MongoRacis::activity),
                LocalDate.parse(Doc.text(document, "reviewDate")),
                new Raci.Publication(
                        DomainDocuments.actor(Doc.child(document, "publishedBy")),
                        Doc.instant(document, PUBLISHED_AT),
                        Doc.text(document, "reason")));
    }

    private static Document activity(Raci.Activity activity) {
        return new Document("id", activity.id())
                .append("displayName", activity.displayName())
                .append(
                        "assignments",
                        Doc.documents(
                                activity.assignments(),
                                assignment -> new Document("person", FactDocuments.person(assignment.person()))
                                        .append("letter", assignment.letter().name())));
    }

    private static Raci.Activity activity(Document document) {
        return new Raci.Activity(
                Doc.text(document, "id"),
                Doc.text(document, "displayName"),
                Doc.list(
                        document,
                        "assignments",
                        assignment -> new Raci.Assignment(
                                FactDocuments.person(Doc.child(assignment, "person")),
                                Doc.name(assignment, "letter", Raci.Letter.class))));
    }

    @Override
    public Optional<Versioned<Raci>> newest(String partnership) {
        return Optional.ofNullable(documents
                        .find(eq(PARTNERSHIP, partnership))
                        .sort(Sorts.descending(VERSION))
                        .limit(1)
                        .first())
                .map(this::versioned);
    }

    @Override
    public Page<Versioned<Raci>> versions(Scope scope, Page.Wanted wanted) {
        Bson all = eq(PARTNERSHIP, scope.partnership());
        List<Document> found = documents
                .find(wanted.after().isEmpty() ? all : and(all, lt(VERSION, wanted.offset())))
                .sort(Sorts.descending(VERSION))
                .limit(wanted.size() + 1)
                .into(new ArrayList<>());
        return Page.of(found, wanted, document -> Integer.toString(Doc.integer(document, VERSION)))
                .map(this::versioned);
    }

    @Override
    public List<Changed> publishedAfter(Instant moment, int atMost) {
        return ChangedDocuments.after(documents, PUBLISHED_AT, moment, atMost);
    }
}
