package dev.drumbeat.cadence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.drumbeat.cadence.process.House;
import dev.drumbeat.platform.process.SmtpServer;
import dev.drumbeat.proto.cadence.v1.AttendMeetingRequest;
import dev.drumbeat.proto.cadence.v1.EndMeetingRequest;
import dev.drumbeat.proto.cadence.v1.ListMailRequest;
import dev.drumbeat.proto.cadence.v1.MailState;
import dev.drumbeat.proto.cadence.v1.MeetingState;
import dev.drumbeat.proto.cadence.v1.StartMeetingRequest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A whole service and a real SMTP server that is away while both companies meet. */
class RealMailServerTest {
    private static final String SYNC = "partnerships/acme/meetings/ops-sync-20261124t0800z";

    private final GreenMail inbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void stop() {
        inbox.stop();
    }

    @Test
    void a_meeting_is_held_while_the_server_is_away_and_everything_arrives_once_when_it_is_back() throws Exception {
        inbox.start();
        int port = inbox.getSmtp().getPort();
        inbox.stop();
        try (House house = new House(server(port));
                House replica = house.replica(server(port))) {
            house.writeMail.compare();
            assertThat(house.deliverMail.deliver()).isZero();
            hold(house);
            house.writeMail.compare();
            replica.writeMail.compare();
            replica.deliverMail.deliver();

            GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            back.start();
            try {
                house.clock.advance(Duration.ofHours(1));
                house.deliverMail.deliver();
                replica.deliverMail.deliver();
                house.deliverMail.deliver();

                MimeMessage[] arrived = back.getReceivedMessages();
                // Two series to two people each, a digest to the four who are no viewers, minutes of the sync to the
                // two OPS.
                assertThat(arrived).hasSize(10);
                assertThat(Arrays.stream(arrived).map(RealMailServerTest::id)).doesNotHaveDuplicates();
                assertThat(Arrays.stream(arrived).map(RealMailServerTest::subject))
                        .filteredOn("Minutes: Weekly ops sync, Partnership acme"::equals)
                        .hasSize(2);
                assertThat(house.as("owner-ops")
                                .listMail(ListMailRequest.getDefaultInstance())
                                .getMailList())
                        .hasSize(3)
                        .allMatch(mail -> mail.getState() == MailState.MAIL_STATE_SENT);
            } finally {
                back.stop();
            }
        }
    }

    private static void hold(House house) {
        house.clock.set(Instant.parse("2026-11-24T08:00:00Z"));
        house.as("owner-ops")
                .startMeeting(StartMeetingRequest.newBuilder()
                        .setName(SYNC)
                        .setRequestId(requestId())
                        .build());
        house.as("partner-ops")
                .attendMeeting(AttendMeetingRequest.newBuilder()
                        .setName(SYNC)
                        .setRequestId(requestId())
                        .build());
        assertThat(house.as("owner-ops")
                        .endMeeting(EndMeetingRequest.newBuilder()
                                .setName(SYNC)
                                .setRequestId(requestId())
                                .build())
                        .getState())
                .isEqualTo(MeetingState.MEETING_STATE_HELD);
    }

    private static SmtpServer server(int port) {
        return new SmtpServer("127.0.0.1", port, "", "", "drumbeat@example.com", "never");
    }

    private static String requestId() {
        return UUID.randomUUID().toString();
    }

    private static List<String> header(MimeMessage message, String name) {
        try {
            return List.of(message.getHeader(name));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(MimeMessage message) {
        return header(message, "Message-ID").getFirst();
    }

    private static String subject(MimeMessage message) {
        return header(message, "Subject").getFirst();
    }
}
