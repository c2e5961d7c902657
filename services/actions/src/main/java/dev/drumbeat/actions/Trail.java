package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Violation;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Keeps refused steps beside those that were taken: who wanted what, and which rule forbade it. */
public final class Trail {
    /** What is wrong with the asking, and not with the step, is not the trail's business. */
    private static final Set<Reason> KEPT = EnumSet.of(
            Reason.INVALID_FIELD, Reason.NOT_ALLOWED, Reason.PRECONDITION, Reason.STALE_REVISION, Reason.LIMIT_REACHED);

    private final Refused refused;

    public Trail(Refused refused) {
        this.refused = refused;
    }

    /** Does it; a refusal is kept once for a request, however often it is repeated, and goes on to the caller. */
    <T> T keepingRefusals(Scope scope, Request request, Instant at, String step, String subject, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            if (KEPT.contains(refusal.reason())) {
                refused.keep(new AuditEvent(
                        Ids.of(subject, request.key(), step, refusal.rule()),
                        scope.partnership(),
                        at,
                        scope.actor(),
                        step + ".refused",
                        subject,
                        "",
                        Json.object("reason", refusal.reason(), "rule", refusal.rule(), "field", refusal.field()),
                        refusal.violations().stream().map(Violation::message).collect(Collectors.joining(" "))));
            }
            throw refusal;
        }
    }
}
