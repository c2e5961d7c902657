package dev.drumbeat.actions.process;

import static dev.drumbeat.actions.process.House.fresh;
import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.actions.v1.BatchGetActionCountsRequest;
import dev.drumbeat.proto.actions.v1.ChangeEscalationLadderRequest;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.Escalation;
import dev.drumbeat.proto.actions.v1.EscalationLadder;
import dev.drumbeat.proto.actions.v1.EscalationRung;
import dev.drumbeat.proto.actions.v1.GetEscalationLadderRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A partnership's own escalation ladder. */
final class LadderTest extends AtAlder {
    @Test
    void everybodyBeginsWithTheSameLadderAndALeaderShortensIt() {
        EscalationLadder first = ladder("alder-partner-viewer");
        assertThat(first.getRevision()).isZero();
        assertThat(first.getUnownedOpsHours()).isEqualTo(24);
        assertThat(first.getUnownedLeadersHours()).isEqualTo(72);
        assertThat(first.getOverdueLeadersDays()).isEqualTo(2);
        assertThat(first.getOverduePortfolioDays()).isEqualTo(7);

        red();
        CorrectiveAction action = only();
        house.clock.advance(Duration.ofHours(10));
        EscalationLadder changed = change("alder-partner-leader", wanted(0, 4, 12, 1, 3));
        assertThat(changed.getRevision()).isOne();
        assertThat(ladder("alder-owner-viewer")).isEqualTo(changed);
        assertThat(changed.getChangedBy().getDisplayName()).isEqualTo("Name of alder-partner-leader");

        await().until(() -> house.get("alder-owner-ops", action.getName()).getEscalationsCount() == 1);
        Escalation met = house.get("alder-owner-ops", action.getName()).getEscalations(0);
        assertThat(met.getRung()).isEqualTo(EscalationRung.ESCALATION_RUNG_UNOWNED_OPS);
        assertThat(met.getAt()).as("not before there was that ladder").isEqualTo(changed.getChangedAt());
        assertThat(met.getUnownedHours()).isEqualTo(10);
        house.clock.advance(Duration.ofHours(2));
        await().until(() -> house.get("alder-owner-ops", action.getName()).getEscalationsCount() == 2);
        assertThat(house.get("alder-owner-ops", action.getName())
                        .getEscalations(1)
                        .getUnownedHours())
                .isEqualTo(12);
    }

    @Test
    void theLadderMarksOnThePortfolioWhatIsOverdueForSoManyDays() {
        change("alder-owner-leader", wanted(0, 24, 72, 1, 3));
        red();
        CorrectiveAction owned = agreed();
        assertThat(owned.getDueDate()).isEqualTo("2026-12-01");
        house.clock.advance(Duration.ofDays(11));
        await().until(() -> house.get("alder-owner-ops", owned.getName()).getEscalationsCount() == 1);
        assertThat(marked()).isFalse();
        house.clock.advance(Duration.ofDays(1));
        await().until(() -> house.get("alder-owner-ops", owned.getName()).getEscalationsCount() == 2);
        assertThat(marked()).isTrue();
        assertThat(house.get("alder-owner-ops", owned.getName())
                        .getEscalations(1)
                        .getOverdueDays())
                .isEqualTo(3);
    }

    private boolean marked() {
        return house.as("alder-owner-ops")
                .batchGetActionCounts(BatchGetActionCountsRequest.newBuilder()
                        .addPartnerships(ALDER)
                        .build())
                .getCounts(0)
                .getMarked();
    }

    @Test
    void noLadderCanBePutAwayAndOnlyALeaderChangesIt() {
        assertThat(refusalOf(() -> change("alder-owner-ops", wanted(0, 4, 12, 1, 3)))
                        .rule())
                .isEqualTo("role.change_ladder");
        for (ChangeEscalationLadderRequest.Builder wanted : new ChangeEscalationLadderRequest.Builder[] {
            wanted(0, 0, 72, 2, 7),
            wanted(0, 24, 24, 2, 7),
            wanted(0, 24, 169, 2, 7),
            wanted(0, 24, 72, 7, 7),
            wanted(0, 24, 72, 2, 31)
        }) {
            assertThat(refusalOf(() -> change("alder-owner-leader", wanted)).rule())
                    .isEqualTo("ladder.bounds");
        }
        assertThat(refusalOf(() -> change("alder-owner-leader", wanted(0, 24, 72, 2, 7)))
                        .rule())
                .isEqualTo("ladder.same");
        assertThat(refusalOf(() -> change(
                                "alder-owner-leader", wanted(0, 4, 12, 1, 3).setReason("")))
                        .field())
                .isEqualTo("reason");
        assertThat(refusalOf(() -> ladder("birch-owner-leader")).reason()).isEqualTo(Reason.NOT_FOUND);
        change("alder-owner-leader", wanted(0, 4, 12, 1, 3));
        assertThat(refusalOf(() -> change("alder-partner-leader", wanted(0, 8, 12, 1, 3)))
                        .reason())
                .isEqualTo(Reason.STALE_REVISION);
        ChangeEscalationLadderRequest repeated =
                wanted(1, 8, 12, 1, 3).setRequestId(fresh()).build();
        EscalationLadder once = house.as("alder-partner-leader").changeEscalationLadder(repeated);
        assertThat(house.as("alder-partner-leader").changeEscalationLadder(repeated))
                .isEqualTo(once);
    }

    private EscalationLadder ladder(String person) {
        return house.as(person)
                .getEscalationLadder(GetEscalationLadderRequest.newBuilder()
                        .setPartnership(ALDER)
                        .build());
    }

    private EscalationLadder change(String person, ChangeEscalationLadderRequest.Builder wanted) {
        return house.as(person)
                .changeEscalationLadder(wanted.setRequestId(fresh()).build());
    }

    private static ChangeEscalationLadderRequest.Builder wanted(
            long revision, int unownedOps, int unownedLeaders, int overdueLeaders, int overduePortfolio) {
        return ChangeEscalationLadderRequest.newBuilder()
                .setPartnership(ALDER)
                .setRevision(revision)
                .setUnownedOpsHours(unownedOps)
                .setUnownedLeadersHours(unownedLeaders)
                .setOverdueLeadersDays(overdueLeaders)
                .setOverduePortfolioDays(overduePortfolio)
                .setReason("Trial runs can't wait three days.");
    }
}
