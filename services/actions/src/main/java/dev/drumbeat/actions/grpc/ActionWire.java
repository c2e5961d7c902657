package dev.drumbeat.actions.grpc;

import dev.drumbeat.actions.ActionFigures;
import dev.drumbeat.actions.ActionPerson;
import dev.drumbeat.actions.ActionStanding;
import dev.drumbeat.actions.CallerMay;
import dev.drumbeat.actions.CorrectiveAction;
import dev.drumbeat.actions.Fact;
import dev.drumbeat.actions.NextGate;
import dev.drumbeat.actions.OwnerProposal;
import dev.drumbeat.actions.Step;
import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.actions.v1.ActionOrigin;
import dev.drumbeat.proto.actions.v1.ActionState;
import dev.drumbeat.proto.actions.v1.Comment;
import dev.drumbeat.proto.actions.v1.Containment;
import dev.drumbeat.proto.actions.v1.Escalation;
import dev.drumbeat.proto.actions.v1.EscalationRung;
import dev.drumbeat.proto.actions.v1.Evidence;
import dev.drumbeat.proto.actions.v1.RootCause;
import dev.drumbeat.proto.actions.v1.StepKind;
import dev.drumbeat.proto.actions.v1.Verification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** One action as one caller is shown it at one moment. */
final class ActionWire {
    private final CorrectiveAction action;
    private final ActionStanding standing;
    private final Presence presence;
    private final Instant now;
    private final dev.drumbeat.proto.actions.v1.CorrectiveAction.Builder message =
            dev.drumbeat.proto.actions.v1.CorrectiveAction.newBuilder();

    private ActionWire(CorrectiveAction action, Presence presence, Instant now) {
        this.action = action;
        this.standing = action.standing();
        this.presence = presence;
        this.now = now;
    }

    static dev.drumbeat.proto.actions.v1.CorrectiveAction encode(
            Versioned<CorrectiveAction> kept, Scope scope, Presence presence, Instant now) {
        ActionWire wire = new ActionWire(kept.value(), presence, now);
        wire.header();
        wire.owner();
        wire.disciplines();
        wire.facts();
        return wire.message
                .setFigures(figures(ActionFigures.of(kept.value(), now)))
                .setNextGate(NextGate.of(kept.value()))
                .addAllCallerMay(CallerMay.with(kept.value(), scope, now))
                .setRevision(kept.revision())
                .build();
    }

    private void header() {
        message.setName(action.name())
                .setNumber(action.number())
                .setOrigin(Enums.encode(action.origin(), ActionOrigin.class))
                .setTitle(action.topic().title())
                .setProblem(action.topic().problem())
                .setKpi(action.topic().kpi())
                .setKpiDisplayName(action.topic().kpiDisplayName())
                .addAllRedEpisodes(standing.episodes())
                .setRedSincePeriod(standing.redSincePeriod())
                .setState(Enums.encode(standing.state(), ActionState.class))
                .setOpenedAt(Wire.timestamp(action.opening().at()))
                .setOpenedBy(Wire.actor(action.opening().by()))
                .setVoidedReason(standing.voidedReason());
        standing.implementedAt().ifPresent(at -> message.setImplementedAt(Wire.timestamp(at)));
        standing.closedAt().ifPresent(at -> message.setClosedAt(Wire.timestamp(at)));
        standing.unownedSince().ifPresent(at -> message.setUnownedSince(Wire.timestamp(at)));
    }

    private void owner() {
        standing.agreed()
                .ifPresent(agreed -> message.setOwner(presence.person(action.partnership(), agreed.owner()))
                        .setDueDate(agreed.dueDate().toString()));
        standing.proposal()
                .ifPresent(proposal -> message.setProposal(
                        proposal(proposal).toBuilder().setDatePassed(proposal.hasPassed(action.today(now)))));
        standing.agreements().forEach(agreement -> message.addAgreements(proposal(agreement)));
    }

    private dev.drumbeat.proto.actions.v1.OwnerProposal proposal(OwnerProposal proposal) {
        dev.drumbeat.proto.actions.v1.OwnerProposal.Builder part =
                dev.drumbeat.proto.actions.v1.OwnerProposal.newBuilder()
                        .setOwner(presence.person(action.partnership(), proposal.owner()))
                        .setDueDate(proposal.dueDate().toString())
                        .setReason(proposal.reason())
                        .setProposedBy(Wire.actor(proposal.proposedBy()))
                        .setProposedAt(Wire.timestamp(proposal.proposedAt()));
        proposal.acceptedByOwner().ifPresent(at -> part.setAcceptedByOwnerAt(Wire.timestamp(at)));
        proposal.acceptedByOtherSideAt().ifPresent(at -> part.setAcceptedByOtherSideAt(Wire.timestamp(at)));
        proposal.acceptedByOtherSide().ifPresent(actor -> part.setAcceptedByOtherSide(Wire.actor(actor)));
        return part.build();
    }

