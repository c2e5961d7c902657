package dev.drumbeat.cadence;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.cadence.process.House;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.cadence.v1.BatchGetCadenceRequest;
import dev.drumbeat.proto.cadence.v1.CadenceHealth;
import dev.drumbeat.proto.cadence.v1.CreateSeriesRequest;
import dev.drumbeat.proto.cadence.v1.Decision;
import dev.drumbeat.proto.cadence.v1.EndSeriesRequest;
import dev.drumbeat.proto.cadence.v1.GetMinutesRequest;
import dev.drumbeat.proto.cadence.v1.ListMeetingsRequest;
import dev.drumbeat.proto.cadence.v1.ListSeriesRequest;
import dev.drumbeat.proto.cadence.v1.Meeting;
import dev.drumbeat.proto.cadence.v1.MeetingState;
import dev.drumbeat.proto.cadence.v1.PatternKind;
import dev.drumbeat.proto.cadence.v1.PreviewScheduleRequest;
import dev.drumbeat.proto.cadence.v1.RecordPastMeetingRequest;
import dev.drumbeat.proto.cadence.v1.RecurrencePattern;
import dev.drumbeat.proto.cadence.v1.Schedule;
import dev.drumbeat.proto.cadence.v1.Series;
import dev.drumbeat.proto.cadence.v1.SeriesKind;
import dev.drumbeat.proto.cadence.v1.UpdateSeriesRequest;
import dev.drumbeat.proto.cadence.v1.Weekday;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Series as two companies keep them. */
class SeriesStoryTest {
    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_partnership_starts_with_two_series_and_never_gets_a_third_by_itself() {
        try (House replica = house.replica()) {
            house.defaults.reconcile();
            replica.defaults.reconcile();
        }
        assertThat(series())
                .extracting(
                        Series::getKind, each -> each.getSchedule().getPattern().getKind())
                .containsExactly(
                        Tuple.tuple(SeriesKind.SERIES_KIND_OPS_SYNC, PatternKind.PATTERN_KIND_WEEKLY),
                        Tuple.tuple(
                                SeriesKind.SERIES_KIND_LEADERSHIP_REVIEW, PatternKind.PATTERN_KIND_MONTHLY_BY_WEEKDAY));
        Series ended = series().getFirst();
        house.as("owner-ops")
                .endSeries(EndSeriesRequest.newBuilder()
                        .setName(ended.getName())
                        .setRevision(ended.getRevision())
                        .setReason("We meet on site")
                        .setRequestId(id())
                        .build());
        house.defaults.reconcile();
        assertThat(series()).hasSize(2);
        assertThat(meetings("2026-11-23T00:00:00Z", "2026-12-01T00:00:00Z")).isEmpty();
    }

    @Test
    void a_changed_schedule_leaves_the_past_as_it_was_planned() {
        house.clock.set(Instant.parse("2026-12-02T12:00:00Z"));
        Series sync = series().getFirst();
        house.as("owner-ops")
                .updateSeries(UpdateSeriesRequest.newBuilder()
                        .setName(sync.getName())
                        .setRevision(sync.getRevision())
                        .setDisplayName("Weekly ops sync")
                        .setSchedule(Schedule.newBuilder()
                                .setPattern(RecurrencePattern.newBuilder()
                                        .setKind(PatternKind.PATTERN_KIND_WEEKLY)
                                        .addWeekdays(Weekday.WEEKDAY_FRIDAY))
                                .setStart("2026-11-01T10:00")
                                .setTimeZone("America/New_York")
                                .setDurationMinutes(30))
                        .setReason("Fridays suit both")
                        .setRequestId(id())
                        .build());
        assertThat(meetings("2026-11-23T00:00:00Z", "2026-12-13T00:00:00Z").stream()
                        .filter(meeting -> meeting.getKind() == SeriesKind.SERIES_KIND_OPS_SYNC)
                        .map(meeting -> Wire.instant(meeting.getStartsAt()).toString()))
                .containsExactly(
                        "2026-11-24T08:00:00Z", "2026-12-01T08:00:00Z", "2026-12-04T15:00:00Z", "2026-12-11T15:00:00Z");
        // The two that nobody held under the old schedule are missed all the same.
        assertThat(house.sweeping.judge()).isEqualTo(2);
    }

