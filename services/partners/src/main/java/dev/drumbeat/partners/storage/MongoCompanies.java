package dev.drumbeat.partners.storage;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.partners.Company;
import dev.drumbeat.partners.CompanyStore;
import dev.drumbeat.partners.SortKey;
import dev.drumbeat.partners.Versioned;
import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.RequestLog;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.Revisions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Companies in the collection {@code companies}. */
@Singleton
final class MongoCompanies extends MongoAggregates<Company, MongoCompanies.CompanyDocument> implements CompanyStore {
    public record CompanyDocument(
            @BsonId String id,
            String displayName,
            String sortKey,
            String timeZone,
            long revision,
            String createdKey,
            String createdHash,
            List<RequestLog.Answered> requests,
            List<AuditEvent> outbox,
            @Nullable Instant outboxAt) {}

    MongoCompanies(MongoDatabase database, AuditTrail trail) {
        super(database.getCollection(Company.COLLECTION, CompanyDocument.class), trail);
    }

    @Override
    public void prepare() {
        super.prepare();
        unique("created_key", CREATED_KEY);
        unique("sort_key", SORT_KEY);
    }

    @Override
    public Page<Company> list(Page.Wanted wanted) {
        List<CompanyDocument> found = documents
                .find(Filters.gt(SORT_KEY, wanted.after()))
                .sort(Sorts.ascending(SORT_KEY))
                .limit(wanted.size() + 1)
                .into(new ArrayList<>());
        return Page.of(found, wanted, CompanyDocument::sortKey).map(MongoCompanies::company);
    }

    @Override
    public List<Company> findAll(Collection<String> ids) {
        return documents.find(Filters.in(Revisions.ID, ids)).into(new ArrayList<>()).stream()
                .sorted(Comparator.comparing(CompanyDocument::sortKey))
                .map(MongoCompanies::company)
                .toList();
    }

    @Override
    String id(Company company) {
        return company.id();
    }

    @Override
    CompanyDocument document(Versioned<Company> kept) {
        Company company = kept.value();
        Book book = Book.of(kept);
        return new CompanyDocument(
                company.id(),
                company.displayName(),
                SortKey.of(company.displayName(), company.id()),
                company.timeZone().getId(),
                book.revision(),
                book.createdKey(),
                book.createdHash(),
                book.requests(),
                book.outbox(),
                book.outboxAt());
    }

    @Override
    Versioned<Company> versioned(CompanyDocument document) {
        return new Book(
                        document.revision(),
                        document.createdKey(),
                        document.createdHash(),
                        document.requests(),
                        document.outbox(),
                        document.outboxAt())
                .versioned(company(document));
    }

    private static Company company(CompanyDocument document) {
        return new Company(document.id(), document.displayName(), ZoneId.of(document.timeZone()));
    }
}
