package dev.drumbeat.kpis;

import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;

/** Reads back what a write has made or changed. */
public final class ReadProposals {
    private final KpiStore store;

    public ReadProposals(KpiStore store) {
        this.store = store;
    }

    public Kpi kpi(Scope scope, String id) {
        return store.scorecard(scope).kpi(id).orElseThrow(() -> Refusal.notFound(Names.kpi(scope.partnership(), id)));
    }

    public Target target(Scope scope, String kpi, String id) {
        return kpi(scope, kpi).targets().stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(Names.target(scope.partnership(), kpi, id)));
    }

    public Correction correction(Scope scope, String kpi, String id) {
        return store.settled(scope).waiting().stream()
                .filter(correction -> correction.id().equals(id))
                .findFirst()
                .or(() -> store.correction(scope, id))
                .orElseThrow(() -> Refusal.notFound(Names.correction(scope.partnership(), kpi, id)));
    }
}
