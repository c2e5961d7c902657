package dev.drumbeat.incentives.grpc;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.incentives.process.House;
import dev.drumbeat.proto.incentives.v1.DiscloseRequest;
import dev.drumbeat.proto.incentives.v1.Disclosure;
import dev.drumbeat.proto.incentives.v1.Line;
import dev.drumbeat.proto.incentives.v1.LineKind;
import dev.drumbeat.proto.incentives.v1.ListDisclosuresRequest;
import dev.drumbeat.proto.incentives.v1.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Bad news that is told early, and repeated wishes. */
final class TellingStoryTest extends PayStories {
    @Test
    void who_told_before_the_figure_came_gets_part_of_the_penalty_back() {
        inForce();
        Disclosure told = house.as(PARTNER_OPS)
                .disclose(DiscloseRequest.newBuilder()
                        .setKpi(kpi)
                        .setPeriod("2026-09")
                        .setText("A furnace is down until the 25th.")
                        .setRequestId(id())
                        .build());
        assertThat(told.getDaysBefore()).isEqualTo(20);
        house.clock.set(Instant.parse("2026-10-02T10:00:00Z"));
        house.kpis.record(kpi, "2026-09", "82");
        house.clock.set(Instant.parse("2026-10-07T10:00:00Z"));
        sweep(house);

        Statement statement = only(statements());
        assertThat(statement.getTotal()).isEqualTo(usd("-600.00"));
        Line credit = statement.getLines(1);
        assertThat(credit.getKind()).isEqualTo(LineKind.LINE_KIND_TRANSPARENCY_CREDIT);
        assertThat(credit.getAmount()).isEqualTo(usd("400.00"));
        assertThat(refusalOf(() -> house.as(PARTNER_OPS)
                                .disclose(DiscloseRequest.newBuilder()
                                        .setKpi(kpi)
                                        .setPeriod("2026-09")
                                        .setText("Too late to tell.")
                                        .setRequestId(id())
                                        .build()))
                        .rule())
                .isEqualTo("period.measured");
    }

    @Test
    void one_command_sent_five_times_at_once_has_one_effect() {
        inForce();
        DiscloseRequest once = DiscloseRequest.newBuilder()
                .setKpi(kpi)
                .setPeriod("2026-10")
                .setText("A shipment is held at the border.")
                .setRequestId(id())
                .build();
        House other = house.replica();
        List<Callable<Object>> five = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            House replica = i % 2 == 0 ? house : other;
            five.add(() -> replica.as(PARTNER_OPS).disclose(once));
        }
        List<Object> answers = together(five);
        other.end();
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(house.as("acme-owner-viewer")
                        .listDisclosures(
                                ListDisclosuresRequest.newBuilder().setParent(P).build())
                        .getDisclosuresList())
                .hasSize(1);
    }
}
