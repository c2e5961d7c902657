package dev.drumbeat.cadence;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.cadence.agenda.Part;
import dev.drumbeat.cadence.process.House;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.cadence.v1.AddCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.AddDecisionRequest;
import dev.drumbeat.proto.cadence.v1.AddItemRequest;
import dev.drumbeat.proto.cadence.v1.AgendaItem;
import dev.drumbeat.proto.cadence.v1.AgendaPart;
import dev.drumbeat.proto.cadence.v1.AttendMeetingRequest;
import dev.drumbeat.proto.cadence.v1.BatchGetCadenceRequest;
import dev.drumbeat.proto.cadence.v1.CadenceChange;
import dev.drumbeat.proto.cadence.v1.CancelMeetingRequest;
import dev.drumbeat.proto.cadence.v1.CloseItemRequest;
import dev.drumbeat.proto.cadence.v1.CompleteCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.EndMeetingRequest;
import dev.drumbeat.proto.cadence.v1.ExportFormat;
import dev.drumbeat.proto.cadence.v1.ExportMinutesRequest;
import dev.drumbeat.proto.cadence.v1.GetMeetingRequest;
import dev.drumbeat.proto.cadence.v1.GetMinutesRequest;
import dev.drumbeat.proto.cadence.v1.ItemKind;
import dev.drumbeat.proto.cadence.v1.ItemState;
import dev.drumbeat.proto.cadence.v1.ListMeetingsRequest;
import dev.drumbeat.proto.cadence.v1.ListMyWeekRequest;
import dev.drumbeat.proto.cadence.v1.ListMyWeekResponse;
import dev.drumbeat.proto.cadence.v1.Meeting;
import dev.drumbeat.proto.cadence.v1.MeetingState;
import dev.drumbeat.proto.cadence.v1.Minutes;
import dev.drumbeat.proto.cadence.v1.MoveMeetingRequest;
import dev.drumbeat.proto.cadence.v1.PartnershipCadence;
import dev.drumbeat.proto.cadence.v1.SelectItemRequest;
import dev.drumbeat.proto.cadence.v1.StartMeetingRequest;
import dev.drumbeat.proto.cadence.v1.UpdateItemRequest;
import dev.drumbeat.proto.cadence.v1.WatchCadenceRequest;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two companies live through with their weekly sync. */
class MeetingStoryTest {
    private static final Instant TUESDAY_NINE = Instant.parse("2026-11-24T08:00:00Z");

    private final House house = new House();
    private String sync = "";

