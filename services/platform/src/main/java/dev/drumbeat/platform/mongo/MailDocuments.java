package dev.drumbeat.platform.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.platform.domain.MailMessage;
import dev.drumbeat.platform.domain.MailStore;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Mail in the collection {@code mail}; a service that writes any makes a bean of it. */
public abstract class MailDocuments extends MongoAggregates<MailMessage> implements MailStore {
    public static final String COLLECTION = "mail";
    public static final String DUE_AT = "dueAt";

    private static final String PERSON = "person";
    private static final String PARTNERSHIP = "partnership";
    private static final String POSITION = "position";
    private static final String BODY = "body";

    private final Records<MailMessage> records = new Records<>(MailMessage.class);

    protected MailDocuments(MongoDatabase database, AuditTrail trail) {
        super(database, COLLECTION, trail);
    }

    @Override
    public void prepare() {
        super.prepare();
        unique("created_key", CREATED_KEY);
        index("person_position", PERSON, POSITION);
        index("partnership_position", PARTNERSHIP, POSITION);
        sparse("due_at", DUE_AT);
    }

    @Override
    public List<Versioned<MailMessage>> due(Instant now, int atMost) {
        return documents
                .find(Filters.lte(DUE_AT, now))
                .sort(Sorts.ascending(DUE_AT))
                .limit(atMost)
                .map(this::versioned)
                .into(new ArrayList<>());
    }

    @Override
    public Page<MailMessage> to(String person, Page.Wanted wanted) {
        return page(Filters.eq(PERSON, person), wanted);
    }

    @Override
    public Page<MailMessage> about(Scope scope, Page.Wanted wanted) {
        return page(Filters.eq(PARTNERSHIP, scope.partnership()), wanted);
    }

    private Page<MailMessage> page(Bson whose, Page.Wanted wanted) {
        Bson filter = wanted.after().isEmpty() ? whose : Filters.and(whose, Filters.lt(POSITION, wanted.after()));
        List<Document> found = documents
                .find(filter)
                .sort(Sorts.descending(POSITION))
                .limit(wanted.size() + 1)
                .into(new ArrayList<>());
        return Page.of(found, wanted, document -> Doc.text(document, POSITION)).map(this::read);
    }

    @Override
    protected String id(MailMessage mail) {
        return mail.id();
    }

    @Override
    protected Document write(MailMessage mail) {
        Document document = new Document(PERSON, mail.recipient().person())
                .append(PARTNERSHIP, mail.partnership())
                .append(POSITION, "%015d-%s".formatted(mail.createdAt().toEpochMilli(), mail.id()))
                .append(BODY, records.write(mail));
        Doc.put(document, DUE_AT, mail.nextAttemptAt());
        return document;
    }

    @Override
    protected MailMessage read(Document document) {
        return records.read(Doc.child(document, BODY));
    }
}
