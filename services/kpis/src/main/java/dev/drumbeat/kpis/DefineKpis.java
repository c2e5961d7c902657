package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import java.time.Instant;

/** Sets up what is measured. Each method gives the KPI's id. */
public final class DefineKpis {
    private final Ledger ledger;

    public DefineKpis(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param wantedId made from the name when empty */
    public String create(Scope scope, Request request, String wantedId, Definition definition) {
        scope.require(Activity.DEFINE_KPIS);
        Validation validation = new Validation();
        String id = validation.id("kpi_id", wantedId.isEmpty() ? Ids.slug(definition.displayName()) : wantedId);
        validation.orRefuse();
        return ledger.write(scope, request, edit -> {
                    if (edit.before().kpi(id).isPresent()) {
                        throw Refusal.of(Reason.ALREADY_EXISTS, "kpi.exists", "There is a KPI \"" + id + "\" already.");
                    }
                    if (edit.before().kpis().size() >= Scorecard.MAX_KPIS) {
                        throw Refusal.of(
                                Reason.LIMIT_REACHED,
                                "kpis.too_many",
                                "A partnership has at most " + Scorecard.MAX_KPIS + " KPIs, retired ones included.");
                    }
                    DefinitionRules.require(edit.before(), id, definition);
                    Kpi created = Kpi.created(id, definition, edit.at());
                    edit.put(created);
                    edit.audit("kpi.created", Names.kpi(scope.partnership(), id), "", AuditText.of(definition), "");
                    return id;
                })
                .result();
    }

    /** @param revision that was read */
    public String update(Scope scope, Request request, String id, long revision, Definition definition, String reason) {
        scope.require(Activity.DEFINE_KPIS);
        String why = Terms.reason(reason);
        return ledger.write(scope, request, edit -> {
                    Kpi kpi = edit.requireLive(id);
                    requireRevision(scope, kpi, revision);
                    DefinitionRules.require(edit.before(), id, definition);
                    boolean hasFacts =
                            !kpi.standing().points().isEmpty() || !kpi.targets().isEmpty();
                    if (hasFacts && !kpi.definition().measuresTheSameAs(definition)) {
                        throw Refusal.precondition(
                                "kpi.meaning_fixed",
                                "There are figures or targets already, so unit, currency, direction, frequency, aggregation and steps stay as"
                                        + " they are. Retire this KPI and make another.");
                    }
                    edit.put(kpi.defined(definition, edit.at()));
                    edit.audit(
                            "kpi.updated",
                            Names.kpi(scope.partnership(), id),
                            AuditText.of(kpi.definition()),
                            AuditText.of(definition),
                            why);
                    return id;
                })
                .result();
    }

    /** @param revision that was read */
    public String retire(Scope scope, Request request, String id, long revision, String reason) {
        scope.require(Activity.DEFINE_KPIS);
        String why = Terms.reason(reason);
        return ledger.write(scope, request, edit -> {
                    Kpi kpi = edit.requireLive(id);
                    requireRevision(scope, kpi, revision);
                    edit.before().derivedFrom(id).stream().findFirst().ifPresent(derived -> {
                        throw Refusal.precondition(
                                "kpi.is_step",
                                "\"" + derived.definition().displayName()
                                        + "\" is computed from this one. Retire that first.");
                    });
                    edit.put(kpi.retired(edit.at()));
                    edit.audit(
                            "kpi.retired", Names.kpi(scope.partnership(), id), AuditText.of(kpi.definition()), "", why);
                    return id;
                })
                .result();
    }

    public String rebase(Scope scope, Request request, String id, String fromPeriod, String reason) {
        scope.require(Activity.DEFINE_KPIS);
        String why = Terms.reason(reason);
        return ledger.write(scope, request, edit -> {
                    Kpi kpi = edit.requireLive(id);
                    Period from = Terms.period("from_period", fromPeriod, kpi.frequency());
                    requireBegun(edit, from, edit.at());
                    edit.put(kpi.with(new Rebase(from, why, edit.actor(), edit.at())));
                    edit.audit(
                            "kpi.rebased",
                            Names.kpi(scope.partnership(), id),
                            "",
                            new Json().put("from_period", from.name()).text(),
                            why);
                    return id;
                })
                .result();
    }

    private static void requireBegun(Edit edit, Period from, Instant now) {
        if (from.startsAt(edit.zone()).isAfter(now)) {
            throw Refusal.invalid("from_period", "period.future", from.name() + " has not begun yet.");
        }
    }

    private static void requireRevision(Scope scope, Kpi kpi, long revision) {
        if (kpi.revision() != revision) {
            throw Refusal.staleRevision(Names.kpi(scope.partnership(), kpi.id()));
        }
    }
}
