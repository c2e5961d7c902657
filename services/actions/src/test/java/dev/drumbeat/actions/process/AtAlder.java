package dev.drumbeat.actions.process;

import static dev.drumbeat.actions.process.House.fresh;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.proto.actions.v1.AcceptClosureRequest;
import dev.drumbeat.proto.actions.v1.AcceptOwnerRequest;
import dev.drumbeat.proto.actions.v1.ActionPerson;
import dev.drumbeat.proto.actions.v1.ActionState;
import dev.drumbeat.proto.actions.v1.CompleteStepRequest;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.PlanStepsRequest;
import dev.drumbeat.proto.actions.v1.ProposeOwnerRequest;
import dev.drumbeat.proto.actions.v1.PublishRaciRequest;
import dev.drumbeat.proto.actions.v1.Raci;
import dev.drumbeat.proto.actions.v1.RaciActivity;
import dev.drumbeat.proto.actions.v1.RaciAssignment;
import dev.drumbeat.proto.actions.v1.RaciLetter;
import dev.drumbeat.proto.actions.v1.RecordContainmentRequest;
import dev.drumbeat.proto.actions.v1.RecordRootCauseRequest;
import dev.drumbeat.proto.actions.v1.Step;
import dev.drumbeat.proto.actions.v1.StepKind;
import dev.drumbeat.proto.common.v1.AuditEvent;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.kpis.v1.EpisodeState;
import dev.drumbeat.proto.kpis.v1.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The process over a real wire and a real store, and what two companies at one partnership, Alder, do with it. */
abstract class AtAlder {
    static final String ALDER = "partnerships/alder";
    static final String OTD = ALDER + "/kpis/otd";

    @TempDir
    private Path keys;

    House house;

    @BeforeEach
    void start() {
        house = new House(keys);
        house.partners.partnership(ALDER, "America/New_York");
        house.partners.partnership("partnerships/birch", "Europe/Berlin");
        house.start();
    }

    @AfterEach
    void close() {
        house.close();
    }

    void red() {
        house.kpis.episode(OTD, "2026-10", "2026-10", EpisodeState.EPISODE_STATE_OPEN, house.clock.instant());
    }

    CorrectiveAction only() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> house.live("alder-owner-viewer", ALDER).size() == 1);
        return house.live("alder-owner-viewer", ALDER).getFirst();
    }

    CorrectiveAction inState(String name, ActionState state) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> house.get("alder-owner-viewer", name).getState() == state);
        return house.get("alder-owner-viewer", name);
    }

    static RaciActivity activity(String id, String accountable, String responsible) {
        return RaciActivity.newBuilder()
                .setActivityId(id)
                .setDisplayName("Activity " + id)
                .addAssignments(assignment(accountable, RaciLetter.RACI_LETTER_ACCOUNTABLE))
                .addAssignments(assignment(responsible, RaciLetter.RACI_LETTER_RESPONSIBLE))
                .build();
    }

    static RaciAssignment.Builder assignment(String person, RaciLetter letter) {
        return RaciAssignment.newBuilder()
                .setPerson(ActionPerson.newBuilder().setPerson("people/" + person))
                .setLetter(letter);
    }

    Raci publish(int read, RaciActivity... activities) {
        return house.as("alder-owner-leader")
                .publishRaci(PublishRaciRequest.newBuilder()
                        .setPartnership(ALDER)
                        .setVersion(read)
                        .addAllActivities(List.of(activities))
                        .setReviewDate("2027-05-01")
                        .setRequestId(fresh())
                        .build());
    }

    void raci() {
        publish(0, activity("outgoing-inspection", "alder-partner-ops", "alder-partner-leader"));
    }

    CorrectiveAction agreed() {
        CorrectiveAction proposed = propose(only(), "alder-owner-ops", "alder-partner-ops", "2026-12-01", "");
        return accept(proposed, "alder-partner-ops");
    }

    CorrectiveAction propose(CorrectiveAction action, String as, String owner, String dueDate, String reason) {
        return house.as(as)
                .proposeOwner(ProposeOwnerRequest.newBuilder()
                        .setName(action.getName())
                        .setRevision(action.getRevision())
                        .setOwner("people/" + owner)
                        .setDueDate(dueDate)
                        .setReason(reason)
                        .setRequestId(fresh())
                        .build());
    }

    CorrectiveAction accept(CorrectiveAction action, String as) {
        return house.as(as)
                .acceptOwner(AcceptOwnerRequest.newBuilder()
                        .setName(action.getName())
                        .setRevision(action.getRevision())
                        .setRequestId(fresh())
                        .build());
    }

    CorrectiveAction contain(CorrectiveAction action) {
        return house.as("alder-partner-ops")
                .recordContainment(RecordContainmentRequest.newBuilder()
                        .setName(action.getName())
                        .setRevision(action.getRevision())
                        .setText("Every pallet is checked twice before loading.")
                        .setRequestId(fresh())
                        .build());
    }

    CorrectiveAction explain(CorrectiveAction action, String lastWhy) {
        return house.as("alder-partner-ops")
                .recordRootCause(RecordRootCauseRequest.newBuilder()
                        .setName(action.getName())
                        .setRevision(action.getRevision())
                        .addOccurrenceWhys("Trucks left late on Mondays.")
                        .addOccurrenceWhys(lastWhy)
                        .addEscapeWhys("Nobody saw it before Tuesday.")
                        .addEscapeWhys("The loading plan has no time stamp to compare with.")
                        .setRequestId(fresh())
                        .build());
    }

    CorrectiveAction plan(CorrectiveAction action) {
        return house.as("alder-partner-ops")
                .planSteps(PlanStepsRequest.newBuilder()
                        .setName(action.getName())
                        .setRevision(action.getRevision())
                        .addSteps(Step.newBuilder()
                                .setKind(StepKind.STEP_KIND_PERMANENT)
                                .setText("Move the gate slot to 05:00.")
                                .setOwner(ActionPerson.newBuilder().setPerson("people/alder-partner-leader"))
                                .setDueDate("2026-11-30"))
                        .setRequestId(fresh())
                        .build());
    }

    CorrectiveAction complete(CorrectiveAction action) {
        return house.as("alder-partner-leader")
                .completeStep(CompleteStepRequest.newBuilder()
                        .setName(action.getName())
                        .setRevision(action.getRevision())
                        .setStepId(action.getSteps(0).getStepId())
                        .setRequestId(fresh())
                        .build());
    }

    CorrectiveAction implemented() {
        return complete(plan(explain(contain(agreed()), "The gate slot was sold to another carrier.")));
    }

    CorrectiveAction close(CorrectiveAction action, String as) {
        return house.as(as)
                .acceptClosure(AcceptClosureRequest.newBuilder()
                        .setName(action.getName())
                        .setRevision(action.getRevision())
                        .setRequestId(fresh())
                        .build());
    }

    CorrectiveAction closed() {
        CorrectiveAction done = implemented();
        for (String period : List.of("2026-12", "2027-01", "2027-02")) {
            house.kpis.judge(OTD, period, Status.STATUS_GREEN);
        }
        await().until(() ->
                house.get("alder-owner-ops", done.getName()).getVerification().getEarned());
        return close(house.get("alder-owner-ops", done.getName()), "alder-owner-ops");
    }

    List<AuditEvent> trail(CorrectiveAction action) {
        return house.as("alder-owner-leader")
                .listAuditEvents(ListAuditEventsRequest.newBuilder()
                        .setPartnership(ALDER)
                        .setSubject(ALDER + "/actions/" + action.getNumber())
                        .setPageSize(100)
                        .build())
                .getAuditEventsList();
    }
}
