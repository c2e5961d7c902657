package dev.drumbeat.actions.process;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.actions.v1.ActionState;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.GetRaciRequest;
import dev.drumbeat.proto.actions.v1.Raci;
import dev.drumbeat.proto.actions.v1.RaciActivity;
import dev.drumbeat.proto.actions.v1.RaciLetter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who answers for what. */
final class RaciTest extends AtAlder {
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
}
