package dev.drumbeat.incentives.grpc;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.drumbeat.incentives.process.House;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.Money;
import dev.drumbeat.proto.incentives.v1.Agreement;
import dev.drumbeat.proto.incentives.v1.Assumption;
import dev.drumbeat.proto.incentives.v1.BatchGetProjectionsRequest;
import dev.drumbeat.proto.incentives.v1.CreditStep;
import dev.drumbeat.proto.incentives.v1.DecideDisputeRequest;
import dev.drumbeat.proto.incentives.v1.DiscloseRequest;
import dev.drumbeat.proto.incentives.v1.Disclosure;
import dev.drumbeat.proto.incentives.v1.DisputeDecision;
import dev.drumbeat.proto.incentives.v1.DisputeLineRequest;
import dev.drumbeat.proto.incentives.v1.Edge;
import dev.drumbeat.proto.incentives.v1.Finding;
import dev.drumbeat.proto.incentives.v1.GetPayPanelRequest;
import dev.drumbeat.proto.incentives.v1.JournalHead;
import dev.drumbeat.proto.incentives.v1.Line;
import dev.drumbeat.proto.incentives.v1.LineKind;
import dev.drumbeat.proto.incentives.v1.ListAgreementsRequest;
import dev.drumbeat.proto.incentives.v1.ListDisclosuresRequest;
import dev.drumbeat.proto.incentives.v1.ListStatementsRequest;
import dev.drumbeat.proto.incentives.v1.PayPanel;
import dev.drumbeat.proto.incentives.v1.PreviewPayCurveRequest;
import dev.drumbeat.proto.incentives.v1.PreviewPayCurveResponse;
import dev.drumbeat.proto.incentives.v1.ProposeAgreementRequest;
import dev.drumbeat.proto.incentives.v1.Rule;
import dev.drumbeat.proto.incentives.v1.SaveDraftRequest;
import dev.drumbeat.proto.incentives.v1.SettleStatementRequest;
import dev.drumbeat.proto.incentives.v1.SettlementFrequency;
import dev.drumbeat.proto.incentives.v1.SignAgreementRequest;
import dev.drumbeat.proto.incentives.v1.SignStatementRequest;
import dev.drumbeat.proto.incentives.v1.Statement;
import dev.drumbeat.proto.incentives.v1.StatementKind;
import dev.drumbeat.proto.incentives.v1.StatementState;
import dev.drumbeat.proto.incentives.v1.TamperFinding;
import dev.drumbeat.proto.incentives.v1.TamperKind;
import dev.drumbeat.proto.incentives.v1.Terms;
import dev.drumbeat.proto.incentives.v1.Tier;
import dev.drumbeat.proto.incentives.v1.TieredRule;
import dev.drumbeat.proto.incentives.v1.TransparencyCreditRule;
import dev.drumbeat.proto.incentives.v1.VerifyStatementsRequest;
import dev.drumbeat.proto.incentives.v1.VerifyStatementsResponse;
import dev.drumbeat.proto.incentives.v1.WhatIfRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partnership agrees on what the score pays, and everything that follows. */
final class PayStoryTest {
    private static final String P = "partnerships/acme";
    private static final String OWNER_OPS = "acme-owner-ops";
    private static final String OWNER_LEADER = "acme-owner-leader";
    private static final String PARTNER_LEADER = "acme-partner-leader";
    private static final String PARTNER_OPS = "acme-partner-ops";

    private final House house = new House();
    private String kpi = "";

    @BeforeEach
    void staff() {
        house.directory.staffed("acme", "Europe/Berlin", "USD");
        house.directory.staffed("other", "Europe/Berlin", "USD");
        kpi = house.kpis.onTimeDelivery(P);
        house.clock.set(Instant.parse("2026-09-10T10:00:00Z"));
    }

    @AfterEach
    void close() {
        house.close();
    }

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

