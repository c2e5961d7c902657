package dev.drumbeat.kpis;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import java.util.List;
import java.util.Set;

/** Red episodes, oldest change first. */
public final class ReadEpisodes {
    private final EpisodeStore store;

    public ReadEpisodes(EpisodeStore store) {
        this.store = store;
    }

    /** @param states empty for all */
    public Page<RedEpisode> list(Scope scope, Set<RedEpisode.State> states, Page.Wanted wanted) {
        scope.require(Activity.READ_SCORES);
        return store.list(List.of(scope), states, wanted);
    }

    /** Of all partnerships that the caller may read; of all there are for a service. */
    public Page<RedEpisode> list(Caller caller, Set<RedEpisode.State> states, Page.Wanted wanted) {
        if (caller.isService()) {
            return store.listAll(caller, states, wanted);
        }
        return store.list(
                caller.scopes().stream()
                        .filter(scope -> scope.may(Activity.READ_SCORES))
                        .toList(),
                states,
                wanted);
    }
}
