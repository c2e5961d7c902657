package dev.drumbeat.kpis.storage;

import dev.drumbeat.kpis.RedEpisode;
import dev.drumbeat.platform.mongo.Doc;
import org.bson.Document;

/** Red episodes as documents. */
final class EpisodeDocuments {
    private EpisodeDocuments() {}

    static Document write(RedEpisode episode) {
        Document document = new Document("_id", episode.name())
                .append("partnership", episode.partnership())
                .append("kpi", episode.kpi())
                .append("first", episode.first().name())
                .append("openedAt", episode.openedAt())
                .append("displayName", episode.label().kpiDisplayName())
                .append("state", episode.state().name())
                .append("changedAt", episode.changedAt())
                .append("changes", Doc.documents(episode.changes(), EpisodeDocuments::change));
        Doc.put(document, "raciActivity", episode.label().raciActivity());
        return document;
    }

    static RedEpisode read(Document document) {
        return new RedEpisode(
                Doc.text(document, "partnership"),
                Doc.text(document, "kpi"),
                new RedEpisode.Label(Doc.text(document, "displayName"), Doc.text(document, "raciActivity")),
                FactDocuments.period(Doc.text(document, "first")),
                Doc.instant(document, "openedAt"),
                Doc.list(document, "changes", EpisodeDocuments::change));
    }

    private static Document change(RedEpisode.Change change) {
        return new Document("at", change.at())
                .append("state", change.state().name())
                .append("lastRed", change.extent().lastRed().name())
                .append("redPeriods", change.extent().redPeriods())
                .append("lastValue", change.extent().lastValue().toPlainString())
                .append("lastTarget", change.extent().lastTarget().toPlainString());
    }

    private static RedEpisode.Change change(Document document) {
        return new RedEpisode.Change(
                Doc.instant(document, "at"),
                Doc.name(document, "state", RedEpisode.State.class),
                new RedEpisode.Extent(
                        FactDocuments.period(Doc.text(document, "lastRed")),
                        Doc.integer(document, "redPeriods"),
                        Doc.decimal(document, "lastValue"),
                        Doc.decimal(document, "lastTarget")));
    }
}
