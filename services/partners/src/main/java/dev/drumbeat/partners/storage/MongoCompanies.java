package dev.drumbeat.partners.storage;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.partners.Company;
import dev.drumbeat.partners.CompanyStore;
import dev.drumbeat.partners.SortKey;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.MongoAggregates;
import dev.drumbeat.platform.mongo.Revisions;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;

/** Companies in the collection {@code companies}. */
@Singleton
final class MongoCompanies extends MongoAggregates<Company> implements CompanyStore {
    private static final String SORT_KEY = "sortKey";

    MongoCompanies(MongoDatabase database, AuditTrail trail) {
        super(database, Company.COLLECTION, trail);
    }

    @Override
    public void prepare() {
        super.prepare();
        unique("created_key", CREATED_KEY);
        unique("sort_key", SORT_KEY);
    }

    @Override
    public Page<Company> list(Page.Wanted wanted) {
        List<Document> found = documents
                .find(Filters.gt(SORT_KEY, wanted.after()))
                .sort(Sorts.ascending(SORT_KEY))
                .limit(wanted.size() + 1)
                .into(new ArrayList<>());
        return Page.of(found, wanted, document -> Doc.text(document, SORT_KEY)).map(this::read);
    }

    @Override
    public List<Company> findAll(Collection<String> ids) {
        return documents.find(Filters.in(Revisions.ID, ids)).into(new ArrayList<>()).stream()
                .sorted(Comparator.comparing(document -> Doc.text(document, SORT_KEY)))
                .map(this::read)
                .toList();
    }

    @Override
    protected String id(Company company) {
        return company.id();
    }

    @Override
    protected Document write(Company company) {
        return new Document("displayName", company.displayName())
                .append(SORT_KEY, SortKey.of(company.displayName(), company.id()))
                .append("timeZone", company.timeZone().getId());
    }

    @Override
    protected Company read(Document document) {
        return new Company(
                Doc.text(document, Revisions.ID),
                Doc.text(document, "displayName"),
                ZoneId.of(Doc.text(document, "timeZone")));
    }
}
