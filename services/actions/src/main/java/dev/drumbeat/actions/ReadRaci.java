package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;

/** The RACI in force, and those before it. */
public final class ReadRaci {
    private final RaciStore store;

    public ReadRaci(RaciStore store) {
        this.store = store;
    }

    public Raci current(Scope scope) {
        scope.require(Activity.READ_SCORES);
        return store.newest(scope.partnership()).map(Versioned::value).orElseGet(() -> Raci.first(scope.partnership()));
    }

    public Page<Raci> versions(Scope scope, Page.Wanted wanted) {
        scope.require(Activity.READ_SCORES);
        return store.versions(scope, wanted).map(Versioned::value);
    }
}
