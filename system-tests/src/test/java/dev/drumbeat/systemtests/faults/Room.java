package dev.drumbeat.systemtests.faults;

import com.google.protobuf.Timestamp;
import dev.drumbeat.launcher.House;
import dev.drumbeat.platform.grpc.CallPolicy;
import dev.drumbeat.platform.grpc.Channels;
import dev.drumbeat.platform.grpc.IdentityClientInterceptor;
import dev.drumbeat.platform.identity.IdentityMinter;
import dev.drumbeat.platform.identity.SigningKey;
import dev.drumbeat.proto.cadence.v1.AddDecisionRequest;
import dev.drumbeat.proto.cadence.v1.AttendMeetingRequest;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc.CadenceServiceBlockingStub;
import dev.drumbeat.proto.cadence.v1.CreateSeriesRequest;
import dev.drumbeat.proto.cadence.v1.Decision;
import dev.drumbeat.proto.cadence.v1.EndMeetingRequest;
import dev.drumbeat.proto.cadence.v1.GetMeetingRequest;
import dev.drumbeat.proto.cadence.v1.GetMinutesRequest;
import dev.drumbeat.proto.cadence.v1.ListMeetingsRequest;
import dev.drumbeat.proto.cadence.v1.Meeting;
import dev.drumbeat.proto.cadence.v1.MeetingState;
import dev.drumbeat.proto.cadence.v1.Schedule;
import dev.drumbeat.proto.cadence.v1.SeriesKind;
import dev.drumbeat.proto.cadence.v1.StartMeetingRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import io.grpc.ManagedChannel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One company's place at the table: reaches cadence directly with the gateway's own key, and asks again while nobody answers. */
final class Room implements AutoCloseable {
    private final ManagedChannel channel;
    private final String partnership;
    private final String seat;
    private final Clock clock;

    Room(House house, Partnership partnership, Seat seat, Clock clock) {
        IdentityMinter minter = new IdentityMinter(SigningKey.read(house.keys().resolve("gateway.private.jwk")), clock);
        this.channel = Channels.open(
                "dns:///127.0.0.1:" + house.port("cadence"),
                CallPolicy.of("none"),
                new IdentityClientInterceptor(() -> minter.token("people/" + partnership.person(seat))));
        this.partnership = "partnerships/" + partnership.slug();
        this.seat = seat.name();
        this.clock = clock;
    }

    String seat() {
        return seat;
    }

    /** A single meeting that can be started now. */
    String meetingSoon(String series) {
        Instant start = clock.instant().plus(5, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);
        CreateSeriesRequest creation = CreateSeriesRequest.newBuilder()
                .setPartnership(partnership)
                .setKind(SeriesKind.SERIES_KIND_OTHER)
                .setDisplayName(series)
                .setSchedule(Schedule.newBuilder()
                        .setStart(LocalDateTime.ofInstant(start, ZoneOffset.UTC).toString())
                        .setTimeZone("UTC")
                        .setDurationMinutes(60))
                .setRequestId(id())
                .build();
        insist("a series is made", () -> ask().createSeries(creation));
        ListMeetingsRequest question = ListMeetingsRequest.newBuilder()
                .setPartnership(partnership)
                .setFrom(Timestamp.newBuilder().setSeconds(start.getEpochSecond()))
                .setTo(Timestamp.newBuilder().setSeconds(start.getEpochSecond() + 1))
                .build();
        return insist("meetings are listed", () -> ask().listMeetings(question)).getMeetingsList().stream()
                .filter(meeting -> meeting.getSeriesDisplayName().equals(series))
                .findFirst()
                .orElseThrow()
                .getName();
    }

    void start(String meeting) {
        StartMeetingRequest request = StartMeetingRequest.newBuilder()
                .setName(meeting)
                .setRequestId(id())
                .build();
        insist("a meeting starts", () -> ask().startMeeting(request));
    }

    void attend(String meeting) {
        AttendMeetingRequest request = AttendMeetingRequest.newBuilder()
                .setName(meeting)
                .setRequestId(id())
                .build();
        insist("somebody attends", () -> ask().attendMeeting(request));
    }

    /** Five times at once. */
    void decide(String meeting, String words) throws InterruptedException {
        AddDecisionRequest request = AddDecisionRequest.newBuilder()
                .setMeeting(meeting)
                .setWhat(words)
                .setRequestId(words.replace(' ', '-'))
                .build();
        Insistent.fiveAtOnce("a decision", () -> ask().addDecision(request));
    }

    void end(String meeting) {
        EndMeetingRequest request = EndMeetingRequest.newBuilder()
                .setName(meeting)
                .setUnresolvedReason("Things broke")
                .setRequestId(id())
                .build();
        insist("a meeting ends", () -> ask().endMeeting(request));
    }

    Meeting meeting(String name) {
        GetMeetingRequest request = GetMeetingRequest.newBuilder().setName(name).build();
        return insist("a meeting is read", () -> ask().getMeeting(request));
    }

    boolean isMissed(String meeting) {
        return meeting(meeting).getState() == MeetingState.MEETING_STATE_MISSED;
    }

    /** What the minutes of a meeting that is over say was decided. */
    List<String> decided(String meeting) {
        GetMinutesRequest request =
                GetMinutesRequest.newBuilder().setName(meeting).build();
        return insist("minutes are read", () -> ask().getMinutes(request)).getMeeting().getDecisionsList().stream()
                .map(Decision::getWhat)
                .toList();
    }

    /** How often the trail says that it was missed. */
    long missed(String meeting) {
        ListAuditEventsRequest request = ListAuditEventsRequest.newBuilder()
                .setPartnership(partnership)
                .setSubject(meeting)
                .setPageSize(100)
                .build();
        return insist("the trail is read", () -> ask().listAuditEvents(request)).getAuditEventsList().stream()
                .filter(event -> event.getAction().equals("meeting.missed"))
                .count();
    }

    private static <T> T insist(String what, Supplier<T> wish) {
        return Patience.until(what, wish);
    }

    private CadenceServiceBlockingStub ask() {
        return CadenceServiceGrpc.newBlockingStub(channel).withDeadlineAfter(3, TimeUnit.SECONDS);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
