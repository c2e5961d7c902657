package dev.drumbeat.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.cadence.agenda.Part;
import dev.drumbeat.cadence.process.House;
import dev.drumbeat.platform.domain.MailServer.Outcome;
import dev.drumbeat.proto.cadence.v1.AttendMeetingRequest;
import dev.drumbeat.proto.cadence.v1.EndMeetingRequest;
import dev.drumbeat.proto.cadence.v1.ListMailRequest;
import dev.drumbeat.proto.cadence.v1.ListMailResponse;
import dev.drumbeat.proto.cadence.v1.Mail;
import dev.drumbeat.proto.cadence.v1.MailKind;
import dev.drumbeat.proto.cadence.v1.MailState;
import dev.drumbeat.proto.cadence.v1.MoveMeetingRequest;
import dev.drumbeat.proto.cadence.v1.StartMeetingRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets what, once, whatever the mail server does. */
class MailStoryTest {
    private static final String SYNC = "partnerships/acme/meetings/ops-sync-20261124t0800z";

    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void without_a_mail_server_everybody_sees_what_would_be_sent() {
        house.writeMail.compare();
        assertThat(house.deliverMail.deliver()).isZero();
        ListMailResponse mine = mine("owner-ops");
        assertThat(mine.getMailServerConfigured()).isFalse();
        assertThat(mine.getMailList()).allMatch(mail -> mail.getState() == MailState.MAIL_STATE_WOULD_BE_SENT);
        assertThat(mine.getMailList())
                .extracting(Mail::getSubject)
                .contains("Invitation: Weekly ops sync, Partnership acme", "This week: Partnership acme");
        assertThat(mine("owner-leader").getMailList())
                .extracting(Mail::getSubject)
                .contains("Invitation: Monthly leadership review, Partnership acme")
                .doesNotContain("Invitation: Weekly ops sync, Partnership acme");
        assertThat(mine("owner-viewer").getMailList()).isEmpty();
    }

    @Test
    void nothing_is_written_or_sent_twice() {
        house.mailServer.configured = true;
        try (House replica = house.replica()) {
            replica.mailServer.configured = true;
            house.writeMail.compare();
            replica.writeMail.compare();
            int sent = house.deliverMail.deliver() + replica.deliverMail.deliver() + house.deliverMail.deliver();
            // Two series to two people each, and a digest to the four who are no viewers: it is Monday, ten o'clock.
            assertThat(sent).isEqualTo(8);
            List<String> ids = new ArrayList<>(house.mailServer.sent);
            ids.addAll(replica.mailServer.sent);
            assertThat(ids).hasSize(8).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_failing_mail_server_is_tried_again_and_blocks_no_meeting() {
        house.mailServer.configured = true;
        house.mailServer.outcome = new Outcome.NotNow("down");
        house.writeMail.compare();
        assertThat(house.deliverMail.deliver()).isZero();
        hold();
        assertThat(mine("owner-ops").getMail(0).getState()).isEqualTo(MailState.MAIL_STATE_WAITING);
        house.writeMail.compare();
        house.mailServer.outcome = new Outcome.Taken();
        house.clock.advance(Duration.ofMinutes(1));
        assertThat(house.deliverMail.deliver()).isPositive();
        assertThat(mine("owner-ops").getMailList()).allMatch(mail -> mail.getState() == MailState.MAIL_STATE_SENT);
        assertThat(mine("owner-ops").getMailList())
                .filteredOn(mail -> mail.getKind() == MailKind.MAIL_KIND_MINUTES)
                .singleElement()
                .satisfies(mail -> assertThat(mail.getBody()).contains("# Weekly ops sync"));
    }

    @Test
    void a_mail_of_which_nobody_knows_whether_it_was_sent_is_not_sent_again() {
        house.mailServer.configured = true;
        house.mailServer.dying = true;
        house.writeMail.compare();
        try {
            house.deliverMail.deliver();
        } catch (IllegalStateException died) {
            assertThat(died).hasMessage("the process dies");
        }
        house.mailServer.dying = false;
        house.clock.advance(Duration.ofMinutes(6));
        house.deliverMail.deliver();
        assertThat(house.deliverMail.deliver()).isZero();
        List<Mail> all = house.as("owner-ops")
                .listMail(ListMailRequest.newBuilder()
                        .setPartnership(House.PARTNERSHIP)
                        .build())
                .getMailList();
        assertThat(all)
                .filteredOn(mail -> mail.getState() == MailState.MAIL_STATE_UNCERTAIN)
                .hasSize(1);
        assertThat(all)
                .filteredOn(mail -> mail.getState() == MailState.MAIL_STATE_SENT)
                .hasSize(7);
    }

    @Test
    void minutes_are_written_however_far_the_clock_went_meanwhile() {
        hold();
        house.clock.advance(Duration.ofDays(40));
        house.writeMail.compare();
        house.writeMail.compare();
        for (String seat : List.of("owner-ops", "partner-ops")) {
            assertThat(mine(seat).getMailList())
                    .filteredOn(mail -> mail.getKind() == MailKind.MAIL_KIND_MINUTES)
                    .hasSize(1);
        }
        assertThat(mine("owner-leader").getMailList())
                .as("a weekly sync is the OPS's")
                .noneMatch(mail -> mail.getKind() == MailKind.MAIL_KIND_MINUTES);
    }

    @Test
    void a_partnership_that_cannot_be_asked_about_keeps_no_other_waiting() {
        house.members.add(house.directory.staffed("zinc", "Europe/Berlin", "EUR"));
        house.defaults.reconcile();
        house.members.lose(House.PARTNERSHIP);
        assertThatThrownBy(house.writeMail::compare).hasMessageContaining("directory of people");
        assertThat(house.asSubject("people/zinc-owner-ops")
                        .listMail(ListMailRequest.getDefaultInstance())
                        .getMailList())
                .isNotEmpty();
        assertThat(mine("owner-ops").getMailList()).isEmpty();
    }

    @Test
    void a_digest_that_nobody_could_write_on_monday_comes_later_in_the_week_and_not_after_it() {
        house.clock.set(Instant.parse("2026-11-22T10:00:00Z"));
        house.writeMail.compare();
        assertThat(digests("owner-ops")).as("of the week before, on a Sunday").isEmpty();
        house.clock.set(Instant.parse("2026-11-25T15:00:00Z"));
        house.writeMail.compare();
        assertThat(digests("owner-ops")).as("on Wednesday").hasSize(1);
        house.clock.set(Instant.parse("2026-11-26T15:00:00Z"));
        house.writeMail.compare();
        assertThat(digests("owner-ops")).as("once a week").hasSize(1);
        house.clock.set(Instant.parse("2026-12-04T15:00:00Z"));
        house.writeMail.compare();
        assertThat(digests("owner-ops"))
                .as("the week is as good as over on Friday afternoon")
                .hasSize(1);
    }

    @Test
    void a_moved_meeting_is_told_with_its_reason() {
        house.as("owner-ops")
                .moveMeeting(MoveMeetingRequest.newBuilder()
                        .setName(SYNC)
                        .setStart("2026-11-25T11:00")
                        .setReason("Travel")
                        .setRequestId(id())
                        .build());
        house.writeMail.compare();
        assertThat(mine("partner-ops").getMailList())
                .filteredOn(mail -> mail.getSubject().startsWith("Moved: "))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getBody()).contains("Wednesday, 25 November 2026, 11:00", "Travel"));
    }