    private void disciplines() {
        standing.containment()
                .ifPresent(contained -> message.setContainment(Containment.newBuilder()
                        .setText(contained.text())
                        .setRecordedBy(Wire.actor(contained.by()))
                        .setRecordedAt(Wire.timestamp(contained.at()))));
        standing.rootCause()
                .ifPresent(found -> message.setRootCause(RootCause.newBuilder()
                        .addAllOccurrenceWhys(found.occurrenceWhys())
                        .addAllEscapeWhys(found.escapeWhys())
                        .setRecordedBy(Wire.actor(found.by()))
                        .setRecordedAt(Wire.timestamp(found.at()))));
        standing.steps().forEach(step -> message.addSteps(step(step)));
        message.setVerification(Verification.newBuilder()
                .setPeriodsNeeded(action.topic().kpi().isEmpty() ? 0 : action.verifyPeriods())
                .addAllPeriodsPassed(standing.periodsPassed())
                .setEarned(standing.isClosingEarned()));
    }

    private dev.drumbeat.proto.actions.v1.Step step(Step step) {
        dev.drumbeat.proto.actions.v1.Step.Builder part = dev.drumbeat.proto.actions.v1.Step.newBuilder()
                .setStepId(step.id())
                .setKind(Enums.encode(step.kind(), StepKind.class))
                .setText(step.text())
                .setOwner(presence.person(action.partnership(), step.owner()))
                .setDueDate(step.dueDate().toString());
        standing.completion(step.id())
                .ifPresent(done -> part.setDoneAt(Wire.timestamp(done.at())).setDoneBy(Wire.actor(done.by())));
        return part.build();
    }

    private void facts() {
        for (Fact fact : action.facts()) {
            if (fact instanceof Fact.Escalated escalated) {
                message.addEscalations(escalation(escalated));
            } else if (fact instanceof Fact.Commented(Instant at, Actor by, String text)) {
                message.addComments(Comment.newBuilder()
                        .setText(text)
                        .setAuthor(Wire.actor(by))
                        .setWrittenAt(Wire.timestamp(at)));
            } else if (fact instanceof Fact.EvidenceAdded(Instant at, Actor by, String title, String url)) {
                message.addEvidence(Evidence.newBuilder()
                        .setTitle(title)
                        .setUrl(url)
                        .setAddedBy(Wire.actor(by))
                        .setAddedAt(Wire.timestamp(at)));
            }
        }
    }

    private Escalation escalation(Fact.Escalated escalated) {
        Escalation.Builder part = Escalation.newBuilder()
                .setRung(Enums.encode(escalated.rung(), EscalationRung.class))
                .setAt(Wire.timestamp(escalated.metAt()))
                .addAllNotified(escalated.notified());
        switch (escalated.rung()) {
            case UNOWNED_OPS, UNOWNED_LEADERS ->
                part.setUnownedHours((int) Duration.between(Instant.parse(escalated.basis()), escalated.metAt())
                        .toHours());
            case OVERDUE_LEADERS, OVERDUE_PORTFOLIO ->
                part.setOverdueDays(
                        ActionFigures.overdueDays(LocalDate.parse(escalated.basis()), action.today(escalated.metAt())));
        }
        return part.build();
    }

    static dev.drumbeat.proto.actions.v1.ActionPerson.Builder person(ActionPerson person) {
        return dev.drumbeat.proto.actions.v1.ActionPerson.newBuilder()
                .setPerson(person.person())
                .setDisplayName(person.displayName())
                .setSide(Wire.side(person.side()))
                .setCompanyDisplayName(person.companyDisplayName());
    }

    private static dev.drumbeat.proto.actions.v1.ActionFigures figures(ActionFigures figures) {
        dev.drumbeat.proto.actions.v1.ActionFigures.Builder part =
                dev.drumbeat.proto.actions.v1.ActionFigures.newBuilder()
                        .setUnownedMinutes(figures.unowned().toMinutes())
                        .setSlips(figures.slips())
                        .setRecurrences(figures.recurrences())
                        .setOverdueDays(figures.overdueDays());
        figures.toOwner().ifPresent(time -> part.setMinutesToOwner(time.toMinutes()));
        figures.toContain().ifPresent(time -> part.setMinutesToContain(time.toMinutes()));
        figures.toClose().ifPresent(time -> part.setMinutesToClose(time.toMinutes()));
        return part.build();
    }
}
