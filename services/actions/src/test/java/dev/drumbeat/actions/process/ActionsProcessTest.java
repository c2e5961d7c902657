package dev.drumbeat.actions.process;

import static dev.drumbeat.actions.process.House.fresh;
import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.actions.v1.AcceptClosureRequest;
import dev.drumbeat.proto.actions.v1.AcceptOwnerRequest;
import dev.drumbeat.proto.actions.v1.ActionCounts;
import dev.drumbeat.proto.actions.v1.ActionPerson;
import dev.drumbeat.proto.actions.v1.ActionState;
import dev.drumbeat.proto.actions.v1.ActionsChange;
import dev.drumbeat.proto.actions.v1.AddCommentRequest;
import dev.drumbeat.proto.actions.v1.BatchGetActionCountsRequest;
import dev.drumbeat.proto.actions.v1.CompleteStepRequest;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.EscalationRung;
import dev.drumbeat.proto.actions.v1.GetActionRequest;
import dev.drumbeat.proto.actions.v1.GetRaciRequest;
import dev.drumbeat.proto.actions.v1.ListActionsRequest;
import dev.drumbeat.proto.actions.v1.ListMyActionsRequest;
import dev.drumbeat.proto.actions.v1.OpenActionRequest;
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
import dev.drumbeat.proto.actions.v1.VoidActionRequest;
import dev.drumbeat.proto.actions.v1.WatchActionsRequest;
import dev.drumbeat.proto.common.v1.AuditEvent;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.kpis.v1.EpisodeState;
import dev.drumbeat.proto.kpis.v1.Status;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process over a real wire and a real store: what two companies see of a red and do about it. */
final class ActionsProcessTest {
    private static final String ALDER = "partnerships/alder";
    private static final String OTD = ALDER + "/kpis/otd";

    @TempDir
    private Path keys;

    private House house;

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

    private void red() {
        house.kpis.episode(OTD, "2026-10", "2026-10", EpisodeState.EPISODE_STATE_OPEN, house.clock.instant());
    }