    @Test
    void the_digest_names_what_is_red_and_keeps_money_from_who_may_not_read_it() {
        house.sources.kpi("otd", "RED", "RED");
        house.sources.statement("q3");
        house.sources.lose(Part.ACTIONS);
        house.clock.set(Instant.parse("2026-11-23T07:30:00Z"));
        house.writeMail.compare();
        assertThat(mine("owner-leader").getMailList())
                .as("waits for the missing part while there is time")
                .noneMatch(mail -> mail.getKind() == MailKind.MAIL_KIND_DIGEST);
        house.clock.set(Instant.parse("2026-11-23T09:30:00Z"));
        house.writeMail.compare();
        assertThat(digest("owner-leader"))
                .contains("Red, owner not known now: KPI otd", "To sign: Agreement", "Could not be reached", "actions");
        assertThat(digest("partner-ops")).contains("KPI otd").doesNotContain("To sign");
    }

    private List<Mail> digests(String seat) {
        return mine(seat).getMailList().stream()
                .filter(mail -> mail.getKind() == MailKind.MAIL_KIND_DIGEST)
                .toList();
    }

    private String digest(String seat) {
        return mine(seat).getMailList().stream()
                .filter(mail -> mail.getKind() == MailKind.MAIL_KIND_DIGEST)
                .findFirst()
                .orElseThrow()
                .getBody();
    }

    private void hold() {
        house.clock.set(Instant.parse("2026-11-24T08:00:00Z"));
        house.as("owner-ops")
                .startMeeting(StartMeetingRequest.newBuilder()
                        .setName(SYNC)
                        .setRequestId(id())
                        .build());
        house.as("partner-ops")
                .attendMeeting(AttendMeetingRequest.newBuilder()
                        .setName(SYNC)
                        .setRequestId(id())
                        .build());
        house.as("owner-ops")
                .endMeeting(EndMeetingRequest.newBuilder()
                        .setName(SYNC)
                        .setRequestId(id())
                        .build());
    }

    private ListMailResponse mine(String seat) {
        return house.as(seat).listMail(ListMailRequest.getDefaultInstance());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