        assertThat(house.as(PARTNER_LEADER)
                        .whatIf(WhatIfRequest.newBuilder()
                                .setAgreement(panel.getProjections(0).getAgreement())
                                .addAssumptions(
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

    @Test
    void whatever_is_done_to_stored_statements_behind_the_service_is_named() {
        inForce("2026-05");
        sweep(house);
        MongoCollection<Document> journal = house.database().getCollection("journal");
        VerifyStatementsResponse intact = verify(JournalHead.getDefaultInstance());
        assertThat(intact.getFindingsList())
                .extracting(TamperFinding::getKind)
                .containsExactly(TamperKind.TAMPER_KIND_KEPT_HEAD_UNKNOWN);
        assertThat(verify(intact.getHead()).getIntact()).isTrue();
        long count = intact.getHead().getCount();
        assertThat(count).isGreaterThanOrEqualTo(5);

        Document third = row(journal, 3);
        journal.updateOne(
                Filters.eq(third.get("_id")),
                Updates.set("entry.fact.lines.0.amount.amount", Decimal128.parse("9999.00")));
        assertThat(named(verify(intact.getHead()))).contains("EDITED 3");
        journal.replaceOne(Filters.eq(third.get("_id")), third);
        assertThat(verify(intact.getHead()).getIntact()).isTrue();

        journal.deleteOne(Filters.eq(third.get("_id")));
        assertThat(named(verify(intact.getHead()))).containsExactly("DELETED 3");
        journal.insertOne(third);

        Document last = row(journal, count);
        journal.deleteOne(Filters.eq(last.get("_id")));
        assertThat(named(verify(intact.getHead()))).contains("TAIL_CUT " + count);
        journal.insertOne(last);

        Document forged =
                new Document(third).append("_id", third.get("_id") + "x").append("position", count + 1);
        journal.insertOne(forged);
        assertThat(named(verify(intact.getHead()))).containsExactly("INSERTED " + (count + 1));
        journal.deleteOne(Filters.eq(forged.get("_id")));

        Document fourth = row(journal, 4);
        journal.updateOne(Filters.eq(third.get("_id")), Updates.set("position", 4L));
        journal.updateOne(Filters.eq(fourth.get("_id")), Updates.set("position", 3L));
        assertThat(named(verify(intact.getHead())))
                .allMatch(found -> found.startsWith("REORDERED"))
                .isNotEmpty();
    }

    private static Document row(MongoCollection<Document> journal, long position) {
        return Objects.requireNonNull(
                journal.find(Filters.and(Filters.eq("partnership", P), Filters.eq("position", position)))
                        .first());
    }

    private static List<String> named(VerifyStatementsResponse response) {
        return response.getFindingsList().stream()
                .map(found -> found.getKind().name().substring("TAMPER_KIND_".length()) + " " + found.getSequence())
                .toList();
    }

    private VerifyStatementsResponse verify(JournalHead kept) {
        return house.as(PARTNER_LEADER)
                .verifyStatements(VerifyStatementsRequest.newBuilder()
                        .setPartnership(P)
                        .setKeptHead(kept)
                        .build());
    }

    private PayPanel panel() {
        return house.as(OWNER_LEADER)
                .getPayPanel(GetPayPanelRequest.newBuilder().setPartnership(P).build());
    }

    private static Object sweep(House house) {
        house.accounts.sweep();
        return "swept";
    }

    private static List<Object> together(List<Callable<Object>> calls) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Object> answers = new ArrayList<>();
            for (Future<Object> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<Statement> statements() {
        return house.as(PARTNER_LEADER)
                .listStatements(ListStatementsRequest.newBuilder().setParent(P).build())
                .getStatementsList();
    }

    private static Statement only(List<Statement> statements) {
        assertThat(statements).hasSize(1);
        return statements.getFirst();
    }

    private void signBoth(Statement statement) {
        house.confirmed(OWNER_LEADER).signStatement(sign(statement));
        house.confirmed(PARTNER_LEADER).signStatement(sign(statement));
    }

    private static SignStatementRequest sign(Statement statement) {
        return SignStatementRequest.newBuilder()
                .setName(statement.getName())
                .setDigest(statement.getDigest())
                .setRequestId(id())
                .build();
    }

    private Statement dispute(Statement statement, String claimed) {
        return house.as(PARTNER_LEADER)
                .disputeLine(DisputeLineRequest.newBuilder()
                        .setName(statement.getName())
                        .setLineId(statement.getLines(0).getLineId())
                        .setReason("Two deliveries were counted late by mistake.")
                        .setClaimedAmount(usd(claimed))
                        .setRequestId(id())
                        .build());
    }

    private Statement decide(Statement statement, String person) {
        return house.as(person)
                .decideDispute(DecideDisputeRequest.newBuilder()
                        .setName(statement.getName())
                        .setLineId(statement.getLines(0).getLineId())
                        .setDecision(DisputeDecision.DISPUTE_DECISION_ACCEPT)
                        .setRequestId(id())
                        .build());
    }

    private void inForce() {
        inForce("2026-09");
    }

    private void inForce(String firstPeriod) {
        Agreement proposed =
                propose(save(terms().toBuilder().setFirstPeriod(firstPeriod).build()));
        house.confirmed(OWNER_LEADER).signAgreement(sign(proposed));
        house.confirmed(PARTNER_LEADER).signAgreement(sign(proposed));
    }

    private Agreement save(Terms terms) {
        return house.as(OWNER_OPS)
                .saveDraft(SaveDraftRequest.newBuilder()
                        .setName(P)
                        .setTerms(terms)
                        .setRequestId(id())
                        .build());
    }

    private Agreement propose(Agreement draft) {
        return house.as(OWNER_OPS)
                .proposeAgreement(ProposeAgreementRequest.newBuilder()
                        .setName(draft.getName())
                        .setReason("What we talked about.")
                        .setRequestId(id())
                        .build());
    }

    private static SignAgreementRequest sign(Agreement proposed) {
        return SignAgreementRequest.newBuilder()
                .setName(proposed.getName())
                .setVersion(1)
                .setDigest(proposed.getVersions(0).getDigest())
                .setRequestId(id())
                .build();
    }

    /** Below 90 costs 1,000, from 95 on pays 500; telling 14 days ahead gives 40 % back. */
    private Terms terms() {
        return Terms.newBuilder()
                .setDisplayName("Delivery bonus")
                .setCurrency("USD")
                .setSettlementFrequency(SettlementFrequency.SETTLEMENT_FREQUENCY_MONTHLY)
                .setFirstPeriod("2026-09")
                .setGraceDays(5)
                .addRules(Rule.newBuilder()
                        .setRuleId("delivery")
                        .setDisplayName("On-time delivery")
                        .setTiered(TieredRule.newBuilder()
                                .setKpi(kpi)
                                .setEdge(Edge.EDGE_LOWER_INCLUDED)
                                .addTiers(Tier.newBuilder().setUpper("90").setAmount(usd("-1000")))
                                .addTiers(Tier.newBuilder()
                                        .setLower("90")
                                        .setUpper("95")
                                        .setAmount(usd("0")))
                                .addTiers(Tier.newBuilder().setLower("95").setAmount(usd("500")))))
                .addRules(Rule.newBuilder()
                        .setRuleId("candour")
                        .setDisplayName("Told in time")
                        .setTransparencyCredit(TransparencyCreditRule.newBuilder()
                                .addSteps(
                                        CreditStep.newBuilder().setDaysBefore(0).setPercent("20"))
                                .addSteps(CreditStep.newBuilder()
                                        .setDaysBefore(14)
                                        .setPercent("40"))
                                .setCapPerPeriod(usd("2000"))))
                .build();
    }

    private static Money usd(String amount) {
        return Money.newBuilder().setAmount(amount).setCurrency("USD").build();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
