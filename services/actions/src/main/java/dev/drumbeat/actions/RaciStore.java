package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Aggregates;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where RACI versions are kept, by version name. Each is written once: whoever writes version n first has published it. */
public interface RaciStore extends Aggregates<Raci> {
    /** The newest version; empty while there are only the default activities. */
    Optional<Versioned<Raci>> newest(String partnership);

    /** Newest first. */
    Page<Versioned<Raci>> versions(Scope scope, Page.Wanted wanted);

    List<ActionStore.Changed> publishedAfter(Instant moment, int atMost);
}
