package dev.drumbeat.gateway.house;

import static dev.drumbeat.gateway.house.FakePartners.timestamp;

import dev.drumbeat.proto.common.v1.Actor;
import dev.drumbeat.proto.common.v1.Money;
import dev.drumbeat.proto.common.v1.Side;
import dev.drumbeat.proto.incentives.v1.Agreement;
import dev.drumbeat.proto.incentives.v1.AgreementVersion;
import dev.drumbeat.proto.incentives.v1.Disclosure;
import dev.drumbeat.proto.incentives.v1.Dispute;
import dev.drumbeat.proto.incentives.v1.DisputeState;
import dev.drumbeat.proto.incentives.v1.Evidence;
import dev.drumbeat.proto.incentives.v1.EvidenceKind;
import dev.drumbeat.proto.incentives.v1.EvidencePoint;
import dev.drumbeat.proto.incentives.v1.EvidenceState;
import dev.drumbeat.proto.incentives.v1.Forecast;
import dev.drumbeat.proto.incentives.v1.JournalHead;
import dev.drumbeat.proto.incentives.v1.Line;
import dev.drumbeat.proto.incentives.v1.LineInput;
import dev.drumbeat.proto.incentives.v1.LineKind;
import dev.drumbeat.proto.incentives.v1.Movement;
import dev.drumbeat.proto.incentives.v1.Projection;
import dev.drumbeat.proto.incentives.v1.SettlementFrequency;
import dev.drumbeat.proto.incentives.v1.Signature;
import dev.drumbeat.proto.incentives.v1.Statement;
import dev.drumbeat.proto.incentives.v1.StatementKind;
import dev.drumbeat.proto.incentives.v1.StatementState;
import dev.drumbeat.proto.incentives.v1.Terms;
import dev.drumbeat.proto.incentives.v1.VersionState;

/** The papers that every partnership of {@link FakeIncentives} has. */
final class PayPapers {
    static final String DIGEST = "d1".repeat(32);
    static final Actor LEO = Actor.newBuilder()
            .setSubject("people/leo")
            .setDisplayName("leo")
            .setCompany("companies/acme")
            .setSide(Side.SIDE_OWNER)
            .build();
    static final JournalHead HEAD =
            JournalHead.newBuilder().setCount(7).setDigest(DIGEST).build();

    private PayPapers() {}

    static Projection projection(String partnership) {
        return Projection.newBuilder()
                .setAgreement(partnership + "/agreements/bonus")
                .setAgreementDisplayName("Service bonus")
                .setVersion(2)
                .setPeriod("2026-Q4")
                .setAmount(money("4200.00"))
                .setAmountBefore(money("4510.50"))
                .addLines(line())
                .addMovements(Movement.newBuilder()
                        .setKpi(partnership + "/kpis/on-time-delivery")
                        .setKpiDisplayName("On-time delivery")
                        .setChange(money("-310.50"))
                        .setNow(money("4200.00"))
                        .setBefore(money("4510.50"))
                        .setValueNow("93.1"))
                .setCredits(money("0.00"))
                .build();
    }

    static Agreement agreement(String name) {
        return Agreement.newBuilder()
                .setName(name)
                .setDisplayName("Service bonus")
                .addVersions(AgreementVersion.newBuilder()
                        .setVersion(2)
                        .setState(VersionState.VERSION_STATE_SIGNED)
                        .setTerms(Terms.newBuilder()
                                .setDisplayName("Service bonus")
                                .setCurrency("USD")
                                .setSettlementFrequency(SettlementFrequency.SETTLEMENT_FREQUENCY_QUARTERLY)
                                .setFirstPeriod("2026-Q1"))
                        .setWrittenBy(LEO)
                        .setWrittenAt(timestamp("2026-01-01T08:00:00Z"))
                        .addSignatures(Signature.newBuilder()
                                .setActor(LEO)
                                .setSignedAt(timestamp("2026-01-02T08:00:00Z"))
                                .setDigest(DIGEST))
                        .setDigest(DIGEST))
                .setVersionInForce(2)
                .addCallerMay("SaveDraft")
                .addCallerMay("EndAgreement")
                .build();
    }

