package dev.drumbeat.cadence;

import dev.drumbeat.cadence.process.House;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.cadence.v1.AddItemRequest;
import dev.drumbeat.proto.cadence.v1.AgendaItem;
import dev.drumbeat.proto.cadence.v1.AttendMeetingRequest;
import dev.drumbeat.proto.cadence.v1.BatchGetCadenceRequest;
import dev.drumbeat.proto.cadence.v1.CloseItemRequest;
import dev.drumbeat.proto.cadence.v1.EndMeetingRequest;
import dev.drumbeat.proto.cadence.v1.ExportFormat;
import dev.drumbeat.proto.cadence.v1.ExportMinutesRequest;
import dev.drumbeat.proto.cadence.v1.GetMeetingRequest;
import dev.drumbeat.proto.cadence.v1.GetMinutesRequest;
import dev.drumbeat.proto.cadence.v1.ItemState;
import dev.drumbeat.proto.cadence.v1.ListMeetingsRequest;
import dev.drumbeat.proto.cadence.v1.Meeting;
import dev.drumbeat.proto.cadence.v1.Minutes;
import dev.drumbeat.proto.cadence.v1.PartnershipCadence;
import dev.drumbeat.proto.cadence.v1.StartMeetingRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The next weekly sync of a partnership, and what its people do with it. */
abstract class SyncStory {
    static final Instant TUESDAY_NINE = Instant.parse("2026-11-24T08:00:00Z");

    final House house = new House();
    String sync = "";

    @BeforeEach
    void findTheSync() {
        sync = list("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z").getFirst().getName();
    }

    @AfterEach
    void close() {
        house.close();
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    Meeting get(String seat) {
        return house.as(seat)
                .getMeeting(GetMeetingRequest.newBuilder().setName(sync).build());
    }

    Minutes minutes() {
        return house.as("owner-viewer")
                .getMinutes(GetMinutesRequest.newBuilder().setName(sync).build());
    }

    String export(ExportFormat format, String language) {
        return house.as("owner-viewer")
                .exportMinutes(ExportMinutesRequest.newBuilder()
                        .setName(sync)
                        .setFormat(format)
                        .setLanguage(language)
                        .build())
                .getContent();
    }

    Meeting start(String seat) {
        if (house.clock.instant().isBefore(TUESDAY_NINE)) {
            house.clock.set(TUESDAY_NINE);
        }
        return house.as(seat)
                .startMeeting(StartMeetingRequest.newBuilder()
                        .setName(sync)
                        .setRequestId(id())
                        .build());
    }

    Meeting attend(String seat) {
        return house.as(seat)
                .attendMeeting(AttendMeetingRequest.newBuilder()
                        .setName(sync)
                        .setRequestId(id())
                        .build());
    }

    Meeting add(String seat, String title) {
        return house.as(seat)
                .addItem(AddItemRequest.newBuilder()
                        .setMeeting(sync)
                        .setTitle(title)
                        .setRequestId(id())
                        .build());
    }

    Meeting close(String seat, String title, ItemState state, String reason) {
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

    Meeting end(String seat, String reason) {
        return house.as(seat)
                .endMeeting(EndMeetingRequest.newBuilder()
                        .setName(sync)
                        .setUnresolvedReason(reason)
                        .setRequestId(id())
                        .build());
    }

    PartnershipCadence cadence() {
        return house.as("owner-viewer")
                .batchGetCadence(BatchGetCadenceRequest.newBuilder()
                        .addPartnerships(House.PARTNERSHIP)
                        .addPartnerships("partnerships/none")
                        .build())
                .getCadences(0);
    }

    List<Meeting> list(String from, String to) {
        return house.as("owner-viewer")
                .listMeetings(ListMeetingsRequest.newBuilder()
                        .setPartnership(House.PARTNERSHIP)
                        .setFrom(Wire.timestamp(Instant.parse(from)))
                        .setTo(Wire.timestamp(Instant.parse(to)))
                        .build())
                .getMeetingsList();
    }

    static AgendaItem item(Meeting meeting, String title) {
        return meeting.getItemsList().stream()
                .filter(item -> item.getTitle().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