    @BeforeEach
    void findTheSync() {
        sync = list("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z").getFirst().getName();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_weekly_sync_runs_from_its_own_agenda_to_frozen_minutes() {
        house.sources.kpi("otd", "RED", "AMBER");
        house.sources.kpi("yield", "RED", "RED");
        house.sources.kpi("cost", "AMBER", "GREEN");
        house.sources.kpi("audits", "GREEN", "RED");
        house.sources.kpi("scrap", "STALE", "GREEN");
        house.sources.put(1, "yield", "2026-11-19");
        house.sources.put(2, "otd", null);

        Meeting planned = get("owner-viewer");
        assertThat(planned.getState()).isEqualTo(MeetingState.MEETING_STATE_SCHEDULED);
        assertThat(planned.getItemsList())
                .extracting(AgendaItem::getKind, AgendaItem::getTitle)
                .containsExactly(
                        tuple(ItemKind.ITEM_KIND_UNOWNED_RED, "KPI otd"),
                        tuple(ItemKind.ITEM_KIND_OVERDUE_ACTION, "Action about yield"),
                        tuple(ItemKind.ITEM_KIND_NEW_AMBER, "KPI cost"),
                        tuple(ItemKind.ITEM_KIND_STALE_DATA, "KPI scrap"),
                        tuple(ItemKind.ITEM_KIND_GOOD_NEWS, "KPI audits"));
        assertThat(planned.getItems(1).getFacts().getOverdueDays()).isEqualTo(4);

        start("owner-ops");
        attend("partner-ops");
        String otd = item(get("owner-ops"), "KPI otd").getItemId();
        Meeting selected = house.as("owner-ops")
                .selectItem(SelectItemRequest.newBuilder()
                        .setMeeting(sync)
                        .setItemId(otd)
                        .setRequestId(id())
                        .build());
        assertThat(selected.getCurrentItemId()).isEqualTo(otd);
        house.clock.advance(Duration.ofSeconds(90));

        // Nobody owns the red: it can't be waved through, and a live red can't be dropped.
        assertThat(refusalOf(() -> close("owner-ops", "KPI otd", ItemState.ITEM_STATE_DONE, ""))
                        .rule())
                .isEqualTo("item.red_unowned");
        assertThat(refusalOf(() -> close("owner-ops", "KPI otd", ItemState.ITEM_STATE_DROPPED, "boring"))
                        .rule())
                .isEqualTo("item.live_red");
        house.sources.put(2, "otd", "2026-12-15");
        Meeting owned = close("owner-ops", "KPI otd", ItemState.ITEM_STATE_DONE, "");
        assertThat(item(owned, "KPI otd").getSpentSeconds()).isEqualTo(90);
        assertThat(owned.getCurrentItemId()).isEmpty();

        house.as("partner-ops")
                .addDecision(AddDecisionRequest.newBuilder()
                        .setMeeting(sync)
                        .setItemId(otd)
                        .setWhat("Second shift until Christmas")
                        .setWhy("Capacity")
                        .setRequestId(id())
                        .build());
        Meeting promised = house.as("partner-ops")
                .addCommitment(AddCommitmentRequest.newBuilder()
                        .setMeeting(sync)
                        .setText("Send the shift plan")
                        .setOwner("people/acme-partner-ops")
                        .setDueDate("2026-11-26")
                        .setRequestId(id())
                        .build());
        assertThat(promised.getDecisions(0).getDecidedByList()).hasSize(2);
        assertThat(promised.getCommitments(0).getOverdueDays()).isZero();

        // The other red was not talked about: nobody leaves without saying why.
        assertThat(refusalOf(() -> end("owner-ops", "")).rule()).isEqualTo("reds.unresolved");
        house.clock.advance(Duration.ofMinutes(30));
        Meeting held = end("owner-ops", "The report from the lab comes on Thursday");
        assertThat(held.getState()).isEqualTo(MeetingState.MEETING_STATE_HELD);
        assertThat(held.getBothSidesPresent()).isTrue();
        assertThat(held.getOnTime()).isTrue();
        assertThat(held.getCallerMayList()).isEmpty();
        assertThat(item(held, "Action about yield").getState()).isEqualTo(ItemState.ITEM_STATE_CARRIED_OVER);

        Minutes minutes = minutes();
        assertThat(minutes.getScorecardList()).hasSize(5);
        assertThat(minutes.getScorecard(0).getStatus()).isEqualTo("RED");

        String markdown = export(ExportFormat.EXPORT_FORMAT_MARKDOWN, "de");
        assertThat(markdown)
                .contains("## Entscheidungen", "Second shift until Christmas", "2026-11-26: Send the shift plan")
                .contains(minutes.getFingerprint());
        assertThat(export(ExportFormat.EXPORT_FORMAT_CSV, "en"))
                .contains("decision,,Second shift until Christmas,Capacity,")
                .contains("commitment,,Send the shift plan,,acme-partner-ops,Partner of acme,2026-11-26,OPEN");

        // Later the promise is kept, late; the minutes say what was promised, not what became of it.
        house.clock.advance(Duration.ofDays(3));
        house.as("partner-ops")
                .completeCommitment(CompleteCommitmentRequest.newBuilder()
                        .setName(held.getCommitments(0).getName())
                        .setRevision(1)
                        .setRequestId(id())
                        .build());
        Minutes again = minutes();
        assertThat(again.toBuilder()
                        .setMeeting(again.getMeeting().toBuilder().setRevision(0))
                        .build())
                .isEqualTo(minutes.toBuilder()
                        .setMeeting(minutes.getMeeting().toBuilder().setRevision(0))
                        .build());
        PartnershipCadence cadence = cadence();
        assertThat(cadence.getHealth().getCommitmentsDue()).isEqualTo(1);
        assertThat(cadence.getHealth().getCommitmentsKept()).isZero();
        assertThat(cadence.getHealth().getHeld()).isEqualTo(1);
    }

    @Test
    void what_is_unfinished_comes_back_until_it_is_done() {
        house.sources.kpi("otd", "RED", "RED");
        house.sources.put(1, "otd", "2027-01-15");
        add("owner-ops", "Packaging for Brazil");
        start("owner-ops");
        attend("partner-leader");
        house.as("owner-ops")
                .addCommitment(AddCommitmentRequest.newBuilder()
                        .setMeeting(sync)
                        .setText("Ask the forwarder")
                        .setOwner("people/acme-owner-ops")
                        .setDueDate("2026-11-30")
                        .setRequestId(id())
                        .build());
        end("owner-ops", "No time");

        String next =
                list("2026-12-01T00:00:00Z", "2026-12-02T00:00:00Z").getFirst().getName();
        Meeting following = house.as("owner-ops")
                .getMeeting(GetMeetingRequest.newBuilder().setName(next).build());
        assertThat(following.getItemsList())
                .extracting(AgendaItem::getKind, AgendaItem::getTitle, AgendaItem::getCarriedOver)
                .containsExactly(
                        Tuple.tuple(ItemKind.ITEM_KIND_OWNED_RED, "KPI otd", 1),
                        Tuple.tuple(ItemKind.ITEM_KIND_ADDED, "Packaging for Brazil", 1),
                        Tuple.tuple(ItemKind.ITEM_KIND_OPEN_COMMITMENT, "Ask the forwarder", 0));

        // Two weeks nobody comes: what people had put on is not lost with the meetings.
        house.clock.set(Instant.parse("2026-12-09T08:00:00Z"));
        house.sweeping.judge();
        String later =
                list("2026-12-15T00:00:00Z", "2026-12-16T00:00:00Z").getFirst().getName();
        assertThat(house.as("owner-ops")
                        .getMeeting(
                                GetMeetingRequest.newBuilder().setName(later).build())
                        .getItemsList())
                .extracting(AgendaItem::getTitle)
                .contains("Packaging for Brazil", "Ask the forwarder");
        ListMyWeekResponse week = house.as("owner-ops")
                .listMyWeek(ListMyWeekRequest.newBuilder()
                        .setFrom(Wire.timestamp(Instant.parse("2026-12-09T00:00:00Z")))
                        .setTo(Wire.timestamp(Instant.parse("2026-12-16T00:00:00Z")))
                        .build());
        assertThat(week.getCommitmentsList())
                .singleElement()
                .satisfies(commitment -> assertThat(commitment.getOverdueDays()).isEqualTo(9));
        assertThat(week.getMeetingsList()).extracting(Meeting::getName).containsExactly(later);
        assertThat(cadence().getHealth().getStarving()).isTrue();
    }

    @Test
    void a_meeting_nobody_starts_is_missed_once_whoever_sweeps() {
        try (House replica = house.replica()) {
            house.clock.set(TUESDAY_NINE.plus(Duration.ofMinutes(45 + 59)));
            assertThat(house.sweeping.judge()).isZero();
            house.clock.advance(Duration.ofMinutes(1));
            assertThat(house.sweeping.judge() + replica.sweeping.judge() + house.sweeping.judge())
                    .isEqualTo(1);
            assertThat(get("owner-ops").getState()).isEqualTo(MeetingState.MEETING_STATE_MISSED);
            assertThat(refusalOf(() -> start("owner-ops")).reason()).isEqualTo(Reason.PRECONDITION);
        }
    }

    @Test
    void it_counts_as_held_only_with_both_sides() {
        start("owner-ops");
        assertThat(refusalOf(() -> house.as("owner-ops")
                                .attendMeeting(AttendMeetingRequest.newBuilder()
                                        .setName(sync)
                                        .setPerson("people/acme-partner-ops")
                                        .setRequestId(id())
                                        .build()))
                        .rule())
                .isEqualTo("attendance.other_side");
        Meeting alone = end("owner-ops", "");
        assertThat(alone.getBothSidesPresent()).isFalse();
        assertThat(cadence().getHealth().getHeld()).isZero();
        assertThat(cadence().getHealth().getOneSided()).isEqualTo(1);
    }

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
    void the_agenda_says_what_it_does_not_know_and_completes_itself() {
        house.sources.kpi("otd", "RED", "RED");
        house.sources.put(1, "otd", "2026-11-01");
        house.sources.lose(Part.ACTIONS);
        Meeting started = start("owner-ops");
        assertThat(started.getMissingPartsList())
                .extracting(part -> part.getPart())
                .containsExactly(AgendaPart.AGENDA_PART_ACTIONS);
        assertThat(started.getMissingParts(0).hasLastKnownAt()).isFalse();
        assertThat(item(started, "KPI otd").getFacts().hasUnownedSince()).isFalse();

        house.sources.find(Part.ACTIONS);
        house.sweeping.follow();
        Meeting complete = get("owner-viewer");
        assertThat(complete.getMissingPartsList()).isEmpty();
        assertThat(complete.getItemsList()).singleElement().satisfies(item -> {
            assertThat(item.getKind()).isEqualTo(ItemKind.ITEM_KIND_OVERDUE_ACTION);
            assertThat(item.getItemId()).isEqualTo(started.getItems(0).getItemId());
        });

        // Out of reach again, what was known stays.
        house.sources.lose(Part.ACTIONS);
        house.sources.lose(Part.KPIS);
        house.sweeping.follow();
        assertThat(get("owner-viewer").getItemsList()).isEqualTo(complete.getItemsList());
        assertThat(get("owner-viewer").getMissingPartsList()).hasSize(2).allMatch(part -> part.hasLastKnownAt());
        // Without a change nothing is written, whoever sweeps and how often.
        long revision = get("owner-viewer").getRevision();
        house.sweeping.follow();
        assertThat(get("owner-viewer").getRevision()).isEqualTo(revision);
    }

    @Test
    void money_is_only_for_who_may_read_it() {
        house.sources.statement("q3");
        assertThat(get("owner-leader").getItemsList())
                .extracting(AgendaItem::getKind)
                .containsExactly(ItemKind.ITEM_KIND_STATEMENT_TO_SIGN);
        assertThat(get("partner-ops").getItemsList()).isEmpty();
        assertThat(get("owner-viewer").getItemsList()).isEmpty();
    }

    @Test
    void strangers_learn_nothing_and_viewers_change_nothing() {
        house.directory.staffed("other", "Europe/Berlin", "EUR");
        assertThat(refusalOf(() -> house.asSubject("people/other-owner-ops")
                                .getMeeting(GetMeetingRequest.newBuilder()
                                        .setName(sync)
                                        .build()))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(refusalOf(() -> start("owner-viewer")).reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(refusalOf(() -> add("owner-viewer", "Hello")).reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(refusalOf(() -> house.as("owner-ops")
                                .getMeeting(GetMeetingRequest.newBuilder()
                                        .setName("partnerships/acme/meetings/ops-sync-20261124t0801z")
                                        .build()))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(get("owner-ops").getRevision()).isZero();
    }

    @Test
    void a_meeting_is_moved_or_cancelled_with_a_reason_and_stays_the_same_meeting() {
        Meeting moved = house.as("owner-ops")
                .moveMeeting(MoveMeetingRequest.newBuilder()
                        .setName(sync)
                        .setRevision(0)
                        .setStart("2026-11-26T10:30")
                        .setReason("Public holiday")
                        .setRequestId(id())
                        .build());
        assertThat(moved.getState()).isEqualTo(MeetingState.MEETING_STATE_MOVED);
        assertThat(moved.getName()).isEqualTo(sync);
        assertThat(Wire.instant(moved.getStartsAt())).isEqualTo(Instant.parse("2026-11-26T09:30:00Z"));
        assertThat(Wire.instant(moved.getMovedFrom())).isEqualTo(TUESDAY_NINE);
        assertThat(list("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z")).isEmpty();
        assertThat(list("2026-11-26T00:00:00Z", "2026-11-27T00:00:00Z")).hasSize(1);
        assertThat(cadence().getNextMeeting().getName()).isEqualTo(sync);

        house.clock.set(TUESDAY_NINE.plus(Duration.ofHours(5)));
        assertThat(house.sweeping.judge()).isZero();
        Meeting cancelled = house.as("partner-ops")
                .cancelMeeting(CancelMeetingRequest.newBuilder()
                        .setName(sync)
                        .setRevision(moved.getRevision())
                        .setReason("Plant closed")
                        .setRequestId(id())
                        .build());
        assertThat(cancelled.getState()).isEqualTo(MeetingState.MEETING_STATE_CANCELLED);
        house.clock.set(Instant.parse("2026-11-27T12:00:00Z"));
        assertThat(house.sweeping.judge()).isZero();
        assertThat(cadence().getHealth().getPlanned()).isZero();
    }

    private static Tuple tuple(ItemKind kind, String title) {
        return Tuple.tuple(kind, title);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private Meeting get(String seat) {
        return house.as(seat)
                .getMeeting(GetMeetingRequest.newBuilder().setName(sync).build());
    }

    private Minutes minutes() {
        return house.as("owner-viewer")
                .getMinutes(GetMinutesRequest.newBuilder().setName(sync).build());
    }

    private String export(ExportFormat format, String language) {
        return house.as("owner-viewer")
                .exportMinutes(ExportMinutesRequest.newBuilder()
                        .setName(sync)
                        .setFormat(format)
                        .setLanguage(language)
                        .build())
                .getContent();
    }

    private Meeting start(String seat) {
        if (house.clock.instant().isBefore(TUESDAY_NINE)) {
            house.clock.set(TUESDAY_NINE);
        }
        return house.as(seat)
                .startMeeting(StartMeetingRequest.newBuilder()
                        .setName(sync)
                        .setRequestId(id())
                        .build());
    }

    private Meeting attend(String seat) {
        return house.as(seat)
                .attendMeeting(AttendMeetingRequest.newBuilder()
                        .setName(sync)
                        .setRequestId(id())
                        .build());
    }

    private Meeting add(String seat, String title) {
        return house.as(seat)
                .addItem(AddItemRequest.newBuilder()
                        .setMeeting(sync)
                        .setTitle(title)
                        .setRequestId(id())
                        .build());
    }

    private Meeting close(String seat, String title, ItemState state, String reason) {
        AgendaItem item = item(get(seat), title);
        return house.as(seat)
                .closeItem(CloseItemRequest.newBuilder()
                        .setMeeting(sync)
                        .setItemId(item.getItemId())
                        .setRevision(item.getRevision())
                        .setState(state)
                        .setReason(reason)
                        .setRequestId(id())
                        .build());
    }

    private Meeting end(String seat, String reason) {
        return house.as(seat)
                .endMeeting(EndMeetingRequest.newBuilder()
                        .setName(sync)
                        .setUnresolvedReason(reason)
                        .setRequestId(id())
                        .build());
    }

    private PartnershipCadence cadence() {
        return house.as("owner-viewer")
                .batchGetCadence(BatchGetCadenceRequest.newBuilder()
                        .addPartnerships(House.PARTNERSHIP)
                        .addPartnerships("partnerships/none")
                        .build())
                .getCadences(0);
    }

    private List<Meeting> list(String from, String to) {
        return house.as("owner-viewer")
                .listMeetings(ListMeetingsRequest.newBuilder()
                        .setPartnership(House.PARTNERSHIP)
                        .setFrom(Wire.timestamp(Instant.parse(from)))
                        .setTo(Wire.timestamp(Instant.parse(to)))
                        .build())
                .getMeetingsList();
    }

    private static AgendaItem item(Meeting meeting, String title) {
        return meeting.getItemsList().stream()
                .filter(item -> item.getTitle().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
