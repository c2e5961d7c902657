package dev.drumbeat.actions.storage;

import dev.drumbeat.actions.ActionStanding;
import dev.drumbeat.actions.CorrectiveAction;
import dev.drumbeat.actions.CorrectiveAction.Opening;
import dev.drumbeat.actions.CorrectiveAction.Origin;
import dev.drumbeat.actions.CorrectiveAction.Topic;
import dev.drumbeat.actions.Fact.OwnerAccepted.Part;
import dev.drumbeat.actions.Ladder;
import dev.drumbeat.actions.LiveActions.Live;
import dev.drumbeat.actions.OwnerProposal;
import dev.drumbeat.actions.Proposals;
import dev.drumbeat.actions.Urgency;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.DomainDocuments;
import dev.drumbeat.platform.mongo.Revisions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** An action's document: what it is, its facts, and beside them what follows from the facts and is asked for by index. */
final class ActionDocuments {
    static final String PARTNERSHIP = ChangedDocuments.PARTNERSHIP;
    static final String NUMBER = "number";
    static final String KPI = "kpi";
    static final String OPENED_AT = "openedAt";
    static final String CHANGED_AT = "changedAt";
    static final String STATE = "state";
    /** {@link Urgency#of}. */
    static final String URGENCY = "urgency";
    /** Set while it is neither closed nor voided. */
    static final String LIVE = "live";

    static final String LIVE_EPISODES = "liveEpisodes";
    static final String OWNER = "owner";
    static final String UNPROPOSED = "unproposed";
    static final String WATCHED = "watched";
    /** Revision of the partnership's ladder that it knows; missing while that is what everybody begins with. */
    static final String LADDER = "ladder";
    /** Calendar days past due before the portfolio shows it. */
    static final String MARKED_AFTER = "markedAfter";
    /** When the next rung of the ladder is met. */
    static final String ESCALATES_AT = "escalatesAt";
    /** Subjects, and sides of partnerships, that it waits for. */
    static final String WAITS_FOR = "waitsFor";
    /** {@link Urgency#byDueDate}. */
    static final String BY_DUE_DATE = "byDueDate";
    /** Of work that is not done yet. */
    static final String DUE_DATE = "dueDate";

    static final String UNOWNED = "unowned";
    static final String ZONE = "zone";

    private ActionDocuments() {}

    static Document write(CorrectiveAction action) {
        Document document = new Document(PARTNERSHIP, action.partnership())
                .append("id", action.id())
                .append(NUMBER, action.number())
                .append(ZONE, action.zone().getId())
                .append("origin", action.origin().name())
                .append("title", action.topic().title())
                .append("problem", action.topic().problem());
        Doc.put(document, KPI, action.topic().kpi());
        Doc.put(document, "kpiDisplayName", action.topic().kpiDisplayName());
        Doc.put(document, "raciActivity", action.topic().raciActivity());
        document.append("verifyPeriods", action.verifyPeriods())
                .append(OPENED_AT, action.opening().at())
                .append("openedBy", DomainDocuments.actor(action.opening().by()))
                .append("since", action.opening().since())
                .append("facts", Doc.documents(action.facts(), FactDocuments::write));
        derive(document, action, action.standing());
        return document;
    }

    private static void derive(Document document, CorrectiveAction action, ActionStanding standing) {
        document.append(STATE, standing.state().name())
                .append(CHANGED_AT, action.changedAt())
                .append(URGENCY, Urgency.of(action))
                .append(BY_DUE_DATE, Urgency.byDueDate(action));
        Doc.put(document, LIVE_EPISODES, standing.liveEpisodes());
        if (standing.state().isFinal()) {
            return;
        }
        document.append(LIVE, true)
                .append(UNOWNED, standing.state().isUnowned())
                .append(UNPROPOSED, Proposals.isWanted(action, standing))
                .append(WATCHED, standing.state().isWatched());
        standing.agreed()
                .ifPresent(agreed -> document.append(OWNER, agreed.owner().person()));
        if (standing.state().isAtWork()) {
            standing.dueDate().ifPresent(due -> document.append(DUE_DATE, due.toString()));
        }
        standing.ladder()
                .ifPresent(ladder -> document.append(LADDER, ladder.revision())
                        .append(MARKED_AFTER, ladder.times().overduePortfolioDays()));
        Ladder.nextAt(action).ifPresent(at -> document.append(ESCALATES_AT, at));
        Doc.put(document, WAITS_FOR, waitsFor(action, standing));
    }

    /** Whom it waits for while it is live: its owner, owners of open steps, and whoever has to accept a proposal. */
    private static List<String> waitsFor(CorrectiveAction action, ActionStanding standing) {
        List<String> keys = new ArrayList<>();
        standing.agreed().ifPresent(agreed -> keys.add(agreed.owner().person()));
        standing.proposal().ifPresent(proposal -> keys.addAll(waitsFor(action.partnership(), proposal)));
        standing.openSteps().forEach(step -> keys.add(step.owner().person()));
        return keys.stream().distinct().toList();
    }

    private static List<String> waitsFor(String partnership, OwnerProposal proposal) {
        List<String> keys = new ArrayList<>();
        if (proposal.waitsFor(Part.OWNER)) {
            keys.add(proposal.owner().person());
        }
        if (proposal.waitsFor(Part.OTHER_SIDE)) {
            keys.add(side(partnership, proposal.owner().side().other()));
        }
        return keys;
    }

    static String side(String partnership, Side side) {
        return partnership + "#" + side;
    }

    static CorrectiveAction read(Document document) {
        return new CorrectiveAction(
                Doc.text(document, PARTNERSHIP),
                Doc.text(document, "id"),
                Doc.integer(document, NUMBER),
                ZoneId.of(Doc.text(document, ZONE)),
                Doc.name(document, "origin", Origin.class),
                new Topic(
                        Doc.text(document, "title"),
                        Doc.text(document, "problem"),
                        Doc.text(document, KPI),
                        Doc.text(document, "kpiDisplayName"),
                        Doc.text(document, "raciActivity")),
                Doc.integer(document, "verifyPeriods"),
                new Opening(
                        Doc.instant(document, OPENED_AT),
                        DomainDocuments.actor(Doc.child(document, "openedBy")),
                        Doc.instant(document, "since")),
                Doc.list(document, "facts", FactDocuments::read));
    }

    static Live live(Document document) {
        return new Live(
                Doc.text(document, Revisions.ID),
                Doc.text(document, PARTNERSHIP),
                Doc.text(document, KPI),
                Doc.texts(document, LIVE_EPISODES),
                Doc.optionalText(document, OWNER),
                document.getBoolean(UNPROPOSED, false),
                document.getBoolean(WATCHED, false),
                document.containsKey(LADDER) ? Doc.longInteger(document, LADDER) : 0);
    }
}
