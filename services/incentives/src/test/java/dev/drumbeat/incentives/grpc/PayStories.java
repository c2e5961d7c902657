package dev.drumbeat.incentives.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.incentives.process.House;
import dev.drumbeat.proto.common.v1.Money;
import dev.drumbeat.proto.incentives.v1.Agreement;
import dev.drumbeat.proto.incentives.v1.CreditStep;
import dev.drumbeat.proto.incentives.v1.DecideDisputeRequest;
import dev.drumbeat.proto.incentives.v1.DisputeDecision;
import dev.drumbeat.proto.incentives.v1.DisputeLineRequest;
import dev.drumbeat.proto.incentives.v1.Edge;
import dev.drumbeat.proto.incentives.v1.GetPayPanelRequest;
import dev.drumbeat.proto.incentives.v1.ListStatementsRequest;
import dev.drumbeat.proto.incentives.v1.PayPanel;
import dev.drumbeat.proto.incentives.v1.ProposeAgreementRequest;
import dev.drumbeat.proto.incentives.v1.Rule;
import dev.drumbeat.proto.incentives.v1.SaveDraftRequest;
import dev.drumbeat.proto.incentives.v1.SettlementFrequency;
import dev.drumbeat.proto.incentives.v1.SignAgreementRequest;
import dev.drumbeat.proto.incentives.v1.SignStatementRequest;
import dev.drumbeat.proto.incentives.v1.Statement;
import dev.drumbeat.proto.incentives.v1.Terms;
import dev.drumbeat.proto.incentives.v1.Tier;
import dev.drumbeat.proto.incentives.v1.TieredRule;
import dev.drumbeat.proto.incentives.v1.TransparencyCreditRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A partnership of two companies whose on-time delivery pays; what the stories of money begin with. */
abstract class PayStories {
    static final String P = "partnerships/acme";
    static final String OWNER_OPS = "acme-owner-ops";
    static final String OWNER_LEADER = "acme-owner-leader";
    static final String PARTNER_LEADER = "acme-partner-leader";
    static final String PARTNER_OPS = "acme-partner-ops";

    final House house = new House();
    String kpi = "";

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

    PayPanel panel() {
        return house.as(OWNER_LEADER)
                .getPayPanel(GetPayPanelRequest.newBuilder().setPartnership(P).build());
    }

    static Object sweep(House house) {
        house.accounts.sweep();
        return "swept";
    }

    static List<Object> together(List<Callable<Object>> calls) {
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

    List<Statement> statements() {
        return house.as(PARTNER_LEADER)
                .listStatements(ListStatementsRequest.newBuilder().setParent(P).build())
                .getStatementsList();
    }

    static Statement only(List<Statement> statements) {
        assertThat(statements).hasSize(1);
        return statements.getFirst();
    }

    void signBoth(Statement statement) {
        house.confirmed(OWNER_LEADER).signStatement(sign(statement));
        house.confirmed(PARTNER_LEADER).signStatement(sign(statement));
    }

    static SignStatementRequest sign(Statement statement) {
        return SignStatementRequest.newBuilder()
                .setName(statement.getName())
                .setDigest(statement.getDigest())
                .setRequestId(id())
                .build();
    }

    Statement dispute(Statement statement, String claimed) {
        return house.as(PARTNER_LEADER)
                .disputeLine(DisputeLineRequest.newBuilder()
                        .setName(statement.getName())
                        .setLineId(statement.getLines(0).getLineId())
                        .setReason("Two deliveries were counted late by mistake.")
                        .setClaimedAmount(usd(claimed))
                        .setRequestId(id())
                        .build());
    }

    Statement decide(Statement statement, String person) {
        return house.as(person)
                .decideDispute(DecideDisputeRequest.newBuilder()
                        .setName(statement.getName())
                        .setLineId(statement.getLines(0).getLineId())
                        .setDecision(DisputeDecision.DISPUTE_DECISION_ACCEPT)
                        .setRequestId(id())
                        .build());
    }

    void inForce() {
        inForce("2026-09");
    }

    Agreement inForce(String firstPeriod) {
        return inForce(terms().toBuilder().setFirstPeriod(firstPeriod).build());
    }

    Agreement inForce(Terms terms) {
        Agreement proposed = propose(save(terms));
        house.confirmed(OWNER_LEADER).signAgreement(sign(proposed));
        return house.confirmed(PARTNER_LEADER).signAgreement(sign(proposed));
    }

    Agreement save(Terms terms) {
        return save(house, terms);
    }

    static Agreement save(House at, Terms terms) {
        return at.as(OWNER_OPS)
                .saveDraft(SaveDraftRequest.newBuilder()
                        .setName(P)
                        .setTerms(terms)
                        .setRequestId(id())
                        .build());
    }

    Agreement propose(Agreement draft) {
        return house.as(OWNER_OPS)
                .proposeAgreement(ProposeAgreementRequest.newBuilder()
                        .setName(draft.getName())
                        .setReason("What we talked about.")
                        .setRequestId(id())
                        .build());
    }

    static SignAgreementRequest sign(Agreement proposed) {
        return SignAgreementRequest.newBuilder()
                .setName(proposed.getName())
                .setVersion(1)
                .setDigest(proposed.getVersions(0).getDigest())
                .setRequestId(id())
                .build();
    }

    /** Below 90 costs 1,000, from 95 on pays 500; telling 14 days ahead gives 40 % back. */
    Terms terms() {
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

    static Money usd(String amount) {
        return Money.newBuilder().setAmount(amount).setCurrency("USD").build();
    }

    static String id() {
        return UUID.randomUUID().toString();
    }
}
