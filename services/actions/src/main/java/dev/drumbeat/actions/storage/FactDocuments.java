package dev.drumbeat.actions.storage;

import dev.drumbeat.actions.ActionPerson;
import dev.drumbeat.actions.Fact;
import dev.drumbeat.actions.LadderTimes;
import dev.drumbeat.actions.Rung;
import dev.drumbeat.actions.Step;
import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.DomainDocuments;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.Document;

/** Facts as parts of an action's document. */
final class FactDocuments {
    private static final String WHAT = "what";

    private FactDocuments() {}

    static Document write(Fact fact) {
        Document document = new Document(WHAT, fact.getClass().getSimpleName())
                .append("at", fact.at())
                .append("by", DomainDocuments.actor(fact.by()));
        return switch (fact) {
            case Fact.EpisodeLinked linked ->
                document.append("episode", linked.episode())
                        .append("firstPeriod", linked.firstPeriod())
                        .append("redAt", linked.redAt())
                        .append("link", linked.link().name());
            case Fact.EpisodeVoided voided -> document.append("episode", voided.episode());
            case Fact.EpisodeRevived revived ->
                document.append("episode", revived.episode()).append("redAt", revived.redAt());
            case Fact.OwnerProposed proposed ->
                document.append("owner", person(proposed.owner()))
                        .append("dueDate", proposed.dueDate().toString())
                        .append("reason", proposed.reason());
            case Fact.OwnerAccepted accepted ->
                document.append("part", accepted.part().name());
            case Fact.OwnerLeft unused -> document;
            case Fact.Contained contained -> document.append("text", contained.text());
            case Fact.RootCauseFound found ->
                document.append("occurrenceWhys", found.occurrenceWhys()).append("escapeWhys", found.escapeWhys());
            case Fact.StepsPlanned planned ->
                document.append("steps", Doc.documents(planned.steps(), FactDocuments::step));
            case Fact.StepCompleted completed -> document.append("stepId", completed.stepId());
            case Fact.Judged judged -> document.append("periodsPassed", judged.periodsPassed());
            case Fact.ClosureAccepted unused -> document;
            case Fact.Withdrawn withdrawn -> document.append("reason", withdrawn.reason());
            case Fact.Escalated escalated ->
                document.append("rung", escalated.rung().name())
                        .append("metAt", escalated.metAt())
                        .append("basis", escalated.basis())
                        .append("notified", escalated.notified());
            case Fact.LadderChanged changed ->
                document.append("ladder", changed.revision())
                        .append("times", times(changed.times()))
                        .append("since", changed.since());
            case Fact.Commented commented -> document.append("text", commented.text());
            case Fact.EvidenceAdded added ->
                document.append("title", added.title()).append("url", added.url());
        };
    }

    static Fact read(Document document) {
        Instant at = Doc.instant(document, "at");
        Actor by = DomainDocuments.actor(Doc.child(document, "by"));
        String what = Doc.text(document, WHAT);
        return switch (what) {
            case "EpisodeLinked" ->
                new Fact.EpisodeLinked(
                        at,
                        by,
                        Doc.text(document, "episode"),
                        Doc.text(document, "firstPeriod"),
                        Doc.instant(document, "redAt"),
                        Doc.name(document, "link", Fact.Link.class));
            case "EpisodeVoided" -> new Fact.EpisodeVoided(at, by, Doc.text(document, "episode"));
            case "EpisodeRevived" ->
                new Fact.EpisodeRevived(at, by, Doc.text(document, "episode"), Doc.instant(document, "redAt"));
            case "OwnerProposed" ->
                new Fact.OwnerProposed(
                        at, by, person(Doc.child(document, "owner")), date(document), Doc.text(document, "reason"));
            case "OwnerAccepted" ->
                new Fact.OwnerAccepted(at, by, Doc.name(document, "part", Fact.OwnerAccepted.Part.class));
            case "OwnerLeft" -> new Fact.OwnerLeft(at, by);
            case "Contained" -> new Fact.Contained(at, by, Doc.text(document, "text"));
            case "RootCauseFound" ->
                new Fact.RootCauseFound(
                        at, by, Doc.texts(document, "occurrenceWhys"), Doc.texts(document, "escapeWhys"));
            case "StepsPlanned" -> new Fact.StepsPlanned(at, by, Doc.list(document, "steps", FactDocuments::step));
            case "StepCompleted" -> new Fact.StepCompleted(at, by, Doc.text(document, "stepId"));
            case "Judged" -> new Fact.Judged(at, by, Doc.texts(document, "periodsPassed"));
            case "ClosureAccepted" -> new Fact.ClosureAccepted(at, by);
            case "Withdrawn" -> new Fact.Withdrawn(at, by, Doc.text(document, "reason"));
            case "Escalated" ->
                new Fact.Escalated(
                        at,
                        by,
                        Doc.name(document, "rung", Rung.class),
                        Doc.instant(document, "metAt"),
                        Doc.text(document, "basis"),
                        Doc.texts(document, "notified"));
            case "LadderChanged" ->
                new Fact.LadderChanged(
                        at,
                        by,
                        Doc.longInteger(document, "ladder"),
                        times(Doc.child(document, "times")),
                        Doc.instant(document, "since"));
            case "Commented" -> new Fact.Commented(at, by, Doc.text(document, "text"));
            case "EvidenceAdded" ->
                new Fact.EvidenceAdded(at, by, Doc.text(document, "title"), Doc.text(document, "url"));
            default -> throw new IllegalStateException("a stored action has a fact of another version: " + what);
        };
    }

    private static Document step(Step step) {
        return new Document("id", step.id())
                .append("kind", step.kind().name())
                .append("text", step.text())
                .append("owner", person(step.owner()))
                .append("dueDate", step.dueDate().toString());
    }

    private static Step step(Document document) {
        return new Step(
                Doc.text(document, "id"),
                Doc.name(document, "kind", Step.Kind.class),
                Doc.text(document, "text"),
                person(Doc.child(document, "owner")),
                date(document));
    }

    static Document times(LadderTimes times) {
        return new Document("unownedOpsHours", times.unownedOpsHours())
                .append("unownedLeadersHours", times.unownedLeadersHours())
                .append("overdueLeadersDays", times.overdueLeadersDays())
                .append("overduePortfolioDays", times.overduePortfolioDays());
    }

    static LadderTimes times(Document document) {
        return new LadderTimes(
                Doc.integer(document, "unownedOpsHours"),
                Doc.integer(document, "unownedLeadersHours"),
                Doc.integer(document, "overdueLeadersDays"),
                Doc.integer(document, "overduePortfolioDays"));
    }

    private static LocalDate date(Document document) {
        return LocalDate.parse(Doc.text(document, "dueDate"));
    }

    static Document person(ActionPerson person) {
        return new Document("person", person.person())
                .append("displayName", person.displayName())
                .append("side", person.side().name())
                .append("company", person.companyDisplayName());
    }

    static ActionPerson person(Document document) {
        return new ActionPerson(
                Doc.text(document, "person"),
                Doc.text(document, "displayName"),
                Doc.name(document, "side", Side.class),
                Doc.text(document, "company"));
    }
}
