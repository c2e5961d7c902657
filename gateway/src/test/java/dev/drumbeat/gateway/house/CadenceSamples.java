package dev.drumbeat.gateway.house;

import com.google.protobuf.Timestamp;
import dev.drumbeat.proto.cadence.v1.*;
import dev.drumbeat.proto.common.v1.Actor;
import dev.drumbeat.proto.common.v1.Side;
import java.time.Instant;

/** One of everything that {@link FakeCadence} knows, as every test finds it. */
final class CadenceSamples {
    static final Actor ANA = Actor.newBuilder()
            .setSubject("people/ana")
            .setDisplayName("ana")
            .setCompany("companies/acme")
            .setSide(Side.SIDE_OWNER)
            .build();
    static final CadencePerson PIA = CadencePerson.newBuilder()
            .setPerson("people/pia")
            .setDisplayName("pia")
            .setSide(Side.SIDE_PARTNER)
            .setCompanyDisplayName("Alpha parts")
            .build();

    private CadenceSamples() {}

    static Meeting meeting(String name) {
        String partnership = "partnerships/" + name.split("/")[1];
        return Meeting.newBuilder()
                .setName(name)
                .setSeries(partnership + "/series/ops-sync")
                .setSeriesDisplayName("Weekly sync")
                .setKind(SeriesKind.SERIES_KIND_OPS_SYNC)
                .setState(MeetingState.MEETING_STATE_IN_PROGRESS)
                .setStartsAt(timestamp("2026-11-24T08:00:00Z"))
                .setEndsAt(timestamp("2026-11-24T08:45:00Z"))
                .setTimeZone("Europe/Berlin")
                .addAttendances(Attendance.newBuilder().setPerson(PIA).setJoinedAt(timestamp("2026-11-24T08:00:10Z")))
                .addItems(AgendaItem.newBuilder()
                        .setItemId("i1")
                        .setKind(ItemKind.ITEM_KIND_UNOWNED_RED)
                        .setSubject(partnership + "/kpis/training")
                        .setTitle("Training")
                        .setFacts(AgendaFacts.newBuilder()
                                .setKpi(partnership + "/kpis/training")
                                .setAction(partnership + "/actions/training-2026-09")
                                .setActionNumber(7)
                                .setValue("90.35")
                                .setUnit("PERCENT")
                                .setDecimals(2)
                                .setOwner(PIA))
                        .setState(ItemState.ITEM_STATE_OPEN)
                        .setPlannedSeconds(300)
                        .setLive(true)
                        .setRevision(1))
                .addItems(AgendaItem.newBuilder()
                        .setItemId("i2")
                        .setKind(ItemKind.ITEM_KIND_ADDED)
                        .setTitle("New line")
                        .setState(ItemState.ITEM_STATE_OPEN)
                        .setAddedBy(ANA)
                        .setRevision(1))
                .setCurrentItemId("i1")
                .setCurrentSince(timestamp("2026-11-24T08:01:00Z"))
                .addMissingParts(MissingPart.newBuilder().setPart(AgendaPart.AGENDA_PART_INCENTIVES))
                .addDecisions(Decision.newBuilder()
                        .setDecisionId("d1")
                        .setWhat("Dual source")
                        .addDecidedBy(PIA)
                        .setRecordedBy(ANA)
                        .setRecordedAt(timestamp("2026-11-24T08:10:00Z")))
                .addCommitments(commitment(partnership + "/commitments/c1"))
                .addCallerMay("EndMeeting")
                .addCallerMay("SelectItem")
                .addCallerMay("TeleportMeeting")
                .setRevision(4)
                .build();
    }

    static Commitment commitment(String name) {
        return Commitment.newBuilder()
                .setName(name)
                .setText("Send samples")
                .setOwner(PIA)
                .setDueDate("2026-12-01")
                .setState(CommitmentState.COMMITMENT_STATE_OPEN)
                .setTakenBy(ANA)
                .setRevision(1)
                .build();
    }

    static Series series(String name) {
        return Series.newBuilder()
                .setName(name)
                .setKind(SeriesKind.SERIES_KIND_OPS_SYNC)
                .setDisplayName("Weekly sync")
                .setSchedule(Schedule.newBuilder()
                        .setRule("FREQ=WEEKLY;BYDAY=TU")
                        .setPattern(RecurrencePattern.newBuilder()
                                .setKind(PatternKind.PATTERN_KIND_WEEKLY)
                                .addWeekdays(Weekday.WEEKDAY_TUESDAY))
                        .setStart("2026-11-24T09:00")
                        .setTimeZone("Europe/Berlin")
                        .setDurationMinutes(45))
                .setByDefault(true)
                .setRevision(2)
                .build();
    }

    static CalendarFeed feed() {
        return CalendarFeed.newBuilder()
                .setName("calendarFeeds/f1")
                .setDisplayName("Phone")
                .setCreatedAt(timestamp("2026-11-22T10:00:00Z"))
                .setExpiresAt(timestamp("2027-02-20T10:00:00Z"))
                .build();
    }

    static Timestamp timestamp(String moment) {
        return Timestamp.newBuilder()
                .setSeconds(Instant.parse(moment).getEpochSecond())
                .build();
    }
}