    @Test
    void a_schedule_can_be_tried_before_it_is_saved() {
        var preview = house.as("owner-viewer")
                .previewSchedule(PreviewScheduleRequest.newBuilder()
                        .setPartnership(House.PARTNERSHIP)
                        .setSchedule(Schedule.newBuilder()
                                .setRule("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2")
                                .setStart("2026-11-01T15:00")
                                .setTimeZone("Europe/Berlin")
                                .setDurationMinutes(60))
                        .setCount(2)
                        .build());
        assertThat(preview.getStartsList().stream()
                        .map(start -> Wire.instant(start).toString()))
                .containsExactly("2026-11-27T14:00:00Z", "2026-12-30T14:00:00Z");
        assertThat(preview.getSchedule().getPattern().getOrdinal()).isEqualTo(-2);
        assertThat(refusalOf(() -> house.as("owner-ops")
                                .createSeries(CreateSeriesRequest.newBuilder()
                                        .setPartnership(House.PARTNERSHIP)
                                        .setKind(SeriesKind.SERIES_KIND_OTHER)
                                        .setDisplayName("Audit")
                                        .setSchedule(Schedule.newBuilder()
                                                .setRule("FREQ=HOURLY")
                                                .setStart("2026-11-01T15:00")
                                                .setTimeZone("Europe/Berlin")
                                                .setDurationMinutes(60))
                                        .setRequestId(id())
                                        .build()))
                        .rule())
                .isEqualTo("rule.too_often");
    }

    @Test
    void history_from_before_counts_but_nobody_writes_a_missed_meeting_away() {
        String sync = series().getFirst().getName();
        for (int week = 1; week <= 12; week++) {
            past(sync, Instant.parse("2026-11-17T08:00:00Z").minus(Duration.ofDays(7L * (week - 1))), week);
        }
        CadenceHealth health = house.as("owner-viewer")
                .batchGetCadence(BatchGetCadenceRequest.newBuilder()
                        .addPartnerships(House.PARTNERSHIP)
                        .build())
                .getCadences(0)
                .getHealth();
        assertThat(health.getPlanned()).isEqualTo(12);
        assertThat(health.getMissed()).isEqualTo(2);
        assertThat(health.getStarving()).isTrue();
        Meeting held = meetings("2026-10-01T00:00:00Z", "2026-11-10T00:00:00Z").stream()
                .filter(meeting -> meeting.getState() == MeetingState.MEETING_STATE_HELD)
                .findFirst()
                .orElseThrow();
        assertThat(held.getRecordedAfterwards()).isTrue();
        assertThat(house.as("owner-viewer")
                        .getMinutes(GetMinutesRequest.newBuilder()
                                .setName(held.getName())
                                .build())
                        .getMeeting()
                        .getDecisions(0)
                        .getWhat())
                .isEqualTo("As before");

        house.clock.set(Instant.parse("2026-11-25T12:00:00Z"));
        house.sweeping.judge();
        assertThat(refusalOf(() -> past(sync, Instant.parse("2026-11-24T08:00:00Z"), 3))
                        .rule())
                .isEqualTo("past.known");
        assertThat(refusalOf(() -> past(sync, Instant.parse("2026-11-17T08:00:00Z"), 3))
                        .reason())
                .isEqualTo(Reason.ALREADY_EXISTS);
    }

    /** The newest two were missed. */
    private Meeting past(String series, Instant at, int week) {
        RecordPastMeetingRequest.Builder request = RecordPastMeetingRequest.newBuilder()
                .setSeries(series)
                .setStartedAt(Wire.timestamp(at))
                .setRequestId(id());
        if (week <= 2) {
            request.setState(MeetingState.MEETING_STATE_MISSED);
        } else {
            request.setState(MeetingState.MEETING_STATE_HELD)
                    .addAttendees("people/acme-owner-ops")
                    .addAttendees("people/acme-partner-ops")
                    .addDecisions(Decision.newBuilder().setWhat("As before"));
        }
        return house.as("owner-ops").recordPastMeeting(request.build());
    }

    private List<Series> series() {
        return house.as("owner-viewer")
                .listSeries(ListSeriesRequest.newBuilder()
                        .setPartnership(House.PARTNERSHIP)
                        .build())
                .getSeriesList();
    }

    private List<Meeting> meetings(String from, String to) {
        return house.as("owner-viewer")
                .listMeetings(ListMeetingsRequest.newBuilder()
                        .setPartnership(House.PARTNERSHIP)
                        .setFrom(Wire.timestamp(Instant.parse(from)))
                        .setTo(Wire.timestamp(Instant.parse(to)))
                        .build())
                .getMeetingsList();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
