package dev.drumbeat.actions.process;

import static dev.drumbeat.actions.process.House.fresh;
import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.actions.v1.ActionState;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.RecordRootCauseRequest;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is against the rules: refused by its name, with what to do, and on record. */
final class RefusalsTest extends AtAlder {
    @Test
    void whatIsAgainstTheRulesIsRefusedByItsNameWithWhatToDoAndOnRecordWithWhoTriedIt() {
        red();
        CorrectiveAction action = only();
        refused(
                action,
                "role.progress_action",
                "alder-owner-viewer",
                () -> propose(action, "alder-owner-viewer", "alder-partner-ops", "2026-12-01", ""));
        refused(
                action,
                "due_date.past",
                "alder-owner-ops",
                () -> propose(action, "alder-owner-ops", "alder-partner-ops", "2026-11-21", ""));
        refused(
                action,
                "owner.not_on_partnership",
                "alder-owner-leader",
                () -> propose(action, "alder-owner-leader", "birch-partner-ops", "2026-12-01", ""));
        refused(
                action,
                "owner.not_on_partnership",
                "alder-partner-leader",
                () -> propose(action, "alder-partner-leader", "alder-partner-viewer", "2026-12-01", ""));
        refused(action, "gate.owner", "alder-partner-ops", () -> plan(action));
        refused(action, "gate.verification", "alder-owner-leader", () -> close(action, "alder-owner-leader"));
        CorrectiveAction owned = agreed();
        refused(action, "gate.containment", "alder-partner-ops", () -> explain(owned, "The gate slot was sold."));
        CorrectiveAction contained = contain(owned);
        refused(action, "gate.root_cause", "alder-partner-ops", () -> plan(contained));
        refused(action, "root_cause.chain_length", "alder-partner-ops", () -> explainOccurrenceOnly(contained));
        refused(action, "revision.stale", "alder-partner-ops", () -> contain(owned));
        Refusal blamed = refused(
                action, "root_cause.person_blamed", "alder-partner-ops", () -> explain(contained, "Operator error."));
        assertThat(blamed.field()).isEqualTo("occurrence_whys[1]");
        assertThat(house.get("alder-owner-ops", action.getName())).isEqualTo(contained);
    }

    /** It is refused, and the trail says who wanted it, that it was refused, by which rule, and what was said. */
    private Refusal refused(CorrectiveAction action, String rule, String who, ThrowingCallable step) {
        Refusal refusal = refusalOf(step);
        assertThat(refusal.rule()).isEqualTo(rule);
        String said = refusal.violations().getFirst().message();
        assertThat(said).hasSizeGreaterThan(20);
        await().untilAsserted(() -> assertThat(trail(action)).anySatisfy(event -> {
            assertThat(event.getAction()).endsWith(".refused");
            assertThat(event.getActor().getSubject()).isEqualTo("people/" + who);
            assertThat(event.getAfterJson()).contains('"' + rule + '"');
            assertThat(event.getReason()).isEqualTo(said);
        }));
        return refusal;
    }

    private CorrectiveAction explainOccurrenceOnly(CorrectiveAction action) {
        return house.as("alder-partner-ops")
                .recordRootCause(RecordRootCauseRequest.newBuilder()
                        .setName(action.getName())
                        .setRevision(action.getRevision())
                        .addOccurrenceWhys("Trucks left late on Mondays.")
                        .addOccurrenceWhys("The gate slot was sold to another carrier.")
                        .setRequestId(fresh())
                        .build());
    }

    @Test
    void aProposalWhoseDateHasPassedSaysSoAndOnlyAnotherOneGoesOn() {
        raci();
        red();
        CorrectiveAction action = only();
        await().until(() -> house.get("alder-owner-ops", action.getName()).hasProposal());
        CorrectiveAction proposed = house.get("alder-owner-ops", action.getName());
        assertThat(proposed.getProposal().getDueDate()).isEqualTo("2026-12-06");
        // The last moment of that day in New York, and the first of the next.
        house.clock.set(Instant.parse("2026-12-07T04:59:59.999Z"));
        CorrectiveAction stillGood = house.get("alder-owner-ops", action.getName());
        assertThat(stillGood.getProposal().getDatePassed()).isFalse();
        assertThat(stillGood.getCallerMayList()).contains("AcceptOwner");
        house.clock.set(Instant.parse("2026-12-07T05:00:00Z"));
        await().until(() -> house.get("alder-owner-ops", action.getName()).getEscalationsCount() == 2);
        CorrectiveAction late = house.get("alder-owner-ops", action.getName());
        assertThat(late.getProposal().getDatePassed()).isTrue();
        assertThat(late.getCallerMayList()).contains("ProposeOwner").doesNotContain("AcceptOwner");
        refused(late, "due_date.past", "alder-owner-ops", () -> accept(late, "alder-owner-ops"));
        CorrectiveAction again = propose(late, "alder-owner-ops", "alder-partner-ops", "2026-12-20", "");
        assertThat(again.getProposal().getDatePassed()).isFalse();
        assertThat(accept(again, "alder-partner-ops").getState()).isEqualTo(ActionState.ACTION_STATE_AGREED);
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
}
