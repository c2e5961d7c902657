package dev.drumbeat.gateway.incentives;

import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.TypeFields;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.incentives.v1.Dispute;
import dev.drumbeat.proto.incentives.v1.Line;
import dev.drumbeat.proto.incentives.v1.LineInput;
import dev.drumbeat.proto.incentives.v1.Statement;
import dev.drumbeat.proto.incentives.v1.TamperFinding;
import dev.drumbeat.proto.incentives.v1.VerifyStatementsResponse;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How statements, their lines and the journal's verification are read. */
@Component
final class StatementFields implements RuntimeWiringConfigurer {
    private static final List<String> DEEDS = List.of(
            "ProposeStatement", "SignStatement", "DisputeLine", "WithdrawDispute", "DecideDispute", "SettleStatement");

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        addStatement(wiring);
        addLine(wiring);
        addVerification(wiring);
        DEEDS.forEach(deed -> TypeFields.payload(deed + "Payload", "statement").addTo(wiring));
    }

    private static void addStatement(RuntimeWiring.Builder wiring) {
        TypeFields.of("Statement", Statement.class)
                .field("id", statement -> GlobalId.encode("Statement", statement.getName()))
                .field("slug", statement -> Wire.slug(statement.getName()))
                .field("kind", statement -> Wire.name(statement.getKind()))
                .field("state", statement -> Wire.name(statement.getState()))
                .field("agreementSlug", statement -> Wire.slug(statement.getAgreement()))
                .field("agreementDisplayName", Statement::getAgreementDisplayName)
                .field("version", Statement::getVersion)
                .field("versionDigest", Statement::getVersionDigest)
                .field("period", Statement::getPeriod)
                .field("number", Statement::getNumber)
                .field("lines", Statement::getLinesList)
                .field("total", Statement::getTotal)
                .field("proposedAt", statement -> Wire.moment(statement.getProposedAt()))
                .field("proposedBy", Statement::getProposedBy)
                .field("reason", statement -> Wire.text(statement.getReason()))
                .field("signatures", Statement::getSignaturesList)
                .field(
                        "settledAt",
                        statement -> statement.hasSettledAt() ? Wire.moment(statement.getSettledAt()) : null)
                .field("settledBy", statement -> statement.hasSettledBy() ? statement.getSettledBy() : null)
                .field("settlementReference", statement -> Wire.text(statement.getSettlementReference()))
                .field("supersededBy", statement -> Wire.slug(statement.getSupersededBy()))
                .field("follows", statement -> Wire.slug(statement.getFollows()))
                .field("sequence", statement -> Math.toIntExact(statement.getSequence()))
                .field("digest", Statement::getDigest)
                .field("predecessorDigest", Statement::getPredecessorDigest)
                .field("head", Statement::getHead)
                .field("viewerMay", statement -> Papers.mutations(statement.getCallerMayList()))
                .addTo(wiring);
    }

    private static void addLine(RuntimeWiring.Builder wiring) {
        TypeFields.of("StatementLine", Line.class)
                .field("lineId", Line::getLineId)
                .field("kind", line -> Wire.name(line.getKind()))
                .field("ruleId", line -> Wire.text(line.getRuleId()))
                .field("displayName", Line::getDisplayName)
                .field("kpiSlug", line -> Wire.slug(line.getKpi()))
                .field("amount", Line::getAmount)
                .field("formula", Line::getFormula)
                .field("inputs", Line::getInputsList)
                .field("rule", line -> line.hasRule() ? line.getRule() : null)
                .field("figureMissing", Line::getFigureMissing)
                .field("statedBefore", line -> line.hasStatedBefore() ? line.getStatedBefore() : null)
                .field("dispute", line -> line.hasDispute() ? line.getDispute() : null)
                .addTo(wiring);
        TypeFields.of("LineInput", LineInput.class)
                .field("key", LineInput::getKey)
                .field("label", LineInput::getLabel)
                .field("value", LineInput::getValue)
                .field("sources", LineInput::getSourcesList)
                .addTo(wiring);
        TypeFields.of("Dispute", Dispute.class)
                .field("state", dispute -> Wire.name(dispute.getState()))
                .field("reason", Dispute::getReason)
                .field("claimedAmount", dispute -> dispute.hasClaimedAmount() ? dispute.getClaimedAmount() : null)
                .field("raisedBy", Dispute::getRaisedBy)
                .field("raisedAt", dispute -> Wire.moment(dispute.getRaisedAt()))
                .field("decidedBy", dispute -> dispute.hasDecidedBy() ? dispute.getDecidedBy() : null)
                .field("decidedAt", dispute -> dispute.hasDecidedAt() ? Wire.moment(dispute.getDecidedAt()) : null)
                .field("decisionReason", dispute -> Wire.text(dispute.getDecisionReason()))
                .addTo(wiring);
    }

    private static void addVerification(RuntimeWiring.Builder wiring) {
        TypeFields.of("StatementVerification", VerifyStatementsResponse.class)
                .field("intact", VerifyStatementsResponse::getIntact)
                .field("entries", answer -> Math.toIntExact(answer.getEntries()))
                .field("head", VerifyStatementsResponse::getHead)
                .field("findings", VerifyStatementsResponse::getFindingsList)
                .field("verifiedAt", answer -> Wire.moment(answer.getVerifiedAt()))
                .addTo(wiring);
        TypeFields.of("TamperFinding", TamperFinding.class)
                .field("kind", finding -> Wire.name(finding.getKind()))
                .field("sequence", finding -> Math.toIntExact(finding.getSequence()))
                .field("resource", finding -> Wire.text(finding.getResource()))
                .field("message", TamperFinding::getMessage)
                .addTo(wiring);
    }
}
