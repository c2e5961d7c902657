package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.AuditEvent;

/** Keeps what was refused in the audit trail. */
@FunctionalInterface
public interface Refused {
    void keep(AuditEvent event);
}
