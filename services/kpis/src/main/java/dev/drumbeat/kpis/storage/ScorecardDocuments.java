package dev.drumbeat.kpis.storage;

import dev.drumbeat.kpis.Commit;
import dev.drumbeat.kpis.KpiRole;
import dev.drumbeat.kpis.PortfolioLine;
import dev.drumbeat.kpis.Scorecard;
import dev.drumbeat.kpis.Status;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.DomainDocuments;
import org.bson.Document;

/** Scorecards and portfolio lines as documents. */
final class ScorecardDocuments {
    /** Records of a commit that are still to be written to their collections. */
    static final String PENDING = "pending";
    /** Since when; for the sweep. */
    static final String PENDING_SINCE = "pendingSince";

    /** When a line was written; for watchers. */
    static final String WRITTEN_AT = "writtenAt";

    private ScorecardDocuments() {}

    static Document write(Commit commit) {
        Scorecard next = commit.next();
        String partnership = next.partnership();
        Document document = new Document("_id", partnership)
                .append("revision", next.revision())
                .append("changedAt", next.changedAt())
                .append("kpis", Doc.documents(next.kpis(), KpiDocuments::write));
        Doc.put(
                document,
                "waiting",
                Doc.documents(next.waiting(), waiting -> FactDocuments.correction(partnership, waiting)));
        document.put(PENDING, pending(partnership, commit));
        document.put(PENDING_SINCE, next.changedAt());
        return document;
    }

    static Scorecard read(Document document) {
        return new Scorecard(
                Doc.text(document, "_id"),
                Doc.longInteger(document, "revision"),
                Doc.instant(document, "changedAt"),
                Doc.list(document, "kpis", KpiDocuments::read),
                Doc.list(document, "waiting", FactDocuments::correction));
    }

    private static Document pending(String partnership, Commit commit) {
        Document pending = new Document("answered", FactDocuments.answered(partnership, commit.answered()))
                .append("line", line(commit.line()));
        Doc.put(
                pending,
                "measurements",
                Doc.documents(commit.measurements(), row -> FactDocuments.measurement(partnership, row)));
        Doc.put(pending, "episodes", Doc.documents(commit.episodes(), EpisodeDocuments::write));
        Doc.put(
                pending,
                "corrections",
                Doc.documents(commit.corrections(), row -> FactDocuments.correction(partnership, row)));
        Doc.put(pending, "notes", Doc.documents(commit.notes(), note -> FactDocuments.note(partnership, note)));
        Doc.put(pending, "audit", Doc.documents(commit.audit(), DomainDocuments::event));
        return pending;
    }

    private static Document line(PortfolioLine line) {
        Document document = new Document("_id", line.partnership())
                .append("revision", line.revision())
                .append("changedAt", line.changedAt())
                .append("published", line.published())
                .append("openEpisodes", line.openEpisodes())
                .append("pulses", Doc.documents(line.pulses(), ScorecardDocuments::pulse));
        Doc.put(document, "goal", line.goal().map(KpiDocuments::write));
        Doc.put(document, "lastDataAt", line.lastDataAt());
        return document;
    }

    static PortfolioLine line(Document document) {
        return new PortfolioLine(
                Doc.text(document, "_id"),
                Doc.longInteger(document, "revision"),
                Doc.instant(document, "changedAt"),
                Doc.optionalChild(document, "goal").map(KpiDocuments::read),
                document.getBoolean("published", false),
                Doc.list(document, "pulses", ScorecardDocuments::pulse),
                Doc.integer(document, "openEpisodes"),
                Doc.optionalInstant(document, "lastDataAt"));
    }

    private static Document pulse(PortfolioLine.Pulse pulse) {
        Document document = new Document("role", pulse.role().name())
                .append("settled", pulse.settled().name())
                .append("graceDays", pulse.graceDays());
        Doc.put(document, "latest", pulse.latest().map(period -> period.name()));
        return document;
    }

    private static PortfolioLine.Pulse pulse(Document document) {
        return new PortfolioLine.Pulse(
                Doc.name(document, "role", KpiRole.class),
                Doc.name(document, "settled", Status.class),
                Doc.optionalText(document, "latest").map(FactDocuments::period),
                Doc.integer(document, "graceDays"));
    }
}
