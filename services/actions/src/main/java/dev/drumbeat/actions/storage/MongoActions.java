package dev.drumbeat.actions.storage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.actions.ActionState;
import dev.drumbeat.actions.ActionStore;
import dev.drumbeat.actions.CorrectiveAction;
import dev.drumbeat.actions.LadderTimes;
import dev.drumbeat.actions.LiveActions;
import dev.drumbeat.actions.Urgency;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.MongoAggregates;
import dev.drumbeat.platform.mongo.Revisions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Actions in the collection {@code actions}, by name. Indexes lead with the partnership but where the question goes across all of
 * them: what a person has to do, what reconciliation looks at, what changed.
 */
@Singleton
final class MongoActions extends MongoAggregates<CorrectiveAction> implements ActionStore, LiveActions {
    private static final int OF_KPI_AT_MOST = 50;

    MongoActions(MongoDatabase database, AuditTrail trail) {
        super(database, CorrectiveAction.COLLECTION, trail);
    }

    @Override
    public void prepare() {
        super.prepare();
        unique("created_key", CREATED_KEY);
        unique("partnership_number", ActionDocuments.PARTNERSHIP, ActionDocuments.NUMBER);
        index("partnership_urgency", ActionDocuments.PARTNERSHIP, ActionDocuments.URGENCY);
        index("partnership_kpi", ActionDocuments.PARTNERSHIP, ActionDocuments.KPI, ActionDocuments.NUMBER);
        index("waits_for", ActionDocuments.WAITS_FOR, ActionDocuments.BY_DUE_DATE);
        index("changed_at", ActionDocuments.CHANGED_AT);
        sparse("live", ActionDocuments.LIVE);
        sparse("escalates_at", ActionDocuments.ESCALATES_AT);
    }

    @Override
    protected String id(CorrectiveAction action) {
        return action.name();
    }

    @Override
    protected Document write(CorrectiveAction action) {
        return ActionDocuments.write(action);
    }

    @Override
    protected CorrectiveAction read(Document document) {
        return ActionDocuments.read(document);
    }

    @Override
    public Page<Versioned<CorrectiveAction>> list(Scope scope, Set<ActionState> states, Page.Wanted wanted) {
        Bson which = states.isEmpty()
                ? lt(ActionDocuments.URGENCY, Urgency.OVER)
                : in(ActionDocuments.STATE, states.stream().map(Enum::name).toList());
        List<Document> found = documents
                .find(and(of(scope.partnership()), gt(ActionDocuments.URGENCY, wanted.after()), which))
                .sort(Sorts.ascending(ActionDocuments.URGENCY))
                .limit(wanted.size() + 1)
                .into(new ArrayList<>());
        return Page.of(found, wanted, document -> Doc.text(document, ActionDocuments.URGENCY))
                .map(this::versioned);
    }

    @Override
    public List<Versioned<CorrectiveAction>> openedBy(Scope scope, Instant moment) {
        return documents
                .find(and(of(scope.partnership()), lte(ActionDocuments.OPENED_AT, moment)))
                .sort(Sorts.descending(ActionDocuments.NUMBER))
                .limit(AS_OF_AT_MOST)
                .map(this::versioned)
                .into(new ArrayList<>());
    }

    @Override
    public Page<Versioned<CorrectiveAction>> waitingFor(String subject, Collection<Scope> scopes, Page.Wanted wanted) {
        List<String> keys = new ArrayList<>(List.of(subject));
        for (Scope scope : scopes) {
            if (scope.may(Activity.PROGRESS_ACTION)) {
                scope.side().ifPresent(side -> keys.add(ActionDocuments.side(scope.partnership(), side)));
            }
        }
        List<Document> found = documents
                .find(and(
                        in(ActionDocuments.WAITS_FOR, keys),
                        in(
                                ActionDocuments.PARTNERSHIP,
                                scopes.stream().map(Scope::partnership).toList()),
                        gt(ActionDocuments.BY_DUE_DATE, wanted.after())))
                .sort(Sorts.ascending(ActionDocuments.BY_DUE_DATE))
                .limit(wanted.size() + 1)
                .into(new ArrayList<>());
        return Page.of(found, wanted, document -> Doc.text(document, ActionDocuments.BY_DUE_DATE))
                .map(this::versioned);
    }

