package dev.drumbeat.partners.storage;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.partners.Account;
import dev.drumbeat.partners.Person;
import dev.drumbeat.partners.PersonStore;
import dev.drumbeat.partners.SortKey;
import dev.drumbeat.partners.Versioned;
import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.RequestLog;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.Revisions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** People and what they sign in with, in the collection {@code people}. */
@Singleton
final class MongoPeople extends MongoAggregates<Account, MongoPeople.PersonDocument> implements PersonStore {
    private static final String EMAIL = "email";
    private static final String COMPANY = "company";
    private static final String ADMINISTRATOR = "administrator";
    private static final String DEACTIVATED_AT = "deactivatedAt";
    private static final String LEAVING = "leaving";

    /** @param leaving true or absent, so that its index holds only those who leave */
    public record PersonDocument(
            @BsonId String id,
            String displayName,
            String sortKey,
            String email,
            String company,
            boolean administrator,
            @Nullable Instant deactivatedAt,
            String passwordHash,
            long sessionEpoch,
            @Nullable Boolean leaving,
            long revision,
            String createdKey,
            String createdHash,
            List<RequestLog.Answered> requests,
            List<AuditEvent> outbox,
            @Nullable Instant outboxAt) {}

    MongoPeople(MongoDatabase database, AuditTrail trail) {
        super(database.getCollection(Person.COLLECTION, PersonDocument.class), trail);
    }

    @Override
    public void prepare() {
        super.prepare();
        unique("created_key", CREATED_KEY);
        unique("email", EMAIL);
        unique("company_sort_key", COMPANY, SORT_KEY);
        index("administrator", ADMINISTRATOR);
        documents.createIndex(
                Indexes.ascending(LEAVING), new IndexOptions().name("leaving").sparse(true));
    }

    @Override
    public Optional<Account> findByEmail(String email) {
        return Optional.ofNullable(documents.find(Filters.eq(EMAIL, email)).first())
                .map(MongoPeople::account);
    }

    @Override
    public Page<Person> list(String company, Page.Wanted wanted) {
        List<PersonDocument> found = documents
                .find(Filters.and(Filters.eq(COMPANY, company), Filters.gt(SORT_KEY, wanted.after())))
                .sort(Sorts.ascending(SORT_KEY))
                .limit(wanted.size() + 1)
                .into(new ArrayList<>());
        return Page.of(found, wanted, PersonDocument::sortKey).map(MongoPeople::person);
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
    String id(Account account) {
        return account.person().id();
    }

    @Override
    PersonDocument document(Versioned<Account> kept) {
        Account account = kept.value();
        Person person = account.person();
        Book book = Book.of(kept);
        return new PersonDocument(
                person.id(),
                person.displayName(),
                SortKey.of(person.displayName(), person.id()),
                person.email(),
                person.company(),
                person.administrator(),
                person.deactivatedAt(),
                account.passwordHash(),
                account.sessionEpoch(),
                account.leaving() ? Boolean.TRUE : null,
                book.revision(),
                book.createdKey(),
                book.createdHash(),
                book.requests(),
                book.outbox(),
                book.outboxAt());
    }

    @Override
    Versioned<Account> versioned(PersonDocument document) {
        return new Book(
                        document.revision(),
                        document.createdKey(),
                        document.createdHash(),
                        document.requests(),
                        document.outbox(),
                        document.outboxAt())
                .versioned(account(document));
    }

    private static Account account(PersonDocument document) {
        return new Account(
                person(document),
                document.passwordHash(),
                document.sessionEpoch(),
                Boolean.TRUE.equals(document.leaving()));
    }

    private static Person person(PersonDocument document) {
        return new Person(
                document.id(),
                document.displayName(),
                document.email(),
                document.company(),
                document.administrator(),
                document.deactivatedAt());
    }
}
