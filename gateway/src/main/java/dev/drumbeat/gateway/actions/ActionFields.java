package dev.drumbeat.gateway.actions;

import com.google.common.base.CaseFormat;
import com.google.protobuf.Timestamp;
import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.PageOf;
import dev.drumbeat.gateway.graphql.TypeFields;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.proto.actions.v1.ActionCounts;
import dev.drumbeat.proto.actions.v1.ActionFigures;
import dev.drumbeat.proto.actions.v1.ActionPerson;
import dev.drumbeat.proto.actions.v1.Comment;
import dev.drumbeat.proto.actions.v1.Containment;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.Escalation;
import dev.drumbeat.proto.actions.v1.Evidence;
import dev.drumbeat.proto.actions.v1.ListActionsResponse;
import dev.drumbeat.proto.actions.v1.OwnerProposal;
import dev.drumbeat.proto.actions.v1.RootCause;
import dev.drumbeat.proto.actions.v1.Step;
import dev.drumbeat.proto.actions.v1.Verification;
import graphql.schema.idl.RuntimeWiring;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How corrective actions are read. */
@Component
final class ActionFields implements RuntimeWiringConfigurer {
    /** The contract's methods that the schema offers as moves; others it may name are none of ours. */
    private static final Set<String> MOVES = Set.of(
            "PROPOSE_OWNER",
            "ACCEPT_OWNER",
            "RECORD_CONTAINMENT",
            "RECORD_ROOT_CAUSE",
            "PLAN_STEPS",
            "COMPLETE_STEP",
            "ACCEPT_CLOSURE",
            "VOID_ACTION",
            "ADD_COMMENT",
            "ADD_EVIDENCE");

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        addLists(wiring);
        addAction(wiring);
        addAgreement(wiring);
        addDisciplines(wiring);
        addRecord(wiring);
        for (String type : List.of(
                "OpenAction",
                "ProposeOwner",
                "AcceptOwner",
                "RecordContainment",
                "RecordRootCause",
                "PlanSteps",
                "CompleteStep",
                "AcceptClosure",
                "VoidAction",
                "CommentAction",
                "AddEvidence")) {
            TypeFields.payload(type + "Payload", "action").addTo(wiring);
        }
    }

    private static void addLists(RuntimeWiring.Builder wiring) {
        TypeFields.of("ActionConnection", Known.class)
                .field("nodes", known -> page(known).getActionsList())
                .field("pageInfo", known -> new PageOf<>(List.of(), page(known).getNextPageToken()).pageInfo())
                .field("live", Known::live)
                .field("knownAt", Known::at)
                .addTo(wiring);
        TypeFields.of("ActionCounts", ActionCounts.class)
                .field("open", ActionCounts::getOpen)
                .field("unowned", ActionCounts::getUnowned)
                .field("overdue", ActionCounts::getOverdue)
                .field("marked", ActionCounts::getMarked)
                .addTo(wiring);
    }

    private static void addAction(RuntimeWiring.Builder wiring) {
        TypeFields.of("CorrectiveAction", CorrectiveAction.class)
                .field("id", action -> GlobalId.encode("CorrectiveAction", action.getName()))
                .field("number", CorrectiveAction::getNumber)
                .field("partnershipSlug", action -> Wire.slug(Names.partnershipOf(action.getName())))
                .field("origin", action -> Wire.name(action.getOrigin()))
                .field("title", CorrectiveAction::getTitle)
                .field("problem", CorrectiveAction::getProblem)
                .field("kpiSlug", action -> Wire.slug(action.getKpi()))
                .field("kpiDisplayName", action -> Wire.text(action.getKpiDisplayName()))
                .field(
                        "episodeIds",
                        action -> action.getRedEpisodesList().stream()
                                .map(episode -> GlobalId.encode("RedEpisode", episode))
                                .toList())
                .field("redSincePeriod", action -> Wire.text(action.getRedSincePeriod()))
                .field("state", action -> Wire.name(action.getState()))
                .field("owner", action -> action.hasOwner() ? action.getOwner() : null)
                .field("dueDate", action -> Wire.text(action.getDueDate()))
                .field("proposal", action -> action.hasProposal() ? action.getProposal() : null)
                .field("agreements", CorrectiveAction::getAgreementsList)
                .field("containment", action -> action.hasContainment() ? action.getContainment() : null)
                .field("rootCause", action -> action.hasRootCause() ? action.getRootCause() : null)
                .field("steps", CorrectiveAction::getStepsList)
                .field("verification", action -> action.hasVerification() ? action.getVerification() : null)
                .field("escalations", CorrectiveAction::getEscalationsList)
                .field("comments", CorrectiveAction::getCommentsList)
                .field("evidence", CorrectiveAction::getEvidenceList)
                .field("figures", CorrectiveAction::getFigures)
                .field("nextGate", action -> Wire.text(action.getNextGate()))
                .field("viewerMay", ActionFields::moves)
                .field("unownedSince", action -> moment(action.hasUnownedSince(), action.getUnownedSince()))
                .field("openedAt", action -> Wire.moment(action.getOpenedAt()))
                .field("openedBy", CorrectiveAction::getOpenedBy)
                .field("implementedAt", action -> moment(action.hasImplementedAt(), action.getImplementedAt()))
                .field("closedAt", action -> moment(action.hasClosedAt(), action.getClosedAt()))
                .field("voidedReason", action -> Wire.text(action.getVoidedReason()))
                .field("revision", action -> Long.toString(action.getRevision()))
                .addTo(wiring);
    }

    private static void addAgreement(RuntimeWiring.Builder wiring) {
        TypeFields.of("ActionPerson", ActionPerson.class)
                .field("slug", person -> Wire.slug(person.getPerson()))
                .field("displayName", ActionPerson::getDisplayName)
                .field("side", person -> Wire.name(person.getSide()))
                .field("companyDisplayName", ActionPerson::getCompanyDisplayName)
                .field("left", ActionPerson::getLeft)
                .addTo(wiring);
        TypeFields.of("OwnerProposal", OwnerProposal.class)
                .field("owner", OwnerProposal::getOwner)
                .field("dueDate", OwnerProposal::getDueDate)
                .field("reason", proposal -> Wire.text(proposal.getReason()))
                .field("proposedBy", OwnerProposal::getProposedBy)
                .field("proposedAt", proposal -> Wire.moment(proposal.getProposedAt()))
                .field(
                        "acceptedByOwnerAt",
                        proposal -> moment(proposal.hasAcceptedByOwnerAt(), proposal.getAcceptedByOwnerAt()))
                .field(
                        "acceptedByOtherSideAt",
                        proposal -> moment(proposal.hasAcceptedByOtherSideAt(), proposal.getAcceptedByOtherSideAt()))
                .field(
                        "acceptedByOtherSide",
                        proposal -> proposal.hasAcceptedByOtherSide() ? proposal.getAcceptedByOtherSide() : null)
                .field("datePassed", OwnerProposal::getDatePassed)
                .addTo(wiring);
    }

    private static void addDisciplines(RuntimeWiring.Builder wiring) {
        TypeFields.of("Containment", Containment.class)
                .field("text", Containment::getText)
                .field("recordedBy", Containment::getRecordedBy)
                .field("recordedAt", containment -> Wire.moment(containment.getRecordedAt()))
                .addTo(wiring);
        TypeFields.of("RootCause", RootCause.class)
                .field("occurrenceWhys", RootCause::getOccurrenceWhysList)
                .field("escapeWhys", RootCause::getEscapeWhysList)
                .field("recordedBy", RootCause::getRecordedBy)
                .field("recordedAt", cause -> Wire.moment(cause.getRecordedAt()))
                .addTo(wiring);
        TypeFields.of("ActionStep", Step.class)
                .field("stepId", Step::getStepId)
                .field("kind", step -> Wire.name(step.getKind()))
                .field("text", Step::getText)
                .field("owner", Step::getOwner)
                .field("dueDate", Step::getDueDate)
                .field("doneAt", step -> moment(step.hasDoneAt(), step.getDoneAt()))
                .field("doneBy", step -> step.hasDoneBy() ? step.getDoneBy() : null)
                .addTo(wiring);
        TypeFields.of("Verification", Verification.class)
                .field("periodsNeeded", Verification::getPeriodsNeeded)
                .field("periodsPassed", Verification::getPeriodsPassedList)
                .field("earned", Verification::getEarned)
                .addTo(wiring);
    }

    private static void addRecord(RuntimeWiring.Builder wiring) {
        TypeFields.of("Escalation", Escalation.class)
                .field("rung", escalation -> Wire.name(escalation.getRung()))
                .field("at", escalation -> Wire.moment(escalation.getAt()))
                .field("notified", Escalation::getNotifiedList)
                .field("unownedHours", Escalation::getUnownedHours)
                .field("overdueDays", Escalation::getOverdueDays)
                .addTo(wiring);
        TypeFields.of("ActionComment", Comment.class)
                .field("text", Comment::getText)
                .field("author", Comment::getAuthor)
                .field("writtenAt", comment -> Wire.moment(comment.getWrittenAt()))
                .addTo(wiring);
        TypeFields.of("Evidence", Evidence.class)
                .field("title", Evidence::getTitle)
                .field("url", Evidence::getUrl)
                .field("addedBy", Evidence::getAddedBy)
                .field("addedAt", evidence -> Wire.moment(evidence.getAddedAt()))
                .addTo(wiring);
        TypeFields.of("ActionFigures", ActionFigures.class)
                .field("minutesToOwner", figures -> minutes(figures.hasMinutesToOwner(), figures.getMinutesToOwner()))
                .field("unownedMinutes", figures -> minutes(true, figures.getUnownedMinutes()))
                .field(
                        "minutesToContain",
                        figures -> minutes(figures.hasMinutesToContain(), figures.getMinutesToContain()))
                .field("minutesToClose", figures -> minutes(figures.hasMinutesToClose(), figures.getMinutesToClose()))
                .field("slips", ActionFigures::getSlips)
                .field("recurrences", ActionFigures::getRecurrences)
                .field("overdueDays", ActionFigures::getOverdueDays)
                .addTo(wiring);
    }

    private static List<String> moves(CorrectiveAction action) {
        return action.getCallerMayList().stream()
                .map(method -> CaseFormat.UPPER_CAMEL.to(CaseFormat.UPPER_UNDERSCORE, method))
                .filter(MOVES::contains)
                .toList();
    }

    private static @Nullable Instant moment(boolean there, Timestamp value) {
        return there ? Wire.moment(value) : null;
    }

    /** GraphQL's whole numbers end at 2^31; minutes of four thousand years are enough. */
    private static @Nullable Integer minutes(boolean there, long value) {
        return there ? Math.toIntExact(Math.min(value, Integer.MAX_VALUE)) : null;
    }

    private static ListActionsResponse page(Known<?> known) {
        return (ListActionsResponse) known.value();
    }
}
