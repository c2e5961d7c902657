package dev.drumbeat.cadence;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.cadence.process.House;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.cadence.v1.AddCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.AddDecisionRequest;
import dev.drumbeat.proto.cadence.v1.AgendaItem;
import dev.drumbeat.proto.cadence.v1.AttendMeetingRequest;
import dev.drumbeat.proto.cadence.v1.CancelMeetingRequest;
import dev.drumbeat.proto.cadence.v1.CompleteCommitmentRequest;
import dev.drumbeat.proto.cadence.v1.ExportFormat;
import dev.drumbeat.proto.cadence.v1.GetMeetingRequest;
import dev.drumbeat.proto.cadence.v1.ItemKind;
import dev.drumbeat.proto.cadence.v1.ItemState;
import dev.drumbeat.proto.cadence.v1.ListMyWeekRequest;
import dev.drumbeat.proto.cadence.v1.ListMyWeekResponse;
import dev.drumbeat.proto.cadence.v1.Meeting;
import dev.drumbeat.proto.cadence.v1.MeetingState;
import dev.drumbeat.proto.cadence.v1.Minutes;
import dev.drumbeat.proto.cadence.v1.MoveMeetingRequest;
import dev.drumbeat.proto.cadence.v1.PartnershipCadence;
import dev.drumbeat.proto.cadence.v1.SelectItemRequest;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What two companies live through with their weekly sync. */
class MeetingStoryTest extends SyncStory {
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
                .contains(
                        "## Entscheidungen",
                        "Second shift until Christmas",
                        "26.11.2026: Send the shift plan",
                        "KPI otd: 88,0 %, Ziel 95,0 % · rot · 2026-W47")
                .contains(minutes.getFingerprint());
        assertThat(export(ExportFormat.EXPORT_FORMAT_CSV, "en"))
                .contains("decision,,Second shift until Christmas,,Capacity,")
                .contains("commitment,,Send the shift plan,,,acme-partner-ops,Partner of acme,2026-11-26,OPEN");

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

    private static Tuple tuple(ItemKind kind, String title) {
        return Tuple.tuple(kind, title);
    }
}