    @Override
    public List<Open> open(Collection<Scope> scopes) {
        return documents
                .find(and(
                        in(
                                ActionDocuments.PARTNERSHIP,
                                scopes.stream().map(Scope::partnership).toList()),
                        lt(ActionDocuments.URGENCY, Urgency.OVER)))
                .projection(Projections.include(
                        ActionDocuments.PARTNERSHIP,
                        ActionDocuments.UNOWNED,
                        ActionDocuments.DUE_DATE,
                        ActionDocuments.MARKED_AFTER,
                        ActionDocuments.ZONE))
                .map(document -> new Open(
                        Doc.text(document, ActionDocuments.PARTNERSHIP),
                        document.getBoolean(ActionDocuments.UNOWNED, false),
                        Doc.optionalText(document, ActionDocuments.DUE_DATE).map(LocalDate::parse),
                        ZoneId.of(Doc.text(document, ActionDocuments.ZONE)),
                        document.getInteger(ActionDocuments.MARKED_AFTER, LadderTimes.DEFAULT.overduePortfolioDays())))
                .into(new ArrayList<>());
    }

    @Override
    public Optional<String> numbered(String partnership, int number) {
        return Optional.ofNullable(documents
                        .find(and(of(partnership), eq(ActionDocuments.NUMBER, number)))
                        .projection(Projections.include(Revisions.ID))
                        .first())
                .map(document -> Doc.text(document, Revisions.ID));
    }

    @Override
    public int lastNumber(String partnership) {
        Document last = documents
                .find(of(partnership))
                .projection(Projections.include(ActionDocuments.NUMBER))
                .sort(Sorts.descending(ActionDocuments.NUMBER))
                .limit(1)
                .first();
        return last == null ? 0 : Doc.integer(last, ActionDocuments.NUMBER);
    }

    @Override
    public List<Changed> changedAfter(Instant moment, int atMost) {
        return ChangedDocuments.after(documents, ActionDocuments.CHANGED_AT, moment, atMost);
    }

    @Override
    public List<Live> live() {
        return live(eq(ActionDocuments.LIVE, true));
    }

    @Override
    public List<Live> live(String partnership) {
        return live(and(of(partnership), lt(ActionDocuments.URGENCY, Urgency.OVER)));
    }

    private List<Live> live(Bson which) {
        return documents
                .find(which)
                .projection(Projections.include(
                        ActionDocuments.PARTNERSHIP,
                        ActionDocuments.KPI,
                        ActionDocuments.LIVE_EPISODES,
                        ActionDocuments.OWNER,
                        ActionDocuments.UNPROPOSED,
                        ActionDocuments.WATCHED,
                        ActionDocuments.LADDER))
                .map(ActionDocuments::live)
                .into(new ArrayList<>());
    }

    @Override
    public List<CorrectiveAction> ofKpi(String partnership, String kpi) {
        return documents
                .find(and(of(partnership), eq(ActionDocuments.KPI, kpi)))
                .sort(Sorts.descending(ActionDocuments.NUMBER))
                .limit(OF_KPI_AT_MOST)
                .map(this::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<String> escalating(Instant now, int atMost) {
        return documents
                .find(lte(ActionDocuments.ESCALATES_AT, now))
                .projection(Projections.include(Revisions.ID))
                .limit(atMost)
                .map(document -> Doc.text(document, Revisions.ID))
                .into(new ArrayList<>());
    }

    private static Bson of(String partnership) {
        return eq(ActionDocuments.PARTNERSHIP, partnership);
    }
}
