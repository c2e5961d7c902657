package dev.drumbeat.partners.storage;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.partners.Account;
import dev.drumbeat.partners.PasswordLink;
import dev.drumbeat.partners.Person;
import dev.drumbeat.partners.PersonStore;
import dev.drumbeat.partners.SortKey;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.MongoAggregates;
import dev.drumbeat.platform.mongo.Revisions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** People and what they sign in with, in the collection {@code people}. */
@Singleton
final class MongoPeople extends MongoAggregates<Account> implements PersonStore {
    private static final String SORT_KEY = "sortKey";
    private static final String EMAIL = "email";
    private static final String COMPANY = "company";
    private static final String ADMINISTRATOR = "administrator";
    private static final String DEACTIVATED_AT = "deactivatedAt";
    private static final String LEAVING = "leaving";
    private static final String LINK_PURPOSE = "linkPurpose";
    private static final String LINK_SALT = "linkSalt";
    private static final String LINK_HASH = "linkHash";
    private static final String LINK_EXPIRES_AT = "linkExpiresAt";

    MongoPeople(MongoDatabase database, AuditTrail trail) {
        super(database, Person.COLLECTION, trail);
    }

    @Override
    public void prepare() {
        super.prepare();
        unique("created_key", CREATED_KEY);
        unique("email", EMAIL);
        unique("company_sort_key", COMPANY, SORT_KEY);
        index("administrator", ADMINISTRATOR);
        sparse("leaving", LEAVING);
        sparse("link_hash", LINK_HASH);
        sparse("link_expires_at", LINK_EXPIRES_AT);
    }

    @Override
    public Optional<Account> findByEmail(String email) {
        return Optional.ofNullable(documents.find(Filters.eq(EMAIL, email)).first())
                .map(this::read);
    }

    @Override
    public Optional<Account> findByLink(String secretHash) {
        return Optional.ofNullable(
                        documents.find(Filters.eq(LINK_HASH, secretHash)).first())
                .map(this::read);
    }

    @Override
    public List<Account> linkedAfter(Instant moment, int limit) {
        return documents
                .find(Filters.gt(LINK_EXPIRES_AT, moment))
                .limit(limit)
                .map(this::read)
                .into(new ArrayList<>());
    }

    @Override
    public Page<Account> list(String company, Page.Wanted wanted) {
        List<Document> found = documents
                .find(Filters.and(Filters.eq(COMPANY, company), Filters.gt(SORT_KEY, wanted.after())))
                .sort(Sorts.ascending(SORT_KEY))
                .limit(wanted.size() + 1)
                .into(new ArrayList<>());
        return Page.of(found, wanted, document -> Doc.text(document, SORT_KEY)).map(this::read);
    }

    @Override
    public List<Person> findAll(Collection<String> ids) {
        return documents
                .find(Filters.in(Revisions.ID, ids))
                .map(MongoPeople::person)
                .into(new ArrayList<>());
    }

    @Override
    public boolean isEmpty() {
        return documents.find().limit(1).first() == null;
    }

    @Override
    public boolean hasOtherAdministrator(String id) {
        return documents.find(Filters.eq(ADMINISTRATOR, true)).map(MongoPeople::person).into(new ArrayList<>()).stream()
                .anyMatch(person -> person.isActive() && !person.id().equals(id));
    }

    @Override
    public List<Person> leaving(int limit) {
        return documents
                .find(Filters.eq(LEAVING, true))
                .limit(limit)
                .map(MongoPeople::person)
                .into(new ArrayList<>());
    }

    @Override
    protected String id(Account account) {
        return account.person().id();
    }

    @Override
    protected Document write(Account account) {
        Person person = account.person();
        Document document = new Document("displayName", person.displayName())
                .append(SORT_KEY, SortKey.of(person.displayName(), person.id()))
                .append(EMAIL, person.email())
                .append(COMPANY, person.company())
                .append(ADMINISTRATOR, person.administrator())
                .append("passwordHash", account.passwordHash())
                .append("sessionEpoch", account.sessionEpoch());
        Doc.put(document, DEACTIVATED_AT, person.deactivatedAt());
        if (account.leaving()) {
            // Absent otherwise, so that its index holds only those who leave.
            document.put(LEAVING, true);
        }
        PasswordLink link = account.link();
        if (link != null) {
            document.append(LINK_PURPOSE, link.purpose().name())
                    .append(LINK_SALT, link.salt())
                    .append(LINK_HASH, link.secretHash())
                    .append(LINK_EXPIRES_AT, link.expiresAt());
        }
        return document;
    }

    @Override
    protected Account read(Document document) {
        return new Account(
                person(document),
                Doc.text(document, "passwordHash"),
                Doc.longInteger(document, "sessionEpoch"),
                document.getBoolean(LEAVING, false),
                link(document));
    }

    private static @Nullable PasswordLink link(Document document) {
        return Doc.optionalInstant(document, LINK_EXPIRES_AT)
                .map(expiresAt -> new PasswordLink(
                        Doc.name(document, LINK_PURPOSE, PasswordLink.Purpose.class),
                        Doc.text(document, LINK_SALT),
                        Doc.text(document, LINK_HASH),
                        expiresAt))
                .orElse(null);
    }

    private static Person person(Document document) {
        return new Person(
                Doc.text(document, Revisions.ID),
                Doc.text(document, "displayName"),
                Doc.text(document, EMAIL),
                Doc.text(document, COMPANY),
                document.getBoolean(ADMINISTRATOR, false),
                Doc.optionalInstant(document, DEACTIVATED_AT).orElse(null));
    }
}
