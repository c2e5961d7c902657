package dev.drumbeat.incentives.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.incentives.process.House;
import dev.drumbeat.proto.incentives.v1.IncentivesChange;
import dev.drumbeat.proto.incentives.v1.WatchIncentivesRequest;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Whoever watches is told of changes, whichever process made them, and strangers are told nothing. */
final class WatchStoryTest extends PayStories {
    @Test
    void both_sides_hear_of_a_change_made_by_another_process_and_strangers_do_not() {
        House other = house.replica();
        Heard owner = listen(house, OWNER_LEADER);
        Heard partner = listen(house, PARTNER_LEADER, P);
        Heard stranger = listen(house, "other-owner-leader");
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            // Until the calls are open, changes go unheard.
            house.clock.advance(Duration.ofSeconds(1));
            save(other, terms());
            return !owner.changes.isEmpty() && !partner.changes.isEmpty();
        });
        other.end();
        assertThat(owner.changes).extracting(IncentivesChange::getPartnership).containsOnly(P);
        assertThat(partner.changes).extracting(IncentivesChange::getPartnership).containsOnly(P);
        assertThat(stranger.changes).isEmpty();
    }

    private static Heard listen(House at, String person, String... partnerships) {
        Heard heard = new Heard();
        at.listeningAs(person)
                .watchIncentives(
                        WatchIncentivesRequest.newBuilder()
                                .addAllPartnerships(List.of(partnerships))
                                .build(),
                        heard);
        return heard;
    }

    private static final class Heard implements StreamObserver<IncentivesChange> {
        private final List<IncentivesChange> changes = new CopyOnWriteArrayList<>();

        @Override
        public void onNext(IncentivesChange change) {
            changes.add(change);
        }

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onCompleted() {}
    }
}
