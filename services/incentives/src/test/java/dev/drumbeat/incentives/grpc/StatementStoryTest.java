package dev.drumbeat.incentives.grpc;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.incentives.process.House;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.incentives.v1.Line;
import dev.drumbeat.proto.incentives.v1.LineKind;
import dev.drumbeat.proto.incentives.v1.ListStatementsRequest;
import dev.drumbeat.proto.incentives.v1.ListStatementsResponse;
import dev.drumbeat.proto.incentives.v1.SettleStatementRequest;
import dev.drumbeat.proto.incentives.v1.Statement;
import dev.drumbeat.proto.incentives.v1.StatementKind;
import dev.drumbeat.proto.incentives.v1.StatementState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Periods are stated, contested, signed, settled and corrected. */
final class StatementStoryTest extends PayStories {
    @Test
    void a_period_is_stated_once_by_whichever_replica_signed_and_never_changes_again() {
        inForce();
        house.kpis.record(kpi, "2026-09", "96");
        house.clock.set(Instant.parse("2026-10-03T10:00:00Z"));
        house.accounts.sweep();
        assertThat(statements()).isEmpty();

        house.clock.set(Instant.parse("2026-10-07T10:00:00Z"));
        House other = house.replica();
        together(List.of(() -> sweep(house), () -> sweep(other), () -> sweep(house), () -> sweep(other)));
        other.end();
        Statement stated = only(statements());
        assertThat(stated.getTotal()).isEqualTo(usd("500.00"));
        assertThat(stated.getLines(0).getFormula()).contains("96").contains("500.00");
        assertThat(stated.getLines(0).getInputs(0).getSources(0)).endsWith("2026-09@1");

        signBoth(stated);
        Statement signed = only(statements());
        assertThat(signed.getState()).isEqualTo(StatementState.STATEMENT_STATE_SIGNED);
        assertThat(refusalOf(() -> dispute(signed, "500.00")).rule()).isEqualTo("statement.frozen");

        house.kpis.record(kpi, "2026-09", "93");
        sweep(house);
        sweep(house);
        List<Statement> after = statements();
        assertThat(after).hasSize(2);
        assertThat(after.get(1))
                .isEqualTo(signed.toBuilder().setHead(after.get(1).getHead()).build());
        assertThat(after.get(0).getKind()).isEqualTo(StatementKind.STATEMENT_KIND_ADJUSTMENT);
        assertThat(after.get(0).getTotal()).isEqualTo(usd("-500.00"));
        assertThat(after.get(0).getLines(0).getStatedBefore()).isEqualTo(usd("500.00"));

        Statement settled = house.as(OWNER_OPS)
                .settleStatement(SettleStatementRequest.newBuilder()
                        .setName(signed.getName())
                        .setReference("Payment 4711")
                        .setRequestId(id())
                        .build());
        assertThat(settled.getState()).isEqualTo(StatementState.STATEMENT_STATE_SETTLED);
    }

    @Test
    void a_figure_corrected_before_signing_makes_another_statement_in_place_of_the_first() {
        inForce();
        house.kpis.record(kpi, "2026-09", "96");
        house.clock.set(Instant.parse("2026-10-07T10:00:00Z"));
        sweep(house);
        house.kpis.record(kpi, "2026-09", "88");
        sweep(house);
        assertThat(statements())
                .extracting(Statement::getState)
                .containsExactly(StatementState.STATEMENT_STATE_PROPOSED, StatementState.STATEMENT_STATE_SUPERSEDED);
        assertThat(statements().get(0).getTotal()).isEqualTo(usd("-1000.00"));
    }

    @Test
    void a_missing_figure_counts_as_the_least_the_rule_can_pay() {
        inForce();
        house.clock.set(Instant.parse("2026-10-07T10:00:00Z"));
        sweep(house);
        Line line = only(statements()).getLines(0);
        assertThat(line.getFigureMissing()).isTrue();
        assertThat(line.getAmount()).isEqualTo(usd("-1000.00"));
    }

    @Test
    void a_disputed_line_stops_signing_until_the_other_leader_decides() {
        inForce();
        house.kpis.record(kpi, "2026-09", "93");
        house.clock.set(Instant.parse("2026-10-07T10:00:00Z"));
        sweep(house);
        Statement disputed = dispute(only(statements()), "250.00");
        assertThat(disputed.getState()).isEqualTo(StatementState.STATEMENT_STATE_DISPUTED);
        assertThat(refusalOf(() -> house.confirmed(OWNER_LEADER).signStatement(sign(disputed)))
                        .rule())
                .isEqualTo("statement.disputed");
        assertThat(refusalOf(() -> decide(disputed, PARTNER_LEADER)).reason()).isEqualTo(Reason.NOT_ALLOWED);

        decide(disputed, OWNER_LEADER);
        assertThat(statements().get(0).getTotal()).isEqualTo(usd("250.00"));
        assertThat(statements().get(0).getLines(0).getKind()).isEqualTo(LineKind.LINE_KIND_AGREED);
        sweep(house);
        assertThat(statements()).hasSize(2);
        signBoth(statements().get(0));
        sweep(house);
        assertThat(statements()).hasSize(2);
    }

    @Test
    void a_page_of_signed_statements_is_full_however_many_others_lie_between_them() {
        inForce("2026-04");
        sweep(house);
        List<Statement> all = statements();
        assertThat(all).extracting(Statement::getPeriod).startsWith("2026-08", "2026-07", "2026-06", "2026-05");
        signBoth(all.get(1));
        signBoth(all.get(3));
        signBoth(all.get(4));
        ListStatementsResponse first = signed("");
        assertThat(first.getStatementsList()).extracting(Statement::getPeriod).containsExactly("2026-07", "2026-05");
        ListStatementsResponse second = signed(first.getNextPageToken());
        assertThat(second.getStatementsList()).extracting(Statement::getPeriod).containsExactly("2026-04");
        assertThat(second.getNextPageToken()).isEmpty();
    }

    private ListStatementsResponse signed(String token) {
        return house.as(OWNER_OPS)
                .listStatements(ListStatementsRequest.newBuilder()
                        .setParent(P)
                        .addStates(StatementState.STATEMENT_STATE_SIGNED)
                        .setPageSize(2)
                        .setPageToken(token)
                        .build());
    }
}
