package dev.drumbeat.incentives.grpc;

import static dev.drumbeat.incentives.grpc.TermsWriter.money;

import dev.drumbeat.incentives.Agreement;
import dev.drumbeat.incentives.Agreement.Version;
import dev.drumbeat.incentives.EvidenceView;
import dev.drumbeat.incentives.Names;
import dev.drumbeat.incentives.StatementView;
import dev.drumbeat.incentives.journal.Entry;
import dev.drumbeat.incentives.journal.Fact.Disclosed;
import dev.drumbeat.incentives.journal.Fact.EvidenceDecided;
import dev.drumbeat.incentives.journal.Fact.EvidenceReplied;
import dev.drumbeat.incentives.journal.Fact.ForecastDeclared;
import dev.drumbeat.incentives.journal.Fact.StatementSettled;
import dev.drumbeat.incentives.journal.Head;
import dev.drumbeat.incentives.settlement.Line;
import dev.drumbeat.incentives.terms.Finding;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.incentives.v1.AgreementVersion;
import dev.drumbeat.proto.incentives.v1.Disclosure;
import dev.drumbeat.proto.incentives.v1.Dispute;
import dev.drumbeat.proto.incentives.v1.DisputeState;
import dev.drumbeat.proto.incentives.v1.Evidence;
import dev.drumbeat.proto.incentives.v1.EvidenceDecision;
import dev.drumbeat.proto.incentives.v1.EvidenceKind;
import dev.drumbeat.proto.incentives.v1.EvidencePoint;
import dev.drumbeat.proto.incentives.v1.EvidenceReply;
import dev.drumbeat.proto.incentives.v1.EvidenceState;
import dev.drumbeat.proto.incentives.v1.Forecast;
import dev.drumbeat.proto.incentives.v1.JournalHead;
import dev.drumbeat.proto.incentives.v1.LineInput;
import dev.drumbeat.proto.incentives.v1.LineKind;
import dev.drumbeat.proto.incentives.v1.Signature;
import dev.drumbeat.proto.incentives.v1.Statement;
import dev.drumbeat.proto.incentives.v1.StatementKind;
import dev.drumbeat.proto.incentives.v1.StatementState;
import dev.drumbeat.proto.incentives.v1.VersionState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Agreements, statements and what surrounds them, as they go over the wire. */
final class BookWire {
    private BookWire() {}

    static dev.drumbeat.proto.incentives.v1.Agreement agreement(
            Agreement agreement,
            Optional<Agreement.Draft> draft,
            Function<dev.drumbeat.incentives.terms.Terms, List<Finding>> findings,
            List<String> mayDo,
            ZoneId zone,
            Instant now,
            long revision) {
        var wire = dev.drumbeat.proto.incentives.v1.Agreement.newBuilder()
                .setName(agreement.name())
                .setDisplayName(
                        agreement.versions().isEmpty()
                                ? draft.map(own -> own.terms().displayName()).orElse(agreement.displayName())
                                : agreement.displayName())
                .setVersionInForce(agreement.signed().stream()
                        .reduce((older, newer) -> newer)
                        .flatMap(newest ->
                                agreement.paying(Period.at(newest.terms().settlement(), now, zone)))
                        .map(Version::number)
                        .orElse(0))
                .setLastPeriod(agreement.lastPeriod().map(Period::name).orElse(""))
                .addAllCallerMay(mayDo)
                .setRevision(revision);
        agreement
                .endAsked()
                .ifPresent(asked -> wire.setEndAskedBy(Wire.side(asked.side()))
                        .setEndAskedPeriod(asked.lastPeriod().name()));
        agreement.versions().reversed().forEach(version -> wire.addVersions(version(version, findings)));
        draft.ifPresent(own -> wire.setDraft(draft(own, findings)));
        return wire.build();
    }

    private static AgreementVersion draft(
            Agreement.Draft draft, Function<dev.drumbeat.incentives.terms.Terms, List<Finding>> findings) {
        var wire = AgreementVersion.newBuilder()
                .setState(VersionState.VERSION_STATE_DRAFT)
                .setTerms(TermsWriter.terms(draft.terms()))
                .setWrittenBy(Wire.actor(draft.writtenBy()))
                .setWrittenAt(Wire.timestamp(draft.writtenAt()));
        findings.apply(draft.terms()).forEach(finding -> wire.addFindings(TermsWriter.finding(finding)));
        return wire.build();
    }

