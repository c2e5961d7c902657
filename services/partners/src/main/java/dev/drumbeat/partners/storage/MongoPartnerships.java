package dev.drumbeat.partners.storage;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.partners.Company;
import dev.drumbeat.partners.Member;
import dev.drumbeat.partners.Partnership;
import dev.drumbeat.partners.PartnershipStore;
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
import java.util.Locale;
import java.util.regex.Pattern;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Partnerships with their members, in the collection {@code partnerships}. */
@Singleton
final class MongoPartnerships extends MongoAggregates<Partnership, MongoPartnerships.PartnershipDocument>
        implements PartnershipStore {
    private static final String MEMBERS_PERSON = "members.person";
    private static final String SEARCH_NAME = "searchName";

    /** A company as it was when the partnership was made; companies don't change. */
    public record CompanyPart(String id, String displayName, String timeZone) {
        static CompanyPart of(Company company) {
            return new CompanyPart(
                    company.id(), company.displayName(), company.timeZone().getId());
        }

        Company company() {
            return new Company(id, displayName, ZoneId.of(timeZone));
        }
    }

    public record PartnershipDocument(
            @BsonId String id,
            String displayName,
            String searchName,
            String sortKey,
            CompanyPart owner,
            CompanyPart partner,
            String timeZone,
            String currency,
            String dataNotice,
            List<Member> members,
            long revision,
            String createdKey,
            String createdHash,
            List<RequestLog.Answered> requests,
            List<AuditEvent> outbox,
            @Nullable Instant outboxAt) {}

    MongoPartnerships(MongoDatabase database, AuditTrail trail) {
        super(database.getCollection(Partnership.COLLECTION, PartnershipDocument.class), trail);
    }

    @Override
    public void prepare() {
        super.prepare();
        unique("created_key", CREATED_KEY);
        unique("sort_key", SORT_KEY);
        index("members_person", MEMBERS_PERSON);
    }

    @Override
    public List<Partnership> ofPerson(String person) {
        return documents.find(Filters.eq(MEMBERS_PERSON, person)).into(new ArrayList<>()).stream()
                .sorted(Comparator.comparing(PartnershipDocument::sortKey))
                .map(MongoPartnerships::partnership)
                .toList();
    }

    @Override
    public List<Versioned<Partnership>> findAll(Collection<String> ids) {
        return documents.find(Filters.in(Revisions.ID, ids)).into(new ArrayList<>()).stream()
                .sorted(Comparator.comparing(PartnershipDocument::sortKey))
                .map(this::versioned)
                .toList();
    }

    @Override
    public Page<Versioned<Partnership>> list(String search, Page.Wanted wanted) {
        Bson later = Filters.gt(SORT_KEY, wanted.after());
        Bson filter = search.isEmpty()
                ? later
                : Filters.and(
                        later,
                        Filters.regex(SEARCH_NAME, Pattern.compile(Pattern.quote(search.toLowerCase(Locale.ROOT)))));
        List<PartnershipDocument> found = documents
                .find(filter)
                .sort(Sorts.ascending(SORT_KEY))
                .limit(wanted.size() + 1)
                .into(new ArrayList<>());
        return Page.of(found, wanted, PartnershipDocument::sortKey).map(this::versioned);
    }

    @Override
    String id(Partnership partnership) {
        return partnership.id();
    }

    @Override
    PartnershipDocument document(Versioned<Partnership> kept) {
        Partnership partnership = kept.value();
        Book book = Book.of(kept);
        return new PartnershipDocument(
                partnership.id(),
                partnership.displayName(),
                partnership.displayName().toLowerCase(Locale.ROOT),
                SortKey.of(partnership.displayName(), partnership.id()),
                CompanyPart.of(partnership.owner()),
                CompanyPart.of(partnership.partner()),
                partnership.timeZone().getId(),
                partnership.currency(),
                partnership.dataNotice(),
                partnership.members(),
                book.revision(),
                book.createdKey(),
                book.createdHash(),
                book.requests(),
                book.outbox(),
                book.outboxAt());
    }

    @Override
    Versioned<Partnership> versioned(PartnershipDocument document) {
        return new Book(
                        document.revision(),
                        document.createdKey(),
                        document.createdHash(),
                        document.requests(),
                        document.outbox(),
                        document.outboxAt())
                .versioned(partnership(document));
    }

    private static Partnership partnership(PartnershipDocument document) {
        return new Partnership(
                document.id(),
                document.displayName(),
                document.owner().company(),
                document.partner().company(),
                ZoneId.of(document.timeZone()),
                document.currency(),
                document.dataNotice(),
                document.members());
    }
}
