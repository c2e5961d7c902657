package dev.drumbeat.incentives.grpc;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.incentives.process.House;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.common.v1.Side;
import dev.drumbeat.proto.incentives.v1.DecideEvidenceRequest;
import dev.drumbeat.proto.incentives.v1.Evidence;
import dev.drumbeat.proto.incentives.v1.EvidenceDecision;
import dev.drumbeat.proto.incentives.v1.EvidenceKind;
import dev.drumbeat.proto.incentives.v1.EvidencePoint;
import dev.drumbeat.proto.incentives.v1.EvidenceReply;
import dev.drumbeat.proto.incentives.v1.EvidenceState;
import dev.drumbeat.proto.incentives.v1.ListEvidenceRequest;
import dev.drumbeat.proto.incentives.v1.ListEvidenceResponse;
import dev.drumbeat.proto.incentives.v1.ReplyToEvidenceRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What looks like sandbagging is shown, may be replied to, and is decided by people; it never costs anything by itself. */
final class EvidenceStoryTest extends PayStories {
    @Test
    void a_target_that_is_far_too_easy_is_shown_once_replied_to_and_decided_by_the_other_side() {
        Evidence shown = easyTarget();
        assertThat(shown.getKind()).isEqualTo(EvidenceKind.EVIDENCE_KIND_BEATEN_WIDELY);
        assertThat(shown.getConcerns()).isEqualTo(Side.SIDE_PARTNER);
        assertThat(shown.getPointsList())
                .extracting(EvidencePoint::getValue)
                .hasSize(7)
                .containsOnly("96");
        assertThat(panel().getOpenEvidence()).isEqualTo(1);

        assertThat(refusalOf(() -> decide(OWNER_LEADER, shown)).rule()).isEqualTo("evidence.reply_first");
        assertThat(refusalOf(() -> reply(PARTNER_OPS, shown, "Ours.")).rule()).isEqualTo("role.read_money");
        Evidence answered =
                reply(PARTNER_LEADER, shown, "The second line came up early; the target is from before it.");
        assertThat(answered.getRepliesList())
                .extracting(EvidenceReply::getText)
                .containsExactly("The second line came up early; the target is from before it.");

        assertThat(refusalOf(() -> decide(PARTNER_LEADER, shown)).rule()).isEqualTo("evidence.own");
        assertThat(refusalOf(() -> decide(OWNER_OPS, shown)).reason()).isEqualTo(Reason.NOT_ALLOWED);
        Evidence decided = decide(OWNER_LEADER, shown);
        assertThat(decided.getState()).isEqualTo(EvidenceState.EVIDENCE_STATE_DECIDED);
        assertThat(decided.getDecidedBy().getSide()).isEqualTo(Side.SIDE_OWNER);
        assertThat(refusalOf(() -> reply(PARTNER_LEADER, shown, "One more thing."))
                        .rule())
                .isEqualTo("evidence.decided");
        assertThat(panel().getOpenEvidence()).isZero();
    }

