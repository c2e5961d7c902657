package dev.drumbeat.platform.domain;

import java.time.Instant;

/**
 * One entry of the append-only audit trail.
 *
 * @param id made from the subject's id and revision, so that writing it twice is harmless; letters, digits and hyphens
 * @param partnership {@code partnerships/{partnership}}; empty for what concerns the whole installation
 * @param action in the words of the contract: {@code kpi.target.proposed}
 * @param subject the resource it was done to
 * @param beforeJson the subject before as compact JSON, never with secrets; empty when there was none
 * @param afterJson the subject after as compact JSON, never with secrets; empty when there is none
 * @param reason in the words of who did it; empty where none is asked
 */
public record AuditEvent(
        String id,
        String partnership,
        Instant occurredAt,
        Actor actor,
        String action,
        String subject,
        String beforeJson,
        String afterJson,
        String reason) {
    /** What is left for a reader who may see metadata only: no figures, no words. */
    public AuditEvent metadata() {
        return new AuditEvent(id, partnership, occurredAt, actor, action, subject, "", "", "");
    }
}
