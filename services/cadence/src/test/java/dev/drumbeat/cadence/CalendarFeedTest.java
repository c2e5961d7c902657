package dev.drumbeat.cadence;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import dev.drumbeat.cadence.process.House;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.cadence.v1.CancelMeetingRequest;
import dev.drumbeat.proto.cadence.v1.CreateCalendarFeedRequest;
import dev.drumbeat.proto.cadence.v1.CreateCalendarFeedResponse;
import dev.drumbeat.proto.cadence.v1.ListCalendarFeedsRequest;
import dev.drumbeat.proto.cadence.v1.MoveMeetingRequest;
import dev.drumbeat.proto.cadence.v1.ReadCalendarFeedRequest;
import dev.drumbeat.proto.cadence.v1.RevokeCalendarFeedRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person's calendar program reads, as another library than the one that wrote it understands it. */
class CalendarFeedTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void an_independent_parser_finds_every_meeting_at_its_local_time_across_daylight_saving() {
        ICalendar calendar = parse(read(create("owner-ops").getSecret()));

        assertThat(calendar.validate(calendar.getVersion()).isEmpty()).isTrue();
        List<VEvent> events = calendar.getEvents();
        // Half a year of Tuesdays from 24 November on; the owner's OPS is not expected at the leadership review.
        assertThat(events).hasSize(26);
        assertThat(events).allSatisfy(event -> {
            Instant start = event.getDateStart().getValue().toInstant();
            assertThat(start.atZone(BERLIN).toLocalTime()).isEqualTo(LocalTime.of(9, 0));
            assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(start.plus(Duration.ofMinutes(45)));
            assertThat(event.getSummary().getValue()).isEqualTo("Partnership acme: Weekly ops sync");
        });
        assertThat(events.stream().map(event -> event.getUid().getValue())).doesNotHaveDuplicates();
        // Both sides of the change of clocks on 28 March 2027.
        assertThat(events.stream().map(event -> event.getDateStart().getValue().toInstant()))
                .contains(Instant.parse("2027-03-23T08:00:00Z"), Instant.parse("2027-03-30T07:00:00Z"));
    }

    @Test
    void a_moved_meeting_stays_the_same_event_and_a_cancelled_one_says_so() {
        String secret = create("owner-ops").getSecret();
        String uid = parse(read(secret)).getEvents().getFirst().getUid().getValue();
        String meeting = "partnerships/acme/meetings/ops-sync-20261124t0800z";
        house.as("owner-ops")
                .moveMeeting(MoveMeetingRequest.newBuilder()
                        .setName(meeting)
                        .setStart("2026-11-25T11:00")
                        .setReason("Travel")
                        .setRequestId(id())
                        .build());
        VEvent moved = parse(read(secret)).getEvents().getFirst();
        assertThat(moved.getUid().getValue()).isEqualTo(uid);
        assertThat(moved.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2026-11-25T10:00:00Z"));
        assertThat(moved.getSequence().getValue()).isEqualTo(1);

        house.as("owner-ops")
                .cancelMeeting(CancelMeetingRequest.newBuilder()
                        .setName(meeting)
                        .setRevision(2)
                        .setReason("Illness")
                        .setRequestId(id())
                        .build());
        VEvent cancelled = parse(read(secret)).getEvents().getFirst();
        assertThat(cancelled.getStatus()).isEqualTo(Status.cancelled());
        assertThat(cancelled.getSequence().getValue()).isEqualTo(2);
    }

    @Test
    void an_address_works_until_it_is_revoked_expires_or_its_person_leaves() {
        CreateCalendarFeedResponse revoked = create("owner-ops");
        house.as("owner-ops")
                .revokeCalendarFeed(RevokeCalendarFeedRequest.newBuilder()
                        .setName(revoked.getCalendarFeed().getName())
                        .setRequestId(id())
                        .build());
        assertUnknown(revoked.getSecret());

        CreateCalendarFeedResponse old = create("owner-ops");
        house.clock.advance(Duration.ofDays(90).minusSeconds(1));
        assertThat(read(old.getSecret())).contains("BEGIN:VCALENDAR");
        house.clock.advance(Duration.ofSeconds(1));
        assertUnknown(old.getSecret());

        CreateCalendarFeedResponse orphan = create("partner-ops");
        house.directory.remove("people/acme-partner-ops");
        assertUnknown(orphan.getSecret());
        assertUnknown("guessed");
    }

    @Test
    void feeds_are_private_and_secrets_are_shown_once() {
        CreateCalendarFeedRequest request = CreateCalendarFeedRequest.newBuilder()
                .setDisplayName("Phone")
                .setRequestId(id())
                .build();
        CreateCalendarFeedResponse made = house.as("owner-ops").createCalendarFeed(request);
        assertThat(made.getSecret()).hasSizeGreaterThan(40);
        assertThat(house.as("owner-ops").createCalendarFeed(request).getSecret())
                .isEmpty();
        assertThat(house.as("owner-ops")
                        .listCalendarFeeds(ListCalendarFeedsRequest.getDefaultInstance())
                        .getCalendarFeedsList())
                .hasSize(1);
        assertThat(house.as("partner-ops")
                        .listCalendarFeeds(ListCalendarFeedsRequest.getDefaultInstance())
                        .getCalendarFeedsList())
                .isEmpty();
        assertThat(refusalOf(() -> house.as("partner-ops")
                                .revokeCalendarFeed(RevokeCalendarFeedRequest.newBuilder()
                                        .setName(made.getCalendarFeed().getName())
                                        .setRequestId(id())
                                        .build()))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(refusalOf(() -> house.as("owner-ops")
                                .readCalendarFeed(ReadCalendarFeedRequest.newBuilder()
                                        .setSecret(made.getSecret())
                                        .build()))
                        .reason())
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    private void assertUnknown(String secret) {
        assertThat(refusalOf(() -> read(secret)).rule()).isEqualTo("calendar_feed.unknown");
    }

    private CreateCalendarFeedResponse create(String seat) {
        return house.as(seat)
                .createCalendarFeed(CreateCalendarFeedRequest.newBuilder()
                        .setDisplayName("Phone")
                        .setRequestId(id())
                        .build());
    }

    private String read(String secret) {
        return house.asSubject("services/gateway")
                .readCalendarFeed(
                        ReadCalendarFeedRequest.newBuilder().setSecret(secret).build())
                .getCalendar();
    }

    private static ICalendar parse(String text) {
        return Biweekly.parse(text).first();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
