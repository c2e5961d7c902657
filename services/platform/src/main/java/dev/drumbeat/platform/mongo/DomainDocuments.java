package dev.drumbeat.platform.mongo;

import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.RequestLog.Answered;
import dev.drumbeat.platform.domain.Side;
import java.util.Optional;
import org.bson.Document;

/** The shared words of the domains as parts of documents. */
public final class DomainDocuments {
    private DomainDocuments() {}

    public static Document actor(Actor actor) {
        Document document = new Document("subject", actor.subject())
                .append("displayName", actor.displayName())
                .append("company", actor.company());
        Doc.put(document, "side", Optional.ofNullable(actor.side()).map(Side::name));
        return document;
    }

    public static Actor actor(Document document) {
        return new Actor(
                Doc.text(document, "subject"),
                Doc.text(document, "displayName"),
                Doc.text(document, "company"),
                Doc.optionalText(document, "side").map(Side::valueOf).orElse(null));
    }

    public static Document event(AuditEvent event) {
        return new Document("id", event.id())
                .append("partnership", event.partnership())
                .append("occurredAt", event.occurredAt())
                .append("actor", actor(event.actor()))
                .append("action", event.action())
                .append("subject", event.subject())
                .append("beforeJson", event.beforeJson())
                .append("afterJson", event.afterJson())
                .append("reason", event.reason());
    }

    public static AuditEvent event(Document document) {
        return new AuditEvent(
                Doc.text(document, "id"),
                Doc.text(document, "partnership"),
                Doc.instant(document, "occurredAt"),
                actor(Doc.child(document, "actor")),
                Doc.text(document, "action"),
                Doc.text(document, "subject"),
                Doc.text(document, "beforeJson"),
                Doc.text(document, "afterJson"),
                Doc.text(document, "reason"));
    }

    public static Document answered(Answered answered) {
        return new Document("key", answered.key())
                .append("contentHash", answered.contentHash())
                .append("at", answered.at())
                .append("result", answered.result());
    }

    public static Answered answered(Document document) {
        return new Answered(
                Doc.text(document, "key"),
                Doc.text(document, "contentHash"),
                Doc.instant(document, "at"),
                Doc.text(document, "result"));
    }
}