    @Test
    void the_same_pattern_is_not_shown_again_by_another_process_or_in_a_later_month_and_costs_nothing() {
        easyTarget();
        House other = house.replica();
        for (int month = 9; month <= 12; month++) {
            house.kpis.record(kpi, "2026-%02d".formatted(month), "96");
            together(List.of(() -> sweep(house), () -> sweep(other)));
            house.clock.advance(Duration.ofDays(31));
        }
        other.end();
        assertThat(evidence()).hasSize(1);
        sweep(house);
        assertThat(statements())
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement.getTotal()).isEqualTo(usd("500.00")));
    }

    @Test
    void a_side_that_says_nothing_for_a_week_can_be_decided_about() {
        Evidence shown = easyTarget();
        house.clock.advance(Duration.ofDays(7).minusMinutes(1));
        assertThat(refusalOf(() -> decide(OWNER_LEADER, shown)).rule()).isEqualTo("evidence.reply_first");
        house.clock.advance(Duration.ofMinutes(2));
        assertThat(decide(OWNER_LEADER, shown).getState()).isEqualTo(EvidenceState.EVIDENCE_STATE_DECIDED);
    }

    @Test
    void every_revision_after_the_cut_off_that_crosses_a_threshold_is_shown() {
        inForce("2026-08");
        house.kpis.record(kpi, "2026-08", "94");
        house.kpis.record(kpi, "2026-09", "94.5");
        house.clock.advance(Duration.ofDays(30));
        house.kpis.record(kpi, "2026-08", "95");
        house.kpis.record(kpi, "2026-09", "94.9");
        sweep(house);
        assertThat(evidence()).hasSize(1);
        house.kpis.record(kpi, "2026-09", "95.1");
        sweep(house);
        assertThat(evidence())
                .extracting(Evidence::getKind)
                .containsExactly(EvidenceKind.EVIDENCE_KIND_LATE_REVISION, EvidenceKind.EVIDENCE_KIND_LATE_REVISION);
        assertThat(evidence().getFirst().getPoints(0).getAgainst()).isEqualTo("94.9");
    }

    @Test
    void values_that_crowd_just_past_a_threshold_are_shown_and_perfect_ones_are_not() {
        List<String> crowded = List.of("95.1", "95.2", "95.3", "95", "95.1", "95.2", "95.3");
        IntStream.range(0, crowded.size()).forEach(i -> {
            house.kpis.record(kpi, month(2 * i), "88");
            house.kpis.record(kpi, month(2 * i + 1), crowded.get(i));
        });
        inForce("2026-08");
        sweep(house);
        Evidence shown = evidence().getFirst();
        assertThat(evidence()).hasSize(1);
        assertThat(shown.getKind()).isEqualTo(EvidenceKind.EVIDENCE_KIND_BUNCHED);
        assertThat(shown.getThreshold()).isEqualTo("95");
        assertThat(shown.getPointsCount()).isEqualTo(7);
    }

    @Test
    void always_reaching_what_cannot_be_beaten_is_no_evidence() {
        IntStream.range(0, 14).forEach(i -> house.kpis.record(kpi, month(i), i % 2 == 0 ? "80" : "100"));
        inForce("2026-08");
        sweep(house);
        assertThat(evidence()).isEmpty();
    }

    @Test
    void a_page_of_open_evidence_is_full_however_much_was_decided_in_between() {
        easyTarget();
        for (int target = 61; target <= 64; target++) {
            house.kpis.aim(Integer.toString(target), Integer.toString(target - 5));
            sweep(house);
        }
        List<Evidence> all = evidence();
        assertThat(all).hasSize(5);
        reply(PARTNER_LEADER, all.get(1), "Known.");
        decide(OWNER_LEADER, all.get(1));
        reply(PARTNER_LEADER, all.get(2), "Known.");
        decide(OWNER_LEADER, all.get(2));

        ListEvidenceResponse first = open("");
        assertThat(first.getEvidenceList())
                .extracting(Evidence::getName)
                .containsExactly(all.get(0).getName(), all.get(3).getName());
        ListEvidenceResponse second = open(first.getNextPageToken());
        assertThat(second.getEvidenceList())
                .extracting(Evidence::getName)
                .containsExactly(all.get(4).getName());
        assertThat(second.getNextPageToken()).isEmpty();
    }

    /** Seven months of 96 against a target of 60 that is red below 55. */
    private Evidence easyTarget() {
        house.kpis.aim("60", "55");
        for (int month = 2; month <= 8; month++) {
            house.kpis.record(kpi, "2026-%02d".formatted(month), "96");
        }
        inForce();
        sweep(house);
        sweep(house);
        assertThat(evidence()).hasSize(1);
        return evidence().getFirst();
    }

    /** The n-th of fourteen months, the last of which is August 2026. */
    private static String month(int n) {
        return java.time.YearMonth.of(2025, 7).plusMonths(n).toString();
    }

    private List<Evidence> evidence() {
        return house.as(OWNER_LEADER)
                .listEvidence(ListEvidenceRequest.newBuilder().setParent(P).build())
                .getEvidenceList();
    }

    private ListEvidenceResponse open(String token) {
        return house.as(OWNER_LEADER)
                .listEvidence(ListEvidenceRequest.newBuilder()
                        .setParent(P)
                        .addStates(EvidenceState.EVIDENCE_STATE_OPEN)
                        .setPageSize(2)
                        .setPageToken(token)
                        .build());
    }

    private Evidence reply(String person, Evidence evidence, String text) {
        return house.as(person)
                .replyToEvidence(ReplyToEvidenceRequest.newBuilder()
                        .setName(evidence.getName())
                        .setText(text)
                        .setRequestId(id())
                        .build());
    }

    private Evidence decide(String person, Evidence evidence) {
        return house.as(person)
                .decideEvidence(DecideEvidenceRequest.newBuilder()
                        .setName(evidence.getName())
                        .setDecision(EvidenceDecision.EVIDENCE_DECISION_RENEGOTIATE)
                        .setReason("We talk about the target in the next review.")
                        .setRequestId(id())
                        .build());
    }
}
