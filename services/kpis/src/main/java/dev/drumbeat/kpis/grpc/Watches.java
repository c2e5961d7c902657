package dev.drumbeat.kpis.grpc;

import dev.drumbeat.kpis.PortfolioStore.Changed;
import dev.drumbeat.kpis.RedEpisode;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.endpoint.Access;
import dev.drumbeat.platform.endpoint.WatchStreams;
import dev.drumbeat.platform.grpc.CallerContext;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.platform.watch.Feed;
import dev.drumbeat.platform.watch.Watcher;
import dev.drumbeat.proto.kpis.v1.ScorecardChange;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What watchers of scorecards and of red episodes are told. */
@Singleton
final class Watches {
    private final Access access;
    private final WatchStreams streams;
    private final Feed<Changed> scorecardFeed;
    private final Feed<RedEpisode> episodeFeed;

    Watches(Access access, WatchStreams streams, Feed<Changed> scorecardFeed, Feed<RedEpisode> episodeFeed) {
        this.access = access;
        this.streams = streams;
        this.scorecardFeed = scorecardFeed;
        this.episodeFeed = episodeFeed;
    }

    /** @param wanted partnerships; empty for all that the caller may read */
    void scorecards(Set<String> wanted, StreamObserver<ScorecardChange> observer) {
        Caller caller = CallerContext.current();
        streams.watch(
                observer,
                scorecardFeed,
                change -> (wanted.isEmpty() || wanted.contains(change.partnership()))
                        && access.stillReads(caller, change.partnership()),
                change -> ScorecardChange.newBuilder()
                        .setPartnership(change.partnership())
                        .setRevision(change.revision())
                        .setChangedAt(Wire.timestamp(change.changedAt()))
                        .build());
    }

    void episodes(Optional<Instant> changedAfter, StreamObserver<dev.drumbeat.proto.kpis.v1.RedEpisode> observer) {
        Caller caller = CallerContext.current();
        Watcher<RedEpisode> watcher = streams.watch(
                observer, episodeFeed, episode -> access.stillReads(caller, episode.partnership()), FactWire::episode);
        // The feed runs already, so nothing falls between.
        changedAfter.ifPresent(cursor -> episodeFeed.changes().catchUp(cursor, watcher::offer));
    }
}
