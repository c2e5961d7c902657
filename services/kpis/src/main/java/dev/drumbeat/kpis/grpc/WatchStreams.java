package dev.drumbeat.kpis.grpc;

import dev.drumbeat.kpis.EpisodeStore;
import dev.drumbeat.kpis.PortfolioStore.Changed;
import dev.drumbeat.kpis.RedEpisode;
import dev.drumbeat.kpis.watch.Feed;
import dev.drumbeat.kpis.watch.Watcher;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.grpc.CallerContext;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.kpis.v1.ScorecardChange;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Calls that stay open and tell what changes. */
@Singleton
final class WatchStreams {
    private static final int MISSED_AT_ONCE = 500;

    private final Access access;
    private final EpisodeStore episodes;
    private final Feed<Changed> scorecardFeed;
    private final Feed<RedEpisode> episodeFeed;
    private final Set<StreamObserver<?>> open = ConcurrentHashMap.newKeySet();

    WatchStreams(Access access, EpisodeStore episodes, Feed<Changed> scorecardFeed, Feed<RedEpisode> episodeFeed) {
        this.access = access;
        this.episodes = episodes;
        this.scorecardFeed = scorecardFeed;
        this.episodeFeed = episodeFeed;
    }

    /** Open calls would hold up the end of the process; watchers come back to another replica. */
    @PostConstruct
    void endWithTheProcess() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll, "watches-end"));
    }

    void endAll() {
        open.forEach(observer -> observer.onError(Status.UNAVAILABLE
                .withDescription("This process ends; watch again.")
                .asRuntimeException()));
    }

    /** @param wanted partnerships; empty for all that the caller may read */
    void scorecards(Set<String> wanted, StreamObserver<ScorecardChange> observer) {
        Caller caller = CallerContext.current();
        watch(
                observer,
                scorecardFeed,
                Changed::partnership,
                Changed::writtenAt,
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
        Watcher<RedEpisode> watcher = watch(
                observer,
                episodeFeed,
                RedEpisode::name,
                RedEpisode::changedAt,
                episode -> access.stillReads(caller, episode.partnership()),
                FactWire::episode);
        changedAfter.ifPresent(cursor -> catchUp(cursor, watcher));
    }

    /** What happened before the watch began; the feed runs already, so nothing falls between. */
    private void catchUp(Instant cursor, Watcher<RedEpisode> watcher) {
        List<RedEpisode> missed = episodes.changedAfter(cursor, MISSED_AT_ONCE);
        missed.forEach(watcher::offer);
        while (missed.size() == MISSED_AT_ONCE) {
            // Several may have changed at the same moment: begin again with those, repeats are harmless.
            Instant last = missed.getLast().changedAt();
            Instant next = missed.getFirst().changedAt().equals(last) ? last : last.minusMillis(1);
            missed = episodes.changedAfter(next, MISSED_AT_ONCE);
            missed.forEach(watcher::offer);
        }
    }

    private <E, W> Watcher<E> watch(
            StreamObserver<W> observer,
            Feed<E> feed,
            Function<E, String> key,
            Function<E, Instant> changedAt,
            Predicate<E> visible,
            Function<E, W> encode) {
        ServerCallStreamObserver<W> call = (ServerCallStreamObserver<W>) observer;
        Watcher<E> watcher = new Watcher<>("call", key, changedAt, visible, new Watcher.Outlet<>() {
            @Override
            public boolean isReady() {
                return call.isReady();
            }

            @Override
            public void send(E change) {
                call.onNext(encode.apply(change));
            }

            @Override
            public void fail(RuntimeException cause) {
                call.onError(
                        cause instanceof Refusal
                                ? cause
                                : Status.UNAVAILABLE.withCause(cause).asRuntimeException());
            }
        });
        Runnable stopListening = feed.listen(watcher::offer);
        open.add(call);
        call.setOnReadyHandler(watcher::wake);
        call.setOnCancelHandler(() -> {
            stopListening.run();
            watcher.stop();
            open.remove(call);
        });
        watcher.start();
        return watcher;
    }
}
