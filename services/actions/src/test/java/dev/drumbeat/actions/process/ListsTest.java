package dev.drumbeat.actions.process;

import static dev.drumbeat.actions.process.House.fresh;
import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.actions.v1.ActionCounts;
import dev.drumbeat.proto.actions.v1.ActionState;
import dev.drumbeat.proto.actions.v1.ActionsChange;
import dev.drumbeat.proto.actions.v1.AddCommentRequest;
import dev.drumbeat.proto.actions.v1.BatchGetActionCountsRequest;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.GetActionRequest;
import dev.drumbeat.proto.actions.v1.ListActionsRequest;
import dev.drumbeat.proto.actions.v1.ListMyActionsRequest;
import dev.drumbeat.proto.actions.v1.WatchActionsRequest;
import dev.drumbeat.proto.kpis.v1.EpisodeState;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What people see of many actions. */
final class ListsTest extends AtAlder {
    @Test
    void myActionsAreWhatWaitsForMe() {
        red();
        CorrectiveAction action = propose(only(), "alder-owner-ops", "alder-partner-ops", "2026-12-01", "");
        assertThat(mine("alder-partner-ops")).containsExactly(action.getName());
        assertThat(mine("alder-owner-ops")).isEmpty();
        assertThat(mine("alder-owner-leader")).isEmpty();
        CorrectiveAction countered =
                propose(action, "alder-partner-ops", "alder-partner-ops", "2026-12-05", "Earlier is not possible.");
        assertThat(mine("alder-owner-leader")).containsExactly(action.getName());
        assertThat(mine("alder-owner-viewer")).isEmpty();
        CorrectiveAction owned = accept(countered, "alder-owner-ops");
        plan(explain(contain(owned), "The gate slot was sold to another carrier."));
        assertThat(mine("alder-partner-leader")).containsExactly(action.getName());
        assertThat(mine("birch-owner-ops")).isEmpty();
    }

    @Test
    void listsHaveTheWorstFirstAndCountsAgree() {
        List<String> kpis = List.of("a", "b", "c", "d", "e");
        for (String kpi : kpis) {
            house.kpis.episode(
                    ALDER + "/kpis/" + kpi,
                    "2026-10",
                    "2026-10",
                    EpisodeState.EPISODE_STATE_OPEN,
                    house.clock.instant());
            await().until(() -> house.live("alder-owner-ops", ALDER).stream()
                    .anyMatch(action -> action.getKpi().endsWith("/" + kpi)));
            house.clock.advance(Duration.ofMinutes(1));
        }
        own("b", "2026-12-24");
        own("c", "2026-11-24");
        house.clock.advance(Duration.ofDays(10));
        await().until(() -> house.live("alder-owner-ops", ALDER).stream()
                .allMatch(action -> action.getKpi().endsWith("/b") || action.getEscalationsCount() == 2));

        assertThat(house.live("alder-owner-ops", ALDER))
                .extracting(action -> action.getKpi().substring(action.getKpi().length() - 1))
                .containsExactly("a", "d", "e", "c", "b");
        ListActionsRequest.Builder page =
                ListActionsRequest.newBuilder().setParent(ALDER).setPageSize(2);
        var first = house.as("alder-owner-ops").listActions(page.build());
        var second = house.as("alder-owner-ops")
                .listActions(page.setPageToken(first.getNextPageToken()).build());
        assertThat(second.getActionsList())
                .extracting(action -> action.getKpi().substring(action.getKpi().length() - 1))
                .containsExactly("e", "c");
        ActionCounts counts = house.as("alder-owner-ops")
                .batchGetActionCounts(BatchGetActionCountsRequest.newBuilder()
                        .addPartnerships(ALDER)
                        .addPartnerships("partnerships/birch")
                        .build())
                .getCountsList()
                .getFirst();
        assertThat(counts.getOpen()).isEqualTo(5);
        assertThat(counts.getUnowned()).isEqualTo(3);
        assertThat(counts.getOverdue()).isOne();
        assertThat(counts.getMarked()).isTrue();
    }

    @Test
    void thePastIsShownAsItWasKnown() {
        red();
        CorrectiveAction action = only();
        Instant before = house.clock.instant();
        house.clock.advance(Duration.ofHours(1));
        agreed();
        var then = house.as("alder-owner-ops")
                .listActions(ListActionsRequest.newBuilder()
                        .setParent(ALDER)
                        .setAsOf(dev.drumbeat.platform.grpc.Wire.timestamp(before))
                        .build());
        assertThat(then.getActions(0).getState()).isEqualTo(ActionState.ACTION_STATE_OPEN);
        assertThat(then.getActions(0).hasProposal()).isFalse();
        assertThat(refusalOf(() -> house.as("alder-owner-ops")
                                .getAction(GetActionRequest.newBuilder()
                                        .setName(action.getName())
                                        .setAsOf(dev.drumbeat.platform.grpc.Wire.timestamp(before.minusSeconds(1)))
                                        .build()))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void watchersHearOfChangesOnAnyReplica() {
        house.start();
        List<String> seen = new CopyOnWriteArrayList<>();
        house.watching("services/gateway")
                .watchActions(WatchActionsRequest.getDefaultInstance(), new StreamObserver<>() {
                    @Override
                    public void onNext(ActionsChange change) {
                        seen.add(change.getPartnership());
                    }

                    @Override
                    public void onError(Throwable error) {}

                    @Override
                    public void onCompleted() {}
                });
        red();
        await().until(() -> seen.contains(ALDER));
        CorrectiveAction action = only();
        int before = seen.size();
        house.as("alder-owner-ops")
                .addComment(AddCommentRequest.newBuilder()
                        .setName(action.getName())
                        .setText("Seen.")
                        .setRequestId(fresh())
                        .build());
        await().until(() -> seen.size() > before);
        assertThat(Set.copyOf(seen)).containsExactly(ALDER);
    }

    private List<String> mine(String person) {
        return house.as(person).listMyActions(ListMyActionsRequest.getDefaultInstance()).getActionsList().stream()
                .map(CorrectiveAction::getName)
                .toList();
    }

    private void own(String kpi, String dueDate) {
        CorrectiveAction action = house.live("alder-owner-ops", ALDER).stream()
                .filter(one -> one.getKpi().endsWith("/" + kpi))
                .findFirst()
                .orElseThrow();
        accept(propose(action, "alder-owner-ops", "alder-partner-ops", dueDate, ""), "alder-partner-ops");
    }
}