    private CorrectiveAction only() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> house.live("alder-owner-viewer", ALDER).size() == 1);
        return house.live("alder-owner-viewer", ALDER).getFirst();
    }

    private CorrectiveAction inState(String name, ActionState state) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> house.get("alder-owner-viewer", name).getState() == state);
        return house.get("alder-owner-viewer", name);
    }

    private static RaciActivity activity(String id, String accountable, String responsible) {
        return RaciActivity.newBuilder()
                .setActivityId(id)
                .setDisplayName("Activity " + id)
                .addAssignments(assignment(accountable, RaciLetter.RACI_LETTER_ACCOUNTABLE))
                .addAssignments(assignment(responsible, RaciLetter.RACI_LETTER_RESPONSIBLE))
                .build();
    }

    private static RaciAssignment.Builder assignment(String person, RaciLetter letter) {
        return RaciAssignment.newBuilder()
                .setPerson(ActionPerson.newBuilder().setPerson("people/" + person))
                .setLetter(letter);
    }

    private Raci publish(int read, RaciActivity... activities) {
        return house.as("alder-owner-leader")
                .publishRaci(PublishRaciRequest.newBuilder()
                        .setPartnership(ALDER)
                        .setVersion(read)
                        .addAllActivities(List.of(activities))
                        .setReviewDate("2027-05-01")
                        .setRequestId(fresh())
                        .build());
    }

    private void raci() {
        publish(0, activity("outgoing-inspection", "alder-partner-ops", "alder-partner-leader"));
    }

    private CorrectiveAction agreed() {
        CorrectiveAction proposed = propose(only(), "alder-owner-ops", "alder-partner-ops", "2026-12-01", "");
        return accept(proposed, "alder-partner-ops");
    }

    private CorrectiveAction propose(CorrectiveAction action, String as, String owner, String dueDate, String reason) {
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

    private CorrectiveAction accept(CorrectiveAction action, String as) {
        return house.as(as)
                .acceptOwner(AcceptOwnerRequest.newBuilder()
                        .setName(action.getName())
                        .setRevision(action.getRevision())
                        .setRequestId(fresh())
                        .build());
    }

    private CorrectiveAction contain(CorrectiveAction action) {
        return house.as("alder-partner-ops")
                .recordContainment(RecordContainmentRequest.newBuilder()
                        .setName(action.getName())
                        .setRevision(action.getRevision())
                        .setText("Every pallet is checked twice before loading.")
                        .setRequestId(fresh())
                        .build());
    }

    private CorrectiveAction explain(CorrectiveAction action, String lastWhy) {
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

    private CorrectiveAction plan(CorrectiveAction action) {
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

    private CorrectiveAction complete(CorrectiveAction action) {
        return house.as("alder-partner-leader")
                .completeStep(CompleteStepRequest.newBuilder()
                        .setName(action.getName())
                        .setRevision(action.getRevision())
                        .setStepId(action.getSteps(0).getStepId())
                        .setRequestId(fresh())
                        .build());
    }

    private CorrectiveAction implemented() {
        return complete(plan(explain(contain(agreed()), "The gate slot was sold to another carrier.")));
    }

    private CorrectiveAction close(CorrectiveAction action, String as) {
        return house.as(as)
                .acceptClosure(AcceptClosureRequest.newBuilder()
                        .setName(action.getName())
                        .setRevision(action.getRevision())
                        .setRequestId(fresh())
                        .build());
    }

    private CorrectiveAction closed() {
        CorrectiveAction done = implemented();
        for (String period : List.of("2026-12", "2027-01", "2027-02")) {
            house.kpis.judge(OTD, period, Status.STATUS_GREEN);
        }
        await().until(() ->
                house.get("alder-owner-ops", done.getName()).getVerification().getEarned());
        return close(house.get("alder-owner-ops", done.getName()), "alder-owner-ops");
    }

    private List<AuditEvent> trail(CorrectiveAction action) {
        return house.as("alder-owner-leader")
                .listAuditEvents(ListAuditEventsRequest.newBuilder()
                        .setPartnership(ALDER)
                        .setSubject(ALDER + "/actions/" + action.getNumber())
                        .setPageSize(100)
                        .build())
                .getAuditEventsList();
    }

    @Test
    void aRedIsAnsweredByOneActionWithTheAccountableProposed() {
        raci();
        house.start();
        red();
        CorrectiveAction action = only();
        await().until(() -> house.get("alder-owner-ops", action.getName()).hasProposal());
        CorrectiveAction card = house.get("alder-owner-ops", ALDER + "/actions/1");

        assertThat(card.getName()).isEqualTo(action.getName());
        assertThat(card.getProposal().getOwner().getPerson()).isEqualTo("people/alder-partner-ops");
        assertThat(card.getProposal().getDueDate()).isEqualTo("2026-12-06");
        assertThat(card.getRedSincePeriod()).isEqualTo("2026-10");
        assertThat(card.getCallerMayList())
                .contains("AcceptOwner", "ProposeOwner")
                .doesNotContain("AcceptClosure");
        assertThat(house.get("alder-owner-viewer", card.getName()).getCallerMayList())
                .isEmpty();

        accept(card, "alder-owner-ops");
        CorrectiveAction owned = accept(house.get("alder-partner-ops", card.getName()), "alder-partner-ops");
        assertThat(owned.getState()).isEqualTo(ActionState.ACTION_STATE_AGREED);
        assertThat(owned.getOwner().getDisplayName()).isEqualTo("Name of alder-partner-ops");
    }

    @Test
    void whoBecomesAccountableLaterIsProposedForWhatNobodyHas() {
        red();
        CorrectiveAction action = only();
        assertThat(action.hasProposal()).isFalse();
        raci();
        await().until(() -> house.get("alder-owner-ops", action.getName()).hasProposal());
        assertThat(house.get("alder-owner-ops", action.getName())
                        .getProposal()
                        .getOwner()
                        .getPerson())
                .isEqualTo("people/alder-partner-ops");
    }

    @Test
    void anActionGoesItsWayAndIsClosedOnlyByData() {
        red();
        CorrectiveAction done = implemented();
        assertThat(done.getState()).isEqualTo(ActionState.ACTION_STATE_IMPLEMENTED);
        house.kpis.judge(OTD, "2026-11", Status.STATUS_GREEN);
        house.kpis.judge(OTD, "2026-12", Status.STATUS_GREEN);
        house.kpis.judge(OTD, "2027-01", Status.STATUS_AMBER);
        await().until(() ->
                house.get("alder-owner-ops", done.getName()).getVerification().getPeriodsPassedCount() == 2);
        CorrectiveAction waiting = house.get("alder-owner-ops", done.getName());
        assertThat(waiting.getState()).isEqualTo(ActionState.ACTION_STATE_VERIFYING);
        assertThat(waiting.getVerification().getPeriodsPassedList()).containsExactly("2026-12", "2027-01");
        assertThat(refusalOf(() -> close(waiting, "alder-owner-ops")).rule()).isEqualTo("gate.verification");

        house.kpis.judge(OTD, "2027-02", Status.STATUS_GREEN);
        await().until(() ->
                house.get("alder-owner-ops", done.getName()).getVerification().getEarned());
        CorrectiveAction earned = house.get("alder-owner-ops", done.getName());
        assertThat(refusalOf(() -> close(earned, "alder-partner-ops")).rule()).isEqualTo("closure.own");
        assertThat(close(earned, "alder-owner-ops").getState()).isEqualTo(ActionState.ACTION_STATE_CLOSED);
        assertThat(house.live("alder-owner-ops", ALDER)).isEmpty();
    }

    @Test
    void aNewRedWithin90DaysReopensTheSameChain() {
        red();
        CorrectiveAction closed = closed();
        house.kpis.episode(OTD, "2026-10", "2026-10", EpisodeState.EPISODE_STATE_ENDED, house.clock.instant());
        house.clock.advance(Duration.ofDays(90));
        house.kpis.episode(OTD, "2027-03", "2027-03", EpisodeState.EPISODE_STATE_OPEN, house.clock.instant());

        CorrectiveAction again = inState(closed.getName(), ActionState.ACTION_STATE_REOPENED);
        assertThat(again.getRedEpisodesCount()).isEqualTo(2);
        assertThat(again.getFigures().getRecurrences()).isOne();
        assertThat(again.hasOwner()).isFalse();
        assertThat(again.getRootCause().getOccurrenceWhysCount()).isEqualTo(2);
        assertThat(house.live("alder-owner-ops", ALDER)).hasSize(1);
    }

    @Test
    void aNewRedAfter90DaysIsAnotherAction() {
        red();
        CorrectiveAction closed = closed();
        house.clock.advance(Duration.ofDays(90).plusMillis(1));
        house.kpis.episode(OTD, "2026-10", "2026-10", EpisodeState.EPISODE_STATE_ENDED, house.clock.instant());
        house.kpis.episode(OTD, "2027-03", "2027-03", EpisodeState.EPISODE_STATE_OPEN, house.clock.instant());
        CorrectiveAction other = only();
        assertThat(other.getNumber()).isEqualTo(2);
        assertThat(house.get("alder-owner-ops", closed.getName()).getState())
                .isEqualTo(ActionState.ACTION_STATE_CLOSED);
    }

    @Test
    void whatIsRefusedNamesItsRuleAndIsAudited() {
        red();
        CorrectiveAction action = only();
        assertThat(refusalOf(() -> propose(action, "alder-owner-viewer", "alder-partner-ops", "2026-12-01", ""))
                        .rule())
                .isEqualTo("role.progress_action");
        assertThat(refusalOf(() -> propose(action, "alder-owner-ops", "alder-partner-ops", "2026-11-21", ""))
                        .rule())
                .isEqualTo("due_date.past");
        assertThat(refusalOf(() -> propose(action, "alder-owner-ops", "birch-partner-ops", "2026-12-01", ""))
                        .rule())
                .isEqualTo("owner.not_on_partnership");
        assertThat(refusalOf(() -> propose(action, "alder-owner-ops", "alder-partner-viewer", "2026-12-01", ""))
                        .rule())
                .isEqualTo("owner.not_on_partnership");
        assertThat(refusalOf(() -> plan(action)).rule()).isEqualTo("gate.owner");
        CorrectiveAction owned = agreed();
        assertThat(refusalOf(() -> explain(owned, "The gate slot was sold.")).rule())
                .isEqualTo("gate.containment");
        CorrectiveAction contained = contain(owned);
        assertThat(refusalOf(() -> plan(contained)).rule()).isEqualTo("gate.root_cause");
        Refusal blamed = refusalOf(() -> explain(contained, "Operator error."));
        assertThat(blamed.rule()).isEqualTo("root_cause.person_blamed");
        assertThat(blamed.field()).isEqualTo("occurrence_whys[1]");
        Refusal stale = refusalOf(() -> contain(owned));
        assertThat(stale.reason()).isEqualTo(Reason.STALE_REVISION);

        await().untilAsserted(() -> assertThat(trail(contained))
                .extracting(AuditEvent::getAction)
                .contains(
                        "action.opened",
                        "action.owner_proposed",
                        "action.owner_accepted",
                        "action.contained",
                        "action.contained.refused",
                        "action.owner_proposed.refused",
                        "action.planned.refused",
                        "action.root_cause_found.refused"));
        assertThat(trail(contained))
                .anySatisfy(event -> assertThat(event.getAfterJson()).contains("root_cause.person_blamed"))
                .anySatisfy(event -> assertThat(event.getActor().getSubject()).endsWith("alder-owner-viewer"));
    }

    @Test
    void foreignActionsDoNotExist() {
        red();
        CorrectiveAction action = only();
        for (String name :
                List.of(action.getName(), ALDER + "/actions/1", ALDER + "/actions/99", "partnerships/x/actions/1")) {
            Refusal refusal = refusalOf(() -> house.get("birch-owner-leader", name));
            assertThat(refusal.reason()).isEqualTo(Reason.NOT_FOUND);
            assertThat(refusal.violations().getFirst().message()).isEqualTo("There is no \"" + name + "\".");
        }
    }

    @Test
    void aRepeatedRequestHasOneEffect() {
        red();
        CorrectiveAction action = only();
        ProposeOwnerRequest request = ProposeOwnerRequest.newBuilder()
                .setName(action.getName())
                .setRevision(action.getRevision())
                .setOwner("people/alder-partner-ops")
                .setDueDate("2026-12-01")
                .setRequestId(fresh())
                .build();
        CorrectiveAction first = house.as("alder-owner-ops").proposeOwner(request);
        CorrectiveAction second = house.as("alder-owner-ops").proposeOwner(request);
        assertThat(second).isEqualTo(first);
        OpenActionRequest opening = OpenActionRequest.newBuilder()
                .setPartnership(ALDER)
                .setTitle("Rain season ahead")
                .setProblem("Last year the road was closed for two weeks.")
                .setRequestId(fresh())
                .build();
        CorrectiveAction opened = house.as("alder-owner-ops").openAction(opening);
        assertThat(house.as("alder-owner-ops").openAction(opening).getName()).isEqualTo(opened.getName());
        assertThat(opened.getNumber()).isEqualTo(2);
        assertThat(house.live("alder-owner-ops", ALDER)).hasSize(2);
    }

    @Test
    void aCorrectionThatTakesTheRedAwayVoidsTheActionAndOneThatBringsItBackRevivesIt() {
        red();
        CorrectiveAction action = only();
        house.kpis.episode(OTD, "2026-10", "2026-10", EpisodeState.EPISODE_STATE_VOIDED, house.clock.instant());
        CorrectiveAction voided = inState(action.getName(), ActionState.ACTION_STATE_VOIDED);
        assertThat(voided.getVoidedReason()).contains("correction");
        assertThat(refusalOf(() -> contain(voided)).rule()).isEqualTo("action.voided");
        red();
        inState(action.getName(), ActionState.ACTION_STATE_OPEN);
    }

    @Test
    void aRedThatACorrectionGivesAnotherNameGoesOnInItsAction() {
        red();
        CorrectiveAction owned = agreed();
        house.kpis.episode(OTD, "2026-10", "2026-10", EpisodeState.EPISODE_STATE_VOIDED, house.clock.instant());
        house.kpis.episode(OTD, "2026-09", "2026-10", EpisodeState.EPISODE_STATE_OPEN, house.clock.instant());
        await().until(() -> house.get("alder-owner-ops", owned.getName()).getRedEpisodesCount() == 2);
        CorrectiveAction now = inState(owned.getName(), ActionState.ACTION_STATE_AGREED);
        assertThat(now.getRedSincePeriod()).isEqualTo("2026-09");
        assertThat(now.getFigures().getRecurrences()).isZero();
    }

    @Test
    void whatWasRedWhileTheServiceWasAwayIsAnsweredWhenItIsBackWithTheTimeThatNobodyHadIt() {
        house.stop();
        red();
        house.clock.advance(Duration.ofHours(30));
        house.start();
        house.start();
        CorrectiveAction action = only();
        await().until(() -> house.get("alder-owner-ops", action.getName()).getEscalationsCount() == 1);
        CorrectiveAction seen = house.get("alder-owner-ops", action.getName());
        assertThat(seen.getFigures().getUnownedMinutes()).isEqualTo(30 * 60);
        assertThat(seen.getEscalations(0).getRung()).isEqualTo(EscalationRung.ESCALATION_RUNG_UNOWNED_OPS);
        assertThat(Instant.ofEpochSecond(seen.getEscalations(0).getAt().getSeconds()))
                .isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(seen.getEscalations(0).getNotifiedList()).contains("Name of alder-partner-ops");
    }

    @Test
    void anOwnerWhoLeavesLeavesAVisibleVacancy() {
        raci();
        red();
        CorrectiveAction owned = agreed();
        assertThat(owned.getOwner().getLeft()).isFalse();
        house.partners.leave("people/alder-partner-ops");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> house.get("alder-owner-ops", owned.getName()).getState() == ActionState.ACTION_STATE_OPEN);
        Raci raci = house.as("alder-owner-ops")
                .getRaci(GetRaciRequest.newBuilder().setPartnership(ALDER).build());
        assertThat(raci.getVacanciesList())
                .containsExactly(
                        "Activity outgoing-inspection: Name of alder-partner-ops is no longer here; nobody is Accountable.");
        assertThat(raci.getActivities(0).getAssignments(0).getPerson().getLeft())
                .isTrue();
    }

    @Test
    void aSlipIsANewAgreementWithAReasonAndBothSides() {
        red();
        CorrectiveAction owned = agreed();
        assertThat(refusalOf(() -> propose(owned, "alder-partner-ops", "alder-partner-ops", "2026-12-20", ""))
                        .rule())
                .isEqualTo("slip.reason");
        CorrectiveAction slipping =
                propose(owned, "alder-partner-ops", "alder-partner-ops", "2026-12-20", "The part comes on the 15th.");
        assertThat(slipping.getDueDate()).isEqualTo("2026-12-01");
        assertThat(refusalOf(() -> accept(slipping, "alder-partner-leader")).rule())
                .isEqualTo("proposal.own_side");
        CorrectiveAction slipped = accept(slipping, "alder-owner-leader");
        assertThat(slipped.getDueDate()).isEqualTo("2026-12-20");
        assertThat(slipped.getFigures().getSlips()).isOne();
        assertThat(slipped.getAgreementsCount()).isEqualTo(2);
    }

    @Test
    void myActionsAreWhatWaitsForMe() {
        red();
        CorrectiveAction action = propose(only(), "alder-owner-ops", "alder-partner-ops", "2026-12-01", "");
        assertThat(mine("alder-partner-ops")).containsExactly(action.getName());
        assertThat(mine("alder-owner-ops")).isEmpty();
        assertThat(mine("alder-owner-leader")).isEmpty();
        CorrectiveAction countered =
                propose(action, "alder-partner-ops", "alder-partner-ops", "2026-12-05", "Earlier is not possible.");
        assertThat(mine("alder-owner-leader")).containsExactly(action.getName());
        assertThat(mine("alder-owner-viewer")).isEmpty();
        CorrectiveAction owned = accept(countered, "alder-owner-ops");
        plan(explain(contain(owned), "The gate slot was sold to another carrier."));
        assertThat(mine("alder-partner-leader")).containsExactly(action.getName());
        assertThat(mine("birch-owner-ops")).isEmpty();
    }

    private List<String> mine(String person) {
        return house.as(person).listMyActions(ListMyActionsRequest.getDefaultInstance()).getActionsList().stream()
                .map(CorrectiveAction::getName)
                .toList();
    }

    @Test
    void listsHaveTheWorstFirstAndCountsAgree() {
        List<String> kpis = List.of("a", "b", "c", "d", "e");
        for (String kpi : kpis) {
            house.kpis.episode(
                    ALDER + "/kpis/" + kpi,
                    "2026-10",
                    "2026-10",
                    EpisodeState.EPISODE_STATE_OPEN,
                    house.clock.instant());
            await().until(() -> house.live("alder-owner-ops", ALDER).stream()
                    .anyMatch(action -> action.getKpi().endsWith("/" + kpi)));
            house.clock.advance(Duration.ofMinutes(1));
        }
        own("b", "2026-12-24");
        own("c", "2026-11-24");
        house.clock.advance(Duration.ofDays(10));
        await().until(() -> house.live("alder-owner-ops", ALDER).stream()
                .allMatch(action -> action.getKpi().endsWith("/b") || action.getEscalationsCount() == 2));

        assertThat(house.live("alder-owner-ops", ALDER))
                .extracting(action -> action.getKpi().substring(action.getKpi().length() - 1))
                .containsExactly("a", "d", "e", "c", "b");
        ListActionsRequest.Builder page =
                ListActionsRequest.newBuilder().setParent(ALDER).setPageSize(2);
        var first = house.as("alder-owner-ops").listActions(page.build());
        var second = house.as("alder-owner-ops")
                .listActions(page.setPageToken(first.getNextPageToken()).build());
        assertThat(second.getActionsList())
                .extracting(action -> action.getKpi().substring(action.getKpi().length() - 1))
                .containsExactly("e", "c");
        ActionCounts counts = house.as("alder-owner-ops")
                .batchGetActionCounts(BatchGetActionCountsRequest.newBuilder()
                        .addPartnerships(ALDER)
                        .addPartnerships("partnerships/birch")
                        .build())
                .getCountsList()
                .getFirst();
        assertThat(counts.getOpen()).isEqualTo(5);
        assertThat(counts.getUnowned()).isEqualTo(3);
        assertThat(counts.getOverdue()).isOne();
        assertThat(counts.getMarked()).isTrue();
    }

    private void own(String kpi, String dueDate) {
        CorrectiveAction action = house.live("alder-owner-ops", ALDER).stream()
                .filter(one -> one.getKpi().endsWith("/" + kpi))
                .findFirst()
                .orElseThrow();
        accept(propose(action, "alder-owner-ops", "alder-partner-ops", dueDate, ""), "alder-partner-ops");
    }

    @Test
    void thePastIsShownAsItWasKnown() {
        red();
        CorrectiveAction action = only();
        Instant before = house.clock.instant();
        house.clock.advance(Duration.ofHours(1));
        agreed();
        var then = house.as("alder-owner-ops")
                .listActions(ListActionsRequest.newBuilder()
                        .setParent(ALDER)
                        .setAsOf(dev.drumbeat.platform.grpc.Wire.timestamp(before))
                        .build());
        assertThat(then.getActions(0).getState()).isEqualTo(ActionState.ACTION_STATE_OPEN);
        assertThat(then.getActions(0).hasProposal()).isFalse();
        assertThat(refusalOf(() -> house.as("alder-owner-ops")
                                .getAction(GetActionRequest.newBuilder()
                                        .setName(action.getName())
                                        .setAsOf(dev.drumbeat.platform.grpc.Wire.timestamp(before.minusSeconds(1)))
                                        .build()))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void anActionByHandIsWithdrawnByItsSideUntilItIsAgreed() {
        CorrectiveAction opened = house.as("alder-owner-ops")
                .openAction(OpenActionRequest.newBuilder()
                        .setPartnership(ALDER)
                        .setTitle("Rain season ahead")
                        .setProblem("Last year the road was closed for two weeks.")
                        .setRequestId(fresh())
                        .build());
        assertThat(refusalOf(() -> withdraw(opened, "alder-partner-ops")).rule())
                .isEqualTo("void.other_side");
        assertThat(withdraw(opened, "alder-owner-leader").getState()).isEqualTo(ActionState.ACTION_STATE_VOIDED);
    }

    private CorrectiveAction withdraw(CorrectiveAction action, String as) {
        return house.as(as)
                .voidAction(VoidActionRequest.newBuilder()
                        .setName(action.getName())
                        .setRevision(action.getRevision())
                        .setReason("The new road is open.")
                        .setRequestId(fresh())
                        .build());
    }

    @Test
    void aRaciNeedsExactlyOneAccountableAndAResponsibleForEachActivity() {
        Raci begin = house.as("alder-owner-viewer")
                .getRaci(GetRaciRequest.newBuilder().setPartnership(ALDER).build());
        assertThat(begin.getVersion()).isZero();
        assertThat(begin.getActivitiesList())
                .extracting(RaciActivity::getActivityId)
                .containsExactly(
                        "demand-planning",
                        "engineering-changes",
                        "incoming-inspection",
                        "outgoing-inspection",
                        "corrective-actions",
                        "expediting");
        RaciActivity two = activity("expediting", "alder-owner-ops", "alder-owner-ops").toBuilder()
                .addAssignments(assignment("alder-partner-ops", RaciLetter.RACI_LETTER_ACCOUNTABLE))
                .build();
        Refusal refusal = refusalOf(() -> publish(0, two));
        assertThat(refusal.rule()).isEqualTo("raci.one_accountable");
        assertThat(refusal.violations().getFirst().message()).contains("Activity expediting");
        assertThat(refusalOf(() -> publish(0, activity("expediting", "alder-owner-viewer", "alder-owner-ops")))
                        .rule())
                .isEqualTo("raci.accountable_role");
        assertThat(publish(0, activity("expediting", "alder-owner-ops", "alder-owner-ops"))
                        .getVersion())
                .isOne();
        assertThat(refusalOf(() -> publish(0, activity("expediting", "alder-owner-ops", "alder-owner-ops")))
                        .reason())
                .isEqualTo(Reason.STALE_REVISION);
    }

    @Test
    void watchersHearOfChangesOnAnyReplica() {
        house.start();
        List<String> seen = new CopyOnWriteArrayList<>();
        house.watching("services/gateway")
                .watchActions(WatchActionsRequest.getDefaultInstance(), new StreamObserver<>() {
                    @Override
                    public void onNext(ActionsChange change) {
                        seen.add(change.getPartnership());
                    }

                    @Override
                    public void onError(Throwable error) {}

                    @Override
                    public void onCompleted() {}
                });
        red();
        await().until(() -> seen.contains(ALDER));
        CorrectiveAction action = only();
        int before = seen.size();
        house.as("alder-owner-ops")
                .addComment(AddCommentRequest.newBuilder()
                        .setName(action.getName())
                        .setText("Seen.")
                        .setRequestId(fresh())
                        .build());
        await().until(() -> seen.size() > before);
        assertThat(Set.copyOf(seen)).containsExactly(ALDER);
    }
}
