package dev.drumbeat.kpis;

import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Red episodes across partnerships. */
public interface EpisodeStore {
    /** Of these partnerships, oldest change first. */
    Page<RedEpisode> list(Collection<Scope> scopes, Set<RedEpisode.State> states, Page.Wanted wanted);

    /** Of all partnerships, oldest change first; for services of ours only. */
    Page<RedEpisode> listAll(Caller service, Set<RedEpisode.State> states, Page.Wanted wanted);

    /** Of all partnerships, for the watch, which shows each watcher its own: those changed after a moment, oldest change first. */
    List<RedEpisode> changedAfter(Instant moment, int atMost);
}
