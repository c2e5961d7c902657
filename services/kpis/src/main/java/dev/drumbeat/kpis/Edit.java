package dev.drumbeat.kpis;

import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A change in the making: what one request does to one scorecard, decided before anything is written. */
final class Edit {
    private final Scope scope;
    private final Request request;
    private final Scorecard before;
    private final Instant at;
    private final Set<String> touched = new LinkedHashSet<>();
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<Correction> decided = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<AuditEvent> audit = new ArrayList<>();
    private Scorecard next;

    Edit(Scope scope, Request request, Scorecard before, Instant at) {
        this.scope = scope;
        this.request = request;
        this.before = before;
        this.at = at;
        this.next = before;
    }

    Scope scope() {
        return scope;
    }

    Request request() {
        return request;
    }

    Scorecard before() {
        return before;
    }

    Scorecard next() {
        return next;
    }

    Actor actor() {
        return scope.actor();
    }

    ZoneId zone() {
        return scope.facts().timeZone();
    }

    /** When it takes effect; later than everything that was recorded before. */
    Instant at() {
        return at;
    }

    /** The KPI, or the same refusal as for a foreign one. */
    Kpi require(String id) {
        return next.kpi(id).orElseThrow(() -> Refusal.notFound(Names.kpi(scope.partnership(), id)));
    }

    /** The KPI, unless it was taken off the page. */
    Kpi requireLive(String id) {
        Kpi kpi = require(id);
        if (!kpi.live()) {
            throw Refusal.precondition(
                    "kpi.retired",
                    "\"" + kpi.definition().displayName() + "\" was retired; its facts no longer change.");
        }
        return kpi;
    }

    /** Puts a KPI in; how it stands is worked out anew. */
    void put(Kpi kpi) {
        next = next.with(kpi);
        touched.add(kpi.id());
    }

    void waiting(List<Correction> corrections) {
        next = next.waitingFor(corrections);
    }

    void record(Measurement measurement) {
        measurements.add(measurement);
        touched.add(measurement.kpi());
    }

    void decided(Correction correction) {
        decided.add(correction);
    }

    void note(Note note) {
        notes.add(note);
    }

    void audit(String action, String subject, String beforeJson, String afterJson, String reason) {
        String id = at.toEpochMilli() + "-" + (before.revision() + 1) + "-" + audit.size();
        audit.add(new AuditEvent(
                scope.partnership().substring(scope.partnership().indexOf('/') + 1) + "-" + id,
                scope.partnership(),
                at,
                actor(),
                action,
                subject,
                beforeJson,
                afterJson,
                reason));
    }

    Set<String> touched() {
        return touched;
    }

    List<Measurement> measurements() {
        return measurements;
    }

    List<Correction> decided() {
        return decided;
    }

    List<Note> notes() {
        return notes;
    }

    List<AuditEvent> audit() {
        return audit;
    }

    boolean isEmpty() {
        return next.equals(before) && measurements.isEmpty() && notes.isEmpty();
    }
}
