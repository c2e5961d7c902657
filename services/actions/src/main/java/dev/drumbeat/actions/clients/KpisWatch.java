package dev.drumbeat.actions.clients;

import dev.drumbeat.actions.Reconciliation;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc;
import dev.drumbeat.proto.kpis.v1.RedEpisode;
import dev.drumbeat.proto.kpis.v1.ScorecardChange;
import dev.drumbeat.proto.kpis.v1.WatchEpisodesRequest;
import dev.drumbeat.proto.kpis.v1.WatchScorecardsRequest;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of red episodes and figures as they change, so that reconciliation is quick. Whenever it begins to listen anew, anything may
 * have happened meanwhile.
 */
@Singleton
final class KpisWatch implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(KpisWatch.class);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofMillis(500);

    private final ManagedChannel channel;
    private final KpisServiceGrpc.KpisServiceStub kpis;
    private final Reconciliation reconciliation;
    private volatile boolean ended;

    KpisWatch(@Named("kpis") ManagedChannel channel, Reconciliation reconciliation) {
        this.channel = channel;
        this.kpis = KpisServiceGrpc.newStub(channel);
        this.reconciliation = reconciliation;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        watchEpisodes();
        watchScorecards();
    }

    @PreDestroy
    void stop() {
        ended = true;
    }

    private void watchEpisodes() {
        kpis.watchEpisodes(
                WatchEpisodesRequest.getDefaultInstance(),
                new Listener<RedEpisode>(
                        "red episodes",
                        episode -> reconciliation.redsOf(partnership(episode.getKpi())),
                        this::watchEpisodes));
        reconciliation.anything();
    }

    private void watchScorecards() {
        kpis.watchScorecards(
                WatchScorecardsRequest.getDefaultInstance(),
                new Listener<ScorecardChange>(
                        "scorecards",
                        change -> reconciliation.figuresOf(change.getPartnership()),
                        this::watchScorecards));
    }

    private static String partnership(String kpi) {
        return "partnerships/" + ResourceName.ids(kpi, "partnerships", "kpis").getFirst();
    }

    /** Listens again whenever a stream ends. */
    private final class Listener<T> implements StreamObserver<T> {
        private final String name;
        private final Consumer<T> heard;
        private final Runnable again;

        private Listener(String name, Consumer<T> heard, Runnable again) {
            this.name = name;
            this.heard = heard;
            this.again = again;
        }

        @Override
        public void onNext(T change) {
            heard.accept(change);
        }

        @Override
        public void onError(Throwable error) {
            LOG.debug("the watch of {} ended", name, error);
            retry();
        }

        @Override
        public void onCompleted() {
            retry();
        }

        private void retry() {
            if (!ended) {
                Thread.ofVirtual().name("watch-" + name).start(this::waitAndRetry);
            }
        }

        private void waitAndRetry() {
            try {
                Thread.sleep(BEFORE_NEXT_TRY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (!ended) {
                // Or the connection would be tried again ever more rarely while kpis is down.
                channel.resetConnectBackoff();
                again.run();
            }
        }
    }
}
