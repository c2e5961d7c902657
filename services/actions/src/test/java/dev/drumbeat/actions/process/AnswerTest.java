package dev.drumbeat.actions.process;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.proto.actions.v1.ActionState;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.EscalationRung;
import dev.drumbeat.proto.kpis.v1.EpisodeState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Each red has its action: opened, continued, voided, reopened. */
final class AnswerTest extends AtAlder {
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
}