    static Statement statement(String partnership) {
        return Statement.newBuilder()
                .setName(partnership + "/statements/bonus.2026-Q3.1")
                .setKind(StatementKind.STATEMENT_KIND_PERIOD)
                .setState(StatementState.STATEMENT_STATE_DISPUTED)
                .setAgreement(partnership + "/agreements/bonus")
                .setAgreementDisplayName("Service bonus")
                .setVersion(2)
                .setVersionDigest(DIGEST)
                .setPeriod("2026-Q3")
                .setNumber(1)
                .addLines(line())
                .setTotal(money("4200.00"))
                .setProposedAt(timestamp("2026-10-11T08:00:00Z"))
                .setProposedBy(LEO)
                .setSequence(7)
                .setDigest(DIGEST)
                .setPredecessorDigest("00".repeat(32))
                .setHead(HEAD)
                .addCallerMay("DecideDispute")
                .build();
    }

    static Line line() {
        return Line.newBuilder()
                .setLineId("on-time")
                .setKind(LineKind.LINE_KIND_RULE)
                .setRuleId("on-time")
                .setDisplayName("=On time")
                .setKpi("partnerships/alpha/kpis/on-time-delivery")
                .setAmount(money("4200.00"))
                .setFormula("93.1 is at least 93: 42 % of 10,000.00 is 4,200.00")
                .addInputs(LineInput.newBuilder()
                        .setKey("kpi_value")
                        .setLabel("On-time delivery 2026-Q3")
                        .setValue("93.1"))
                .setDispute(Dispute.newBuilder()
                        .setState(DisputeState.DISPUTE_STATE_OPEN)
                        .setReason("Two deliveries were counted twice")
                        .setClaimedAmount(money("5000.00"))
                        .setRaisedBy(LEO)
                        .setRaisedAt(timestamp("2026-10-12T08:00:00Z")))
                .build();
    }

    static Disclosure disclosure(String partnership) {
        return Disclosure.newBuilder()
                .setName(partnership + "/disclosures/x1")
                .setKpi(partnership + "/kpis/on-time-delivery")
                .setKpiDisplayName("On-time delivery")
                .setPeriod("2026-12")
                .setText("A press is down")
                .setDisclosedBy(LEO)
                .setDisclosedAt(timestamp("2026-11-20T08:00:00Z"))
                .setDaysBefore(41)
                .setDigest(DIGEST)
                .build();
    }

    static Evidence evidence(String partnership) {
        return Evidence.newBuilder()
                .setName(partnership + "/evidence/e1")
                .setKind(EvidenceKind.EVIDENCE_KIND_BUNCHED)
                .setState(EvidenceState.EVIDENCE_STATE_OPEN)
                .setKpi(partnership + "/kpis/on-time-delivery")
                .setKpiDisplayName("On-time delivery")
                .setText("Seven of ten figures lie just past 93")
                .addPoints(EvidencePoint.newBuilder().setPeriod("2026-09").setValue("93.1"))
                .setShownAt(timestamp("2026-11-01T08:00:00Z"))
                .setConcerns(Side.SIDE_PARTNER)
                .build();
    }

    static Forecast forecast(String partnership) {
        return Forecast.newBuilder()
                .setName(partnership + "/forecasts/f1")
                .setAgreement(partnership + "/agreements/bonus")
                .setRuleId("truth")
                .setKpi(partnership + "/kpis/on-time-delivery")
                .setPeriod("2026-Q4")
                .setValue("95")
                .setDeclaredBy(LEO)
                .setDeclaredAt(timestamp("2026-10-02T08:00:00Z"))
                .build();
    }

    static Money money(String amount) {
        return Money.newBuilder().setAmount(amount).setCurrency("USD").build();
    }

    static String partnership(String name) {
        String[] parts = name.split("/", -1);
        return parts[0] + "/" + parts[1];
    }
}
