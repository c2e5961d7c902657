package dev.drumbeat.kpis.storage;

import dev.drumbeat.kpis.Correction;
import dev.drumbeat.kpis.Decision;
import dev.drumbeat.kpis.Figure;
import dev.drumbeat.kpis.Measurement;
import dev.drumbeat.kpis.MeasurementId;
import dev.drumbeat.kpis.Note;
import dev.drumbeat.kpis.Origin;
import dev.drumbeat.kpis.Proposal;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.RequestLog.Answered;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.DomainDocuments;
import java.math.BigDecimal;
import org.bson.Document;

/** Recorded facts as documents. Decimals are text: both engines keep every digit of it. */
final class FactDocuments {
    private FactDocuments() {}

    static String id(String partnership, MeasurementId id) {
        return partnership + "|" + id.kpi() + "|" + id.period().name() + "|" + id.revision();
    }

    static Document measurement(String partnership, Measurement measurement) {
        Document document = new Document(
                        "_id",
                        id(
                                partnership,
                                new MeasurementId(measurement.kpi(), measurement.period(), measurement.revision())))
                .append("partnership", partnership)
                .append("kpi", measurement.kpi())
                .append("start", measurement.period().start().toString())
                .append("revision", measurement.revision())
                .append("period", measurement.period().name())
                .append("figure", figure(measurement.figure()))
                .append("recordedBy", DomainDocuments.actor(measurement.recordedBy()))
                .append("recordedAt", measurement.recordedAt())
                .append("origin", measurement.origin().name());
        Doc.put(document, "value", measurement.value().map(BigDecimal::toPlainString));
        Doc.put(document, "reason", measurement.reason());
        Doc.put(document, "approvedBy", measurement.approvedBy().map(DomainDocuments::actor));
        return document;
    }

    static Measurement measurement(Document document) {
        return new Measurement(
                Doc.text(document, "kpi"),
                period(Doc.text(document, "period")),
                Doc.integer(document, "revision"),
                figure(Doc.child(document, "figure")),
                Doc.optionalDecimal(document, "value"),
                DomainDocuments.actor(Doc.child(document, "recordedBy")),
                Doc.instant(document, "recordedAt"),
                Doc.name(document, "origin", Origin.class),
                Doc.text(document, "reason"),
                Doc.optionalChild(document, "approvedBy").map(DomainDocuments::actor));
    }

    static Document figure(Figure figure) {
        return switch (figure) {
            case Figure.Value(BigDecimal value) -> new Document("value", value.toPlainString());
            case Figure.Fraction(BigDecimal numerator, BigDecimal denominator) ->
                new Document("numerator", numerator.toPlainString()).append("denominator", denominator.toPlainString());
            case Figure.NoActivity none -> new Document("none", "activity");
            case Figure.Incomplete none -> new Document("none", "step");
        };
    }

    static Figure figure(Document document) {
        if (document.containsKey("value")) {
            return new Figure.Value(Doc.decimal(document, "value"));
        }
        if (document.containsKey("numerator")) {
            return new Figure.Fraction(Doc.decimal(document, "numerator"), Doc.decimal(document, "denominator"));
        }
        return Doc.text(document, "none").equals("step") ? new Figure.Incomplete() : new Figure.NoActivity();
    }

    static Document correction(String partnership, Correction correction) {
        Document document = new Document("_id", partnership + "|" + correction.id())
                .append("partnership", partnership)
                .append("id", correction.id())
                .append("kpi", correction.kpi())
                .append("period", correction.period().name())
                .append("supersedes", correction.supersedes())
                .append("figure", figure(correction.figure()))
                .append("proposedAt", correction.proposal().at())
                .append("proposal", proposal(correction.proposal()));
        Doc.put(document, "value", correction.value().map(BigDecimal::toPlainString));
        return document;
    }

    static Correction correction(Document document) {
        return new Correction(
                Doc.text(document, "id"),
                Doc.text(document, "kpi"),
                period(Doc.text(document, "period")),
                Doc.integer(document, "supersedes"),
                figure(Doc.child(document, "figure")),
                Doc.optionalDecimal(document, "value"),
                proposal(Doc.child(document, "proposal")));
    }

    static Document proposal(Proposal proposal) {
        Document document = new Document("by", DomainDocuments.actor(proposal.by())).append("at", proposal.at());
        Doc.put(document, "reason", proposal.reason());
        Doc.put(document, "decision", proposal.decision().map(FactDocuments::decision));
        return document;
    }

    static Proposal proposal(Document document) {
        return new Proposal(
                DomainDocuments.actor(Doc.child(document, "by")),
                Doc.instant(document, "at"),
                Doc.text(document, "reason"),
                Doc.optionalChild(document, "decision").map(FactDocuments::decision));
    }

    private static Document decision(Decision decision) {
        Document document = new Document("verdict", decision.verdict().name())
                .append("by", DomainDocuments.actor(decision.by()))
                .append("at", decision.at());
        Doc.put(document, "reason", decision.reason());
        return document;
    }

    private static Decision decision(Document document) {
        return new Decision(
                Doc.name(document, "verdict", Decision.Verdict.class),
                DomainDocuments.actor(Doc.child(document, "by")),
                Doc.instant(document, "at"),
                Doc.text(document, "reason"));
    }

    static Document note(String partnership, Note note) {
        Document document = new Document("_id", partnership + "|" + note.id())
                .append("partnership", partnership)
                .append("id", note.id())
                .append("kpi", note.kpi())
                .append("kind", note.kind().name())
                .append("audience", note.audience().name())
                .append("text", note.text())
                .append("author", DomainDocuments.actor(note.author()))
                .append("writtenAt", note.writtenAt());
        Doc.put(document, "period", note.period().map(Period::name));
        return document;
    }

    static Note note(Document document) {
        return new Note(
                Doc.text(document, "id"),
                Doc.text(document, "kpi"),
                Doc.name(document, "kind", Note.Kind.class),
                Doc.name(document, "audience", Note.Audience.class),
                Doc.optionalText(document, "period").map(FactDocuments::period),
                Doc.text(document, "text"),
                DomainDocuments.actor(Doc.child(document, "author")),
                Doc.instant(document, "writtenAt"));
    }

    static Document answered(String partnership, Answered answered) {
        Document document = DomainDocuments.answered(answered);
        document.append("_id", partnership + "|" + answered.key()).append("partnership", partnership);
        return document;
    }

    static Period period(String name) {
        return Period.parse(name).orElseThrow(() -> new IllegalStateException("stored as a period: " + name));
    }
}
