package dev.drumbeat.cadence;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.cadence.v1.AddCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.AddDecisionRequest;
import dev.drumbeat.proto.cadence.v1.AgendaItem;
import dev.drumbeat.proto.cadence.v1.CadenceChange;
import dev.drumbeat.proto.cadence.v1.Commitment;
import dev.drumbeat.proto.cadence.v1.Meeting;
import dev.drumbeat.proto.cadence.v1.MoveItemRequest;
import dev.drumbeat.proto.cadence.v1.UpdateCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.UpdateItemRequest;
import dev.drumbeat.proto.cadence.v1.WatchCadenceRequest;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two companies at work on one meeting at the same time. */
class SharedMeetingTest extends SyncStory {
    @Test
    void two_edits_of_one_item_are_merged_or_refused() {
        house.sources.kpi("otd", "RED", "RED");
        start("owner-ops");
        AgendaItem seen = item(get("owner-ops"), "KPI otd");

        UpdateItemRequest.Builder edit = UpdateItemRequest.newBuilder()
                .setMeeting(sync)
                .setItemId(seen.getItemId())
                .setRevision(seen.getRevision());
        house.as("owner-ops")
                .updateItem(
                        edit.clone().setNote("Late again").setRequestId(id()).build());
        Meeting merged = house.as("partner-ops")
                .updateItem(
                        edit.clone().setPlannedSeconds(600).setRequestId(id()).build());
        assertThat(item(merged, "KPI otd").getNote()).isEqualTo("Late again");
        assertThat(item(merged, "KPI otd").getPlannedSeconds()).isEqualTo(600);

        assertThat(refusalOf(() -> house.as("partner-ops")
                                .updateItem(edit.clone()
                                        .setNote("Not so late")
                                        .setRequestId(id())
                                        .build()))
                        .reason())
                .isEqualTo(Reason.STALE_REVISION);
        assertThat(item(get("owner-ops"), "KPI otd").getNote()).isEqualTo("Late again");
    }

    @Test
    void the_second_of_two_edits_of_a_title_or_a_commitment_is_refused() {
        start("owner-ops");
        AgendaItem added = item(add("owner-ops", "Travel"), "Travel");
        UpdateItemRequest.Builder retitle = UpdateItemRequest.newBuilder()
                .setMeeting(sync)
                .setItemId(added.getItemId())
                .setRevision(added.getRevision());
        house.as("owner-ops")
                .updateItem(retitle.clone()
                        .setTitle("Travel in December")
                        .setRequestId(id())
                        .build());
        assertThat(refusalOf(() -> house.as("partner-ops")
                                .updateItem(retitle.clone()
                                        .setTitle("Trips")
                                        .setRequestId(id())
                                        .build()))
                        .reason())
                .isEqualTo(Reason.STALE_REVISION);

        Commitment promised = house.as("owner-ops")
                .addCommitment(AddCommitmentRequest.newBuilder()
                        .setMeeting(sync)
                        .setText("Send the drawing")
                        .setOwner("people/acme-partner-ops")
                        .setDueDate("2026-12-01")
                        .setRequestId(id())
                        .build())
                .getCommitments(0);
        UpdateCommitmentRequest.Builder change = UpdateCommitmentRequest.newBuilder()
                .setName(promised.getName())
                .setRevision(promised.getRevision())
                .setText(promised.getText())
                .setOwner("people/acme-partner-ops")
                .setDueDate("2026-12-01");
        house.as("partner-ops")
                .updateCommitment(change.clone()
                        .setDueDate("2026-12-08")
                        .setRequestId(id())
                        .build());
        assertThat(refusalOf(() -> house.as("owner-ops")
                                .updateCommitment(change.clone()
                                        .setText("Send both drawings")
                                        .setRequestId(id())
                                        .build()))
                        .reason())
                .isEqualTo(Reason.STALE_REVISION);
        assertThat(get("owner-ops").getCommitments(0).getDueDate()).isEqualTo("2026-12-08");
        assertThat(get("owner-ops").getCommitments(0).getText()).isEqualTo("Send the drawing");
    }

