package dev.drumbeat.kpis;

import dev.drumbeat.platform.domain.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Many partnerships at a glance. */
public interface PortfolioStore {
    /** What ranking needs of each, by partnership: lines without their goals. Those without a commit are left out. */
    Map<String, PortfolioLine> ranks(Collection<Scope> scopes);

    /** By partnership; those without a commit are left out. */
    Map<String, PortfolioLine> lines(Collection<Scope> scopes);

    /** Partnerships whose line was written after a moment, for watchers; each with its latest change. */
    List<Changed> writtenAfter(Instant moment);

    /** @param writtenAt when it could be seen; not before {@code changedAt} */
    record Changed(String partnership, long revision, Instant changedAt, Instant writtenAt) {}
}
