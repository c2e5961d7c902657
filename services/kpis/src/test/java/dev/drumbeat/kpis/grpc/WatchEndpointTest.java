package dev.drumbeat.kpis.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.kpis.process.House;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.kpis.v1.EpisodeState;
import dev.drumbeat.proto.kpis.v1.RedEpisode;
import dev.drumbeat.proto.kpis.v1.ScorecardChange;
import dev.drumbeat.proto.kpis.v1.WatchEpisodesRequest;
import dev.drumbeat.proto.kpis.v1.WatchScorecardsRequest;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two replicas on one store: what one of them writes, watchers of the other are told soon. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WatchEndpointTest {
    private final House house = new House();
    private final House replica = house.replica();

    @AfterAll
    void close() {
        replica.close();
        house.close();
    }

    private static final class Seen<T> implements StreamObserver<T> {
        private final List<T> changes = new CopyOnWriteArrayList<>();

        @Override
        public void onNext(T change) {
            changes.add(change);
        }

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onCompleted() {}
    }

    private Seen<ScorecardChange> watch(House at, String subject, String... partnerships) {
        Seen<ScorecardChange> seen = new Seen<>();
        at.asyncAs(subject)
                .watchScorecards(
                        WatchScorecardsRequest.newBuilder()
                                .addAllPartnerships(List.of(partnerships))
                                .build(),
                        seen);
        return seen;
    }

    @Test
    void aWatcherIsToldWhicheverReplicaWrote() {
        Partnership partnership = new Partnership(house, "watched", "Europe/Berlin");
        Partnership other = new Partnership(house, "unwatched", "Europe/Berlin");
        partnership.published();
        other.published();
        house.clock.advance(Duration.ofMinutes(1));
        Seen<ScorecardChange> here = watch(house, partnership.person("owner-viewer"));
        Seen<ScorecardChange> there = watch(replica, partnership.person("partner-viewer"), partnership.name());
        Seen<ScorecardChange> stranger = watch(replica, other.person("owner-leader"), partnership.name());
        Seen<ScorecardChange> service = watch(replica, "services/cadence");
        // The calls are open when the server has taken them.
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            house.clock.advance(Duration.ofSeconds(1));
            other.target("otd", "2026-01", "95", "90");
            return !service.changes.isEmpty();
        });
        partnership.months("otd", "2026-10", 95);
        long revision = partnership.scorecard().getRevision();
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(here.changes).extracting(ScorecardChange::getRevision).contains(revision);
            assertThat(there.changes).extracting(ScorecardChange::getRevision).contains(revision);
            assertThat(service.changes)
                    .extracting(ScorecardChange::getPartnership)
                    .contains(partnership.name());
        });
        assertThat(here.changes)
                .allSatisfy(change -> assertThat(change.getPartnership()).isEqualTo(partnership.name()));
        assertThat(stranger.changes).isEmpty();

        // Who lost the seat is told nothing more, though the call is still open.
        house.directory.remove(partnership.person("partner-viewer"));
        int told = there.changes.size();
        partnership.months("otd", "2026-09", 95);
        long next = partnership.scorecard().getRevision();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(here.changes)
                        .extracting(ScorecardChange::getRevision)
                        .contains(next));
        assertThat(there.changes).hasSize(told);
    }

    @Test
    void episodesComeFromTheCursorOnAndAsTheyChange() {
        Partnership partnership = new Partnership(house, "episodes", "Europe/Berlin");
        partnership.published();
        partnership.target("otd", "2026-01", "95", "90");
        Instant before = house.clock.instant().minusMillis(1);
        house.clock.advance(Duration.ofSeconds(10));
        partnership.months("otd", "2026-07", 80);
        house.clock.advance(Duration.ofMinutes(1));
        Seen<RedEpisode> seen = new Seen<>();
        replica.asyncAs("services/actions")
                .watchEpisodes(
                        WatchEpisodesRequest.newBuilder()
                                .setChangedAfter(Wire.timestamp(before))
                                .build(),
                        seen);
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(of(partnership, seen))
                        .extracting(RedEpisode::getState)
                        .containsExactly(EpisodeState.EPISODE_STATE_OPEN));
        house.clock.advance(Duration.ofSeconds(10));
        partnership.months("otd", "2026-08", 95, 95);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(of(partnership, seen).getLast().getState())
                        .isEqualTo(EpisodeState.EPISODE_STATE_ENDED));
    }

    private static List<RedEpisode> of(Partnership partnership, Seen<RedEpisode> seen) {
        return seen.changes.stream()
                .filter(episode -> episode.getName().startsWith(partnership.name() + "/"))
                .toList();
    }
}
