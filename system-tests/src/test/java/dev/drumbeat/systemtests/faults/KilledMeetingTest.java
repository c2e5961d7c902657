package dev.drumbeat.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.drumbeat.launcher.House;
import dev.drumbeat.platform.clock.MovableClock;
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
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.World;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cadence, and then the store, is killed without warning while two companies take notes in one meeting. What was confirmed is in
 * the minutes once, and the meeting goes on. A meeting that nobody starts is missed once, whatever is killed around it.
 */
class KilledMeetingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> VICTIMS = List.of("cadence", "store", "cadence");

    @TempDir
    Path directory;

    @Test
    void a_meeting_goes_on_and_nothing_confirmed_is_lost_and_one_that_nobody_starts_is_missed_once()
            throws IOException {
        Path clockFile = directory.resolve("clock");
        Clock clock = MovableClock.over(Clock.systemUTC(), clockFile.toString());
        try (TestHouse testHouse =
                TestHouse.start("meeting-faults", Map.of(MovableClock.SETTING, clockFile.toString()))) {
            House house = testHouse.house();
            Partnership alder = World.create(testHouse.api()).alder();
            try (Room owner = new Room(house, alder, Seat.OWNER_OPS, clock);
                    Room partner = new Room(house, alder, Seat.PARTNER_OPS, clock)) {
                String meeting = owner.meetingSoon("Kill test");
                owner.ask(30)
                        .startMeeting(StartMeetingRequest.newBuilder()
                                .setName(meeting)
                                .setRequestId(id())
                                .build());
                partner.ask(30)
                        .attendMeeting(AttendMeetingRequest.newBuilder()
                                .setName(meeting)
                                .setRequestId(id())
                                .build());
                owner.takeNotes(meeting);
                partner.takeNotes(meeting);
                for (String victim : VICTIMS) {
                    int before = owner.confirmed.size();
                    int beforeOfPartner = partner.confirmed.size();
                    Awaitility.await("both companies get notes confirmed")
                            .atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(5))
                            .until(() -> owner.confirmed.size() > before + 3
                                    && partner.confirmed.size() > beforeOfPartner + 3);
                    house.kill9(victim);
                    house.start(victim);
                    house.awaitReady(victim, PATIENCE);
                }
                owner.stop();
                partner.stop();
                house.awaitReady(PATIENCE);

                Meeting going = owner.ask(30)
                        .getMeeting(
                                GetMeetingRequest.newBuilder().setName(meeting).build());
                assertThat(going.getState()).isEqualTo(MeetingState.MEETING_STATE_IN_PROGRESS);
                assertThat(going.getBothSidesPresent()).isTrue();
                owner.ask(30)
                        .endMeeting(EndMeetingRequest.newBuilder()
                                .setName(meeting)
                                .setUnresolvedReason("The processes were killed")
                                .setRequestId(id())
                                .build());
                List<String> decided = partner
                        .ask(30)
                        .getMinutes(
                                GetMinutesRequest.newBuilder().setName(meeting).build())
                        .getMeeting()
                        .getDecisionsList()
                        .stream()
                        .map(Decision::getWhat)
                        .toList();
                assertThat(decided).doesNotHaveDuplicates();
                assertThat(decided)
                        .containsAll(
                                Stream.concat(owner.confirmed.keySet().stream(), partner.confirmed.keySet().stream())
                                        .toList());

                String first = owner.meetingSoon("Nobody comes");
                Files.writeString(clockFile, "PT3H");
                killAndStart(house);
                owner.awaitMissed(first);
                killAndStart(house);
                // Another one is missed by the process that came after: it has judged, and judged the first no second
                // time.
                String second = owner.meetingSoon("Nobody comes either");
                Files.writeString(clockFile, "PT6H");
                owner.awaitMissed(second);
                assertThat(owner.missed(first)).isEqualTo(1);
                assertThat(owner.missed(second)).isEqualTo(1);
            }
        }
    }

    private static void killAndStart(House house) {
        house.kill9("cadence");
        house.start("cadence");
        house.awaitReady("cadence", PATIENCE);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** One company's place at the table: reaches cadence directly with the gateway's own key. */
    private static final class Room implements AutoCloseable {
        /** As many as a meeting holds, shared by two. */
        private static final int AT_MOST = 95;

        private final ManagedChannel channel;
        private final String partnership;
        private final String seat;
        private final Clock clock;
        private final Map<String, Boolean> confirmed = new ConcurrentHashMap<>();
        private volatile boolean open = true;
        private Thread writer = new Thread();

        private Room(House house, Partnership partnership, Seat seat, Clock clock) {
            IdentityMinter minter =
                    new IdentityMinter(SigningKey.read(house.keys().resolve("gateway.private.jwk")), clock);
            this.channel = ManagedChannelBuilder.forAddress("127.0.0.1", house.port("cadence"))
                    .usePlaintext()
                    .intercept(new IdentityClientInterceptor(() -> minter.token("people/" + partnership.person(seat))))
                    .build();
            this.partnership = "partnerships/" + partnership.slug();
            this.seat = seat.name();
            this.clock = clock;
        }

        private CadenceServiceBlockingStub ask(int seconds) {
            return CadenceServiceGrpc.newBlockingStub(channel)
                    .withWaitForReady()
                    .withDeadlineAfter(seconds, TimeUnit.SECONDS);
        }

        /** A single meeting that can be started now. */
        private String meetingSoon(String series) {
            Instant start = clock.instant().plus(5, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);
            ask(30).createSeries(CreateSeriesRequest.newBuilder()
                    .setPartnership(partnership)
                    .setKind(SeriesKind.SERIES_KIND_OTHER)
                    .setDisplayName(series)
                    .setSchedule(Schedule.newBuilder()
                            .setStart(LocalDateTime.ofInstant(start, ZoneOffset.UTC)
                                    .toString())
                            .setTimeZone("UTC")
                            .setDurationMinutes(60))
                    .setRequestId(id())
                    .build());
            return ask(30)
                    .listMeetings(ListMeetingsRequest.newBuilder()
                            .setPartnership(partnership)
                            .setFrom(Timestamp.newBuilder().setSeconds(start.getEpochSecond()))
                            .setTo(Timestamp.newBuilder().setSeconds(start.getEpochSecond() + 1))
                            .build())
                    .getMeetingsList()
                    .stream()
                    .filter(meeting -> meeting.getSeriesDisplayName().equals(series))
                    .findFirst()
                    .orElseThrow()
                    .getName();
        }

        private void awaitMissed(String meeting) {
            Awaitility.await("missed by itself")
                    .atMost(PATIENCE)
                    .ignoreExceptionsMatching(StatusRuntimeException.class::isInstance)
                    .until(() -> ask(5).getMeeting(GetMeetingRequest.newBuilder()
                                            .setName(meeting)
                                            .build())
                                    .getState()
                            == MeetingState.MEETING_STATE_MISSED);
        }

        /** How often the trail says that it was missed. */
        private long missed(String meeting) {
            return ask(30)
                    .listAuditEvents(ListAuditEventsRequest.newBuilder()
                            .setPartnership(partnership)
                            .setSubject(meeting)
                            .setPageSize(100)
                            .build())
                    .getAuditEventsList()
                    .stream()
                    .filter(event -> event.getAction().equals("meeting.missed"))
                    .count();
        }

        /** Takes decisions until told to stop; one that was not confirmed is asked for again with the same request id. */
        private void takeNotes(String meeting) {
            writer = Thread.ofVirtual().start(() -> {
                for (int i = 0; open && i < AT_MOST; ) {
                    String words = seat + " decides " + i;
                    AddDecisionRequest request = AddDecisionRequest.newBuilder()
                            .setMeeting(meeting)
                            .setWhat(words)
                            .setRequestId("decision-" + seat + "-" + i)
                            .build();
                    try {
                        CadenceServiceGrpc.newBlockingStub(channel)
                                .withDeadlineAfter(3, TimeUnit.SECONDS)
                                .addDecision(request);
                        confirmed.put(words, true);
                        i++;
                        pause(100);
                    } catch (StatusRuntimeException e) {
                        pause(100);
                    }
                }
            });
        }

        /** A person takes a moment between two notes. */
        private static void pause(long millis) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        }

        private void stop() {
            open = false;
            try {
                writer.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            stop();
            channel.shutdownNow();
        }
    }
}
