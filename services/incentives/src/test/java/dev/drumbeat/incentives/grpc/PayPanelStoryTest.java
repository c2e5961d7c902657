package dev.drumbeat.incentives.grpc;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.incentives.v1.Assumption;
import dev.drumbeat.proto.incentives.v1.BatchGetProjectionsRequest;
import dev.drumbeat.proto.incentives.v1.GetPayPanelRequest;
import dev.drumbeat.proto.incentives.v1.ListStatementsRequest;
import dev.drumbeat.proto.incentives.v1.PayPanel;
import dev.drumbeat.proto.incentives.v1.VerifyStatementsRequest;
import dev.drumbeat.proto.incentives.v1.WhatIfRequest;
import dev.drumbeat.proto.incentives.v1.WhatIfResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the score pays as things stand, for those who may know. */
final class PayPanelStoryTest extends PayStories {
    @Test
    void the_panel_projects_what_moved_and_lives_through_an_outage_of_the_figures() {
        house.kpis.record(kpi, "2026-08", "96");
        inForce("2026-08");
        house.kpis.record(kpi, "2026-09", "93");
        PayPanel panel = panel();
        assertThat(panel.getProjections(0).getPeriod()).isEqualTo("2026-09");
        assertThat(panel.getProjections(0).getAmount()).isEqualTo(usd("0.00"));
        assertThat(panel.getProjections(0).getAmountBefore()).isEqualTo(usd("500.00"));
        assertThat(panel.getProjections(0).getMovements(0).getChange()).isEqualTo(usd("-500.00"));

        house.kpis.down(true);
        assertThat(panel().getProjections(0).getAmount()).isEqualTo(usd("0.00"));
        house.kpis.down(false);

        WhatIfRequest.Builder question =
                WhatIfRequest.newBuilder().setAgreement(panel.getProjections(0).getAgreement());
        WhatIfResponse asThingsStand = house.as(PARTNER_LEADER).whatIf(question.build());
        assertThat(asThingsStand.getAmount()).isEqualTo(panel.getProjections(0).getAmount());
        assertThat(asThingsStand.getDifference()).isEqualTo(usd("0.00"));
        assertThat(house.as(PARTNER_LEADER)
                        .whatIf(question.addAssumptions(
                                        Assumption.newBuilder().setKpi(kpi).setValue("97"))
                                .build())
                        .getDifference())
                .isEqualTo(usd("500.00"));
        assertThat(house.as(OWNER_LEADER)
                        .batchGetProjections(BatchGetProjectionsRequest.newBuilder()
                                .addPartnerships(P)
                                .addPartnerships("partnerships/other")
                                .build())
                        .getProjectionsList())
                .hasSize(1);
    }

    @Test
    void who_may_not_read_money_sees_none_of_it_anywhere() {
        inForce();
        house.kpis.record(kpi, "2026-09", "96");
        house.clock.set(Instant.parse("2026-10-07T10:00:00Z"));
        sweep(house);
        panel();
        for (String person : List.of(PARTNER_OPS, "acme-owner-viewer", "acme-partner-viewer")) {
            var stub = house.as(person);
            assertThat(refusalOf(() -> stub.listStatements(ListStatementsRequest.newBuilder()
                                    .setParent(P)
                                    .build()))
                            .rule())
                    .isEqualTo("role.read_money");
            assertThat(refusalOf(() -> stub.getPayPanel(GetPayPanelRequest.newBuilder()
                                    .setPartnership(P)
                                    .build()))
                            .rule())
                    .isEqualTo("role.read_money");
            assertThat(refusalOf(() -> stub.verifyStatements(VerifyStatementsRequest.newBuilder()
                                    .setPartnership(P)
                                    .build()))
                            .rule())
                    .isEqualTo("role.read_money");
            assertThat(stub.batchGetProjections(BatchGetProjectionsRequest.newBuilder()
                                    .addPartnerships(P)
                                    .build())
                            .getProjectionsList())
                    .isEmpty();
        }
        assertThat(house.as(PARTNER_OPS)
                        .listAuditEvents(ListAuditEventsRequest.newBuilder()
                                .setPartnership(P)
                                .build())
                        .getAuditEventsList())
                .isNotEmpty()
                .allMatch(event ->
                        event.getAfterJson().isEmpty() && event.getReason().isEmpty());
        assertThat(refusalOf(() -> house.as("other-owner-leader")
                                .listStatements(ListStatementsRequest.newBuilder()
                                        .setParent(P)
                                        .build()))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }
}
