package dev.drumbeat.actions.process;

import static dev.drumbeat.actions.process.House.fresh;
import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.proto.actions.v1.ActionState;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.OpenActionRequest;
import dev.drumbeat.proto.actions.v1.ProposeOwnerRequest;
import dev.drumbeat.proto.actions.v1.VoidActionRequest;
import dev.drumbeat.proto.kpis.v1.Status;
import org.junit.jupiter.api.Test;

/** How an action goes from its owner to its closing. */
final class WayTest extends AtAlder {
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
}
