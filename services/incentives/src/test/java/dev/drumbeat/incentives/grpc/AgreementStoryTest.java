package dev.drumbeat.incentives.grpc;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.incentives.v1.Agreement;
import dev.drumbeat.proto.incentives.v1.EndAgreementRequest;
import dev.drumbeat.proto.incentives.v1.Finding;
import dev.drumbeat.proto.incentives.v1.ListAgreementsRequest;
import dev.drumbeat.proto.incentives.v1.PreviewPayCurveRequest;
import dev.drumbeat.proto.incentives.v1.PreviewPayCurveResponse;
import dev.drumbeat.proto.incentives.v1.RejectAgreementRequest;
import dev.drumbeat.proto.incentives.v1.SignAgreementRequest;
import dev.drumbeat.proto.incentives.v1.Statement;
import dev.drumbeat.proto.incentives.v1.Terms;
import dev.drumbeat.proto.incentives.v1.VersionState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A partnership agrees on what the score pays. */
final class AgreementStoryTest extends PayStories {
    @Test
    void terms_are_drafted_by_one_side_alone_proposed_and_signed_by_both_leaders() {
        Agreement draft = save(terms());
        assertThat(house.as(PARTNER_LEADER)
                        .listAgreements(
                                ListAgreementsRequest.newBuilder().setParent(P).build())
                        .getAgreementsList())
                .isEmpty();

        Agreement proposed = propose(draft);
        SignAgreementRequest sign = sign(proposed);
        assertThat(refusalOf(() -> house.as(OWNER_LEADER).signAgreement(sign)).rule())
                .isEqualTo("identity.confirmation_required");
        assertThat(refusalOf(() -> house.confirmed(OWNER_LEADER, Duration.ofMinutes(6))
                                .signAgreement(sign))
                        .rule())
                .isEqualTo("identity.confirmation_required");
        assertThat(refusalOf(() -> house.confirmed(OWNER_OPS).signAgreement(sign))
                        .reason())
                .isEqualTo(Reason.NOT_ALLOWED);

        Agreement half = house.confirmed(OWNER_LEADER, Duration.ofMinutes(4)).signAgreement(sign);
        assertThat(half.getVersionInForce()).isZero();
        Agreement both = house.confirmed(PARTNER_LEADER).signAgreement(sign(proposed));
        assertThat(both.getVersionInForce()).isEqualTo(1);
        assertThat(both.getVersions(0).getSignaturesList()).hasSize(2);
    }

    @Test
    void the_editor_names_gaps_overlaps_and_what_makes_hiding_pay() {
        Terms.Builder wrong = terms().toBuilder();
        wrong.getRulesBuilder(0).getTieredBuilder().getTiersBuilder(1).setLower("91");
        wrong.getRulesBuilder(1)
                .getTransparencyCreditBuilder()
                .getStepsBuilder(1)
                .setPercent("10");
        PreviewPayCurveResponse preview = house.as(OWNER_OPS)
                .previewPayCurve(PreviewPayCurveRequest.newBuilder()
                        .setPartnership(P)
                        .setTerms(wrong)
                        .build());
        assertThat(preview.getFindingsList())
                .extracting(Finding::getCode)
                .containsExactlyInAnyOrder("tiers.gap", "disclosure.hiding_pays");
        assertThat(preview.getFindingsList())
                .allMatch(finding -> !finding.getExample().isEmpty());

        Agreement draft = save(wrong.build());
        assertThat(refusalOf(() -> propose(draft)).violations())
                .extracting(violation -> violation.rule())
                .containsExactlyInAnyOrder("tiers.gap", "disclosure.hiding_pays");

        PreviewPayCurveResponse right = house.as(OWNER_OPS)
                .previewPayCurve(PreviewPayCurveRequest.newBuilder()
                        .setPartnership(P)
                        .setTerms(terms())
                        .build());
        assertThat(right.getFindingsList()).isEmpty();
        assertThat(right.getCurves(0).getAmountsList()).contains("-1000.00", "0.00", "500.00");
        assertThat(right.getCurves(0).getStepped()).isTrue();
    }

    @Test
    void a_leader_turns_terms_down_and_the_next_version_is_the_second() {
        Agreement proposed = propose(save(terms()));
        assertThat(refusalOf(() -> reject(OWNER_OPS, proposed)).reason()).isEqualTo(Reason.NOT_ALLOWED);
        Agreement rejected = reject(PARTNER_LEADER, proposed);
        assertThat(rejected.getVersions(0).getState()).isEqualTo(VersionState.VERSION_STATE_REJECTED);
        assertThat(refusalOf(() -> house.confirmed(OWNER_LEADER).signAgreement(sign(proposed)))
                        .rule())
                .isEqualTo("version.not_proposed");
    }

    @Test
    void an_agreement_ends_with_a_period_that_both_leaders_named() {
        Agreement signed = inForce("2026-08");
        assertThat(refusalOf(() -> end(OWNER_OPS, signed, "2026-09")).reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(refusalOf(() -> end(OWNER_LEADER, signed, "2026-08")).rule()).isEqualTo("period.past");
        assertThat(end(OWNER_LEADER, signed, "2026-09").getLastPeriod()).isEmpty();
        assertThat(end(PARTNER_LEADER, signed, "2026-10").getLastPeriod()).isEmpty();
        assertThat(end(OWNER_LEADER, signed, "2026-10").getLastPeriod()).isEqualTo("2026-10");

        house.clock.set(Instant.parse("2027-01-10T10:00:00Z"));
        sweep(house);
        assertThat(statements()).extracting(Statement::getPeriod).containsExactly("2026-10", "2026-09", "2026-08");
    }

    private Agreement reject(String person, Agreement proposed) {
        return house.as(person)
                .rejectAgreement(RejectAgreementRequest.newBuilder()
                        .setName(proposed.getName())
                        .setVersion(1)
                        .setReason("The floor is too low for us.")
                        .setRequestId(id())
                        .build());
    }

    private Agreement end(String person, Agreement agreement, String lastPeriod) {
        return house.as(person)
                .endAgreement(EndAgreementRequest.newBuilder()
                        .setName(agreement.getName())
                        .setLastPeriod(lastPeriod)
                        .setReason("The product is discontinued.")
                        .setRequestId(id())
                        .build());
    }
}