    @Test
    void what_one_side_does_reaches_the_other_within_a_second_and_no_stranger() throws InterruptedException {
        house.directory.staffed("other", "Europe/Berlin", "EUR");
        BlockingQueue<CadenceChange> seen = new LinkedBlockingQueue<>();
        BlockingQueue<CadenceChange> seenByStranger = new LinkedBlockingQueue<>();
        house.asyncAs("partner-ops").watchCadence(WatchCadenceRequest.getDefaultInstance(), into(seen));
        house.asyncAsSubject("people/other-owner-ops")
                .watchCadence(WatchCadenceRequest.getDefaultInstance(), into(seenByStranger));
        // The watch is there once it tells of something.
        @Nullable CadenceChange first = null;
        for (int i = 0; first == null && i < 20; i++) {
            house.clock.advance(Duration.ofSeconds(1));
            add("owner-ops", "Item " + i);
            first = seen.poll(500, TimeUnit.MILLISECONDS);
        }
        assertThat(first).isNotNull();
        while (seen.poll(600, TimeUnit.MILLISECONDS) != null) {
            // what was told until now
        }
        house.clock.advance(Duration.ofSeconds(5));
        add("owner-ops", "The one");
        @Nullable CadenceChange change = seen.poll(1, TimeUnit.SECONDS);
        assertThat(Objects.requireNonNull(change).getMeeting()).isEqualTo(sync);
        assertThat(seenByStranger).isEmpty();
    }

    @Test
    void a_repeated_request_has_one_effect() {
        start("owner-ops");
        AddDecisionRequest request = AddDecisionRequest.newBuilder()
                .setMeeting(sync)
                .setWhat("Once")
                .setRequestId(id())
                .build();
        Meeting first = house.as("owner-ops").addDecision(request);
        assertThat(house.as("owner-ops").addDecision(request)).isEqualTo(first);
        assertThat(refusalOf(() -> house.as("owner-ops")
                                .addDecision(
                                        request.toBuilder().setWhat("Twice").build()))
                        .reason())
                .isEqualTo(Reason.REQUEST_ID_REUSED);
    }

    @Test
    void people_put_the_agenda_in_their_order_both_at_once_and_new_reds_find_their_place() {
        add("owner-ops", "First");
        add("owner-ops", "Second");
        Meeting planned = add("partner-ops", "Third");
        assertThat(planned.getCallerMayList()).contains("MoveItem");
        move("owner-ops", "Third", "First");
        assertThat(titles()).containsExactly("Third", "First", "Second");
        start("owner-ops");
        move("partner-ops", "First", null);
        move("owner-ops", "Second", "Third");
        assertThat(titles()).containsExactly("Second", "Third", "First");

        house.sources.kpi("otd", "RED", "RED");
        house.sweeping.follow();
        assertThat(titles()).containsExactly("KPI otd", "Second", "Third", "First");

        assertThat(refusalOf(() -> move("owner-viewer", "First", "Second")).reason())
                .isEqualTo(Reason.NOT_ALLOWED);
        end("owner-ops", "Seen too late");
        assertThat(refusalOf(() -> move("owner-ops", "First", "Second")).rule()).isEqualTo("meeting.over");
    }

    private List<String> titles() {
        return get("owner-viewer").getItemsList().stream()
                .map(AgendaItem::getTitle)
                .toList();
    }

    private Meeting move(String seat, String title, @Nullable String before) {
        Meeting meeting = get(seat);
        return house.as(seat)
                .moveItem(MoveItemRequest.newBuilder()
                        .setMeeting(sync)
                        .setItemId(item(meeting, title).getItemId())
                        .setBeforeItemId(
                                before == null ? "" : item(meeting, before).getItemId())
                        .setRequestId(id())
                        .build());
    }

    private static StreamObserver<CadenceChange> into(BlockingQueue<CadenceChange> queue) {
        return new StreamObserver<>() {
            @Override
            public void onNext(CadenceChange change) {
                queue.add(change);
            }

            @Override
            public void onError(Throwable error) {
                // the house is closed
            }

            @Override
            public void onCompleted() {}
        };
    }
}
