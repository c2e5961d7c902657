package dev.drumbeat.partners.storage;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.partners.Company;
import dev.drumbeat.partners.Member;
import dev.drumbeat.partners.Partnership;
import dev.drumbeat.partners.PartnershipStore;
import dev.drumbeat.partners.SortKey;
import dev.drumbeat.platform.domain.Membership;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.MongoAggregates;
import dev.drumbeat.platform.mongo.Revisions;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Partnerships with their members, in the collection {@code partnerships}. */
@Singleton
final class MongoPartnerships extends MongoAggregates<Partnership> implements PartnershipStore {
    private static final String SORT_KEY = "sortKey";
    private static final String MEMBERS = "members";
    private static final String MEMBERS_PERSON = "members.person";
    private static final int AT_ONCE = 5_000;

    /** Without what a partnership has answered, which is most of it. Whole members: the embedded store is slow with parts of them. */
    private static final Bson MEMBERSHIP =
            Projections.include(SORT_KEY, "displayName", "owner", "partner", "timeZone", "currency", MEMBERS);

    private static final String SEARCH_NAME = "searchName";

    MongoPartnerships(MongoDatabase database, AuditTrail trail) {
        super(database, Partnership.COLLECTION, trail);
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
                .sorted(Comparator.comparing(document -> Doc.text(document, SORT_KEY)))
                .map(this::read)
                .toList();
    }

    @Override
    public List<Membership> membershipsOf(String person) {
        Map<String, ZoneId> zones = new HashMap<>();
        return documents
                .find(Filters.eq(MEMBERS_PERSON, person))
                .projection(MEMBERSHIP)
                .batchSize(AT_ONCE)
                .into(new ArrayList<>())
                .stream()
                .sorted(Comparator.comparing(document -> Doc.text(document, SORT_KEY)))
                .flatMap(document -> membership(document, person, zones).stream())
                .toList();
    }

    private static Optional<Membership> membership(Document document, String person, Map<String, ZoneId> zones) {
        PartnershipFacts facts = new PartnershipFacts(
                Partnership.COLLECTION + "/" + Doc.text(document, Revisions.ID),
                Doc.text(document, "displayName"),
                Doc.text(Doc.child(document, "owner"), "displayName"),
                Doc.text(Doc.child(document, "partner"), "displayName"),
                zones.computeIfAbsent(Doc.text(document, "timeZone"), ZoneId::of),
                Doc.text(document, "currency"));
        return Doc.list(document, MEMBERS, member -> member).stream()
                .filter(member -> Doc.text(member, "person").equals(person))
                .findFirst()
                .map(member -> new Membership(
                        facts, Doc.name(member, "side", Side.class), Doc.name(member, "role", Role.class), List.of()));
    }

    @Override
    public List<Versioned<Partnership>> findAll(Collection<String> ids) {
        return documents.find(Filters.in(Revisions.ID, ids)).into(new ArrayList<>()).stream()
                .sorted(Comparator.comparing(document -> Doc.text(document, SORT_KEY)))
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
        List<Document> found = documents
                .find(filter)
                .sort(Sorts.ascending(SORT_KEY))
                .limit(wanted.size() + 1)
                .into(new ArrayList<>());
        return Page.of(found, wanted, document -> Doc.text(document, SORT_KEY)).map(this::versioned);
    }

    @Override
    protected String id(Partnership partnership) {
        return partnership.id();
    }

    @Override
    protected Document write(Partnership partnership) {
        return new Document("displayName", partnership.displayName())
                .append(SEARCH_NAME, partnership.displayName().toLowerCase(Locale.ROOT))
                .append(SORT_KEY, SortKey.of(partnership.displayName(), partnership.id()))
                .append("owner", company(partnership.owner()))
                .append("partner", company(partnership.partner()))
                .append("timeZone", partnership.timeZone().getId())
                .append("currency", partnership.currency())
                .append("dataNotice", partnership.dataNotice())
                .append(MEMBERS, Doc.documents(partnership.members(), MongoPartnerships::member));
    }

    @Override
    protected Partnership read(Document document) {
        return new Partnership(
                Doc.text(document, Revisions.ID),
                Doc.text(document, "displayName"),
                company(Doc.child(document, "owner")),
                company(Doc.child(document, "partner")),
                ZoneId.of(Doc.text(document, "timeZone")),
                Doc.text(document, "currency"),
                Doc.text(document, "dataNotice"),
                Doc.list(document, MEMBERS, MongoPartnerships::member));
    }

    /** A company as it was when the partnership was made; companies don't change. */
    private static Document company(Company company) {
        return new Document("id", company.id())
                .append("displayName", company.displayName())
                .append("timeZone", company.timeZone().getId());
    }

    private static Company company(Document document) {
        return new Company(
                Doc.text(document, "id"), Doc.text(document, "displayName"), ZoneId.of(Doc.text(document, "timeZone")));
    }

    private static Document member(Member member) {
        return new Document("person", member.person())
                .append("side", member.side().name())
                .append("role", member.role().name())
                .append("since", member.since());
    }

    private static Member member(Document document) {
        return new Member(
                Doc.text(document, "person"),
                Doc.name(document, "side", Side.class),
                Doc.name(document, "role", Role.class),
                Doc.instant(document, "since"));
    }
}