    private static AgreementVersion version(
            Version version, Function<dev.drumbeat.incentives.terms.Terms, List<Finding>> findings) {
        var wire = AgreementVersion.newBuilder()
                .setVersion(version.number())
                .setState(Enums.encode(version.state(), VersionState.class))
                .setTerms(TermsWriter.terms(version.terms()))
                .setWrittenBy(Wire.actor(version.writtenBy()))
                .setWrittenAt(Wire.timestamp(version.writtenAt()))
                .setProposedAt(Wire.timestamp(version.proposedAt()))
                .setDigest(version.digest());
        version.signatures().forEach(signature -> wire.addSignatures(signature(signature)));
        version.inForceSince().ifPresent(since -> wire.setInForceSince(Wire.timestamp(since)));
        version.rejection()
                .ifPresent(rejection ->
                        wire.setRejectedBy(Wire.actor(rejection.actor())).setRejectedReason(rejection.reason()));
        if (version.state() == Agreement.State.PROPOSED) {
            findings.apply(version.terms()).forEach(finding -> wire.addFindings(TermsWriter.finding(finding)));
        }
        return wire.build();
    }

    private static Signature signature(Agreement.Signature signature) {
        return Signature.newBuilder()
                .setActor(Wire.actor(signature.actor()))
                .setSignedAt(Wire.timestamp(signature.at()))
                .setDigest(signature.digest())
                .build();
    }

    static JournalHead head(Head head) {
        return JournalHead.newBuilder()
                .setCount(head.count())
                .setDigest(head.digest())
                .build();
    }

    static Statement statement(StatementView statement, Head head, List<String> mayDo) {
        var content = statement.content();
        var wire = Statement.newBuilder()
                .setName(content.name())
                .setKind(Enums.encode(content.statementKind(), StatementKind.class))
                .setState(Enums.encode(statement.state(), StatementState.class))
                .setAgreement(content.agreement())
                .setAgreementDisplayName(content.agreementName())
                .setVersion(content.version())
                .setVersionDigest(content.versionDigest())
                .setPeriod(content.period().name())
                .setNumber(content.number())
                .setTotal(money(content.total()))
                .setProposedAt(Wire.timestamp(statement.proposal().at()))
                .setProposedBy(Wire.actor(statement.proposal().actor()))
                .setReason(content.reason())
                .setSupersededBy(statement.supersededBy().orElse(""))
                .setFollows(content.follows().orElse(""))
                .setSequence(statement.proposal().sequence())
                .setDigest(statement.proposal().digest())
                .setPredecessorDigest(statement.proposal().predecessor())
                .setHead(head(head))
                .addAllCallerMay(mayDo);
        content.lines()
                .forEach(line -> wire.addLines(line(line, statement.disputes().get(line.id()))));
        statement.signatures().forEach(signature -> wire.addSignatures(signature(signature)));
        statement
                .settled()
                .ifPresent(paid -> wire.setSettledAt(Wire.timestamp(paid.at()))
                        .setSettledBy(Wire.actor(paid.actor()))
                        .setSettlementReference(((StatementSettled) paid.fact()).reference()));
        return wire.build();
    }

    static dev.drumbeat.proto.incentives.v1.Line line(Line line, StatementView.@Nullable Dispute dispute) {
        var wire = dev.drumbeat.proto.incentives.v1.Line.newBuilder()
                .setLineId(line.id())
                .setKind(Enums.encode(line.kind(), LineKind.class))
                .setRuleId(line.rule().map(rule -> rule.id()).orElse(""))
                .setDisplayName(line.displayName())
                .setKpi(line.kpi().orElse(""))
                .setAmount(money(line.amount()))
                .setFormula(line.formula())
                .setFigureMissing(line.figureMissing());
        line.inputs()
                .forEach(input -> wire.addInputs(LineInput.newBuilder()
                        .setKey(input.key())
                        .setLabel(input.label())
                        .setValue(input.value())
                        .addAllSources(input.sources())));
        line.rule().ifPresent(rule -> wire.setRule(TermsWriter.rule(rule)));
        line.statedBefore().ifPresent(before -> wire.setStatedBefore(money(before)));
        if (dispute != null) {
            wire.setDispute(dispute(dispute));
        }
        return wire.build();
    }

    private static Dispute dispute(StatementView.Dispute dispute) {
        var wire = Dispute.newBuilder()
                .setState(Enums.encode(dispute.state(), DisputeState.class))
                .setReason(dispute.reason())
                .setRaisedBy(Wire.actor(dispute.raisedBy()))
                .setRaisedAt(Wire.timestamp(dispute.raisedAt()))
                .setDecisionReason(dispute.decisionReason());
        dispute.claimed().ifPresent(claimed -> wire.setClaimedAmount(money(claimed)));
        dispute.decidedBy().ifPresent(actor -> wire.setDecidedBy(Wire.actor(actor)));
        dispute.decidedAt().ifPresent(at -> wire.setDecidedAt(Wire.timestamp(at)));
        return wire.build();
    }

    static Disclosure disclosure(Entry entry) {
        Disclosed disclosed = (Disclosed) entry.fact();
        return Disclosure.newBuilder()
                .setName(disclosed.name())
                .setKpi(disclosed.kpi())
                .setKpiDisplayName(disclosed.kpiName())
                .setPeriod(disclosed.period().name())
                .setText(disclosed.text())
                .setExpectedValue(disclosed.expected().map(TermsWriter::plain).orElse(""))
                .setDisclosedBy(Wire.actor(entry.actor()))
                .setDisclosedAt(Wire.timestamp(entry.at()))
                .setDaysBefore(disclosed.daysBefore())
                .setSequence(entry.sequence())
                .setDigest(entry.digest())
                .build();
    }

    static Forecast forecast(Entry entry) {
        ForecastDeclared forecast = (ForecastDeclared) entry.fact();
        return Forecast.newBuilder()
                .setName(forecast.name())
                .setAgreement(forecast.agreement())
                .setRuleId(forecast.rule())
                .setKpi(forecast.kpi())
                .setPeriod(forecast.period().name())
                .setValue(TermsWriter.plain(forecast.value()))
                .setDeclaredBy(Wire.actor(entry.actor()))
                .setDeclaredAt(Wire.timestamp(entry.at()))
                .build();
    }

    static Evidence evidence(EvidenceView evidence, List<String> mayDo) {
        var content = evidence.content();
        var wire = Evidence.newBuilder()
                .setName(content.name())
                .setKind(Enums.encode(content.evidenceKind(), EvidenceKind.class))
                .setState(Enums.encode(evidence.state(), EvidenceState.class))
                .setKpi(content.kpi())
                .setKpiDisplayName(content.kpiName())
                .setText(content.text())
                .setThreshold(content.threshold().map(TermsWriter::plain).orElse(""))
                .setShownAt(Wire.timestamp(evidence.shown().at()))
                .setConcerns(Wire.side(content.concerns()))
                .addAllCallerMay(mayDo)
                .setDecidableAt(Wire.timestamp(evidence.decidableAt()));
        content.points()
                .forEach(point -> wire.addPoints(EvidencePoint.newBuilder()
                        .setPeriod(point.period())
                        .setValue(TermsWriter.plain(point.value()))
                        .setAgainst(TermsWriter.plain(point.against()))));
        evidence.replies()
                .forEach(reply -> wire.addReplies(EvidenceReply.newBuilder()
                        .setAuthor(Wire.actor(reply.actor()))
                        .setText(((EvidenceReplied) reply.fact()).text())
                        .setWrittenAt(Wire.timestamp(reply.at()))));
        evidence.decided().ifPresent(decided -> {
            EvidenceDecided fact = (EvidenceDecided) decided.fact();
            wire.setDecision(Enums.encode(fact.verdict(), EvidenceDecision.class))
                    .setDecidedBy(Wire.actor(decided.actor()))
                    .setDecidedAt(Wire.timestamp(decided.at()))
                    .setDecisionReason(fact.reason());
        });
        return wire.build();
    }

    /** The partnership of any name below it, for the endpoint. */
    static String partnership(String name) {
        return Names.partnership(name);
    }
}
