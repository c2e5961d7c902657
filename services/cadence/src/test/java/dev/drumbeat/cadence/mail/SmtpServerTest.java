package dev.drumbeat.cadence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.drumbeat.platform.domain.MailMessage;
import dev.drumbeat.platform.domain.MailServer.Outcome;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.process.SmtpServer;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What arrives at a real SMTP server on the loopback. */
class SmtpServerTest {
    private final GreenMail inbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        inbox.start();
    }

    @AfterEach
    void stop() {
        inbox.stop();
    }

    @Test
    void a_mail_arrives_with_its_words_its_calendar_and_always_the_same_message_id() throws Exception {
        SmtpServer server = server(inbox.getSmtp().getPort());
        assertThat(server.isConfigured()).isTrue();
        assertThat(server.send(mail("mei@example.com", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"), "<abc@drumbeat>"))
                .isInstanceOf(Outcome.Taken.class);
        assertThat(server.send(mail("mei@example.com", ""), "<abc@drumbeat>")).isInstanceOf(Outcome.Taken.class);

        assertThat(inbox.waitForIncomingEmail(5_000, 2)).isTrue();
        MimeMessage[] received = inbox.getReceivedMessages();
        assertThat(received).allSatisfy(message -> {
            assertThat(message.getMessageID()).isEqualTo("<abc@drumbeat>");
            assertThat(message.getSubject()).isEqualTo("Einladung für Bäcker");
            assertThat(message.getFrom()[0]).hasToString("drumbeat@example.com");
        });
        Multipart parts = (Multipart) received[0].getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("You are invited");
        assertThat(parts.getBodyPart(1).getContentType()).contains("text/calendar");
        assertThat(received[1].getContent().toString()).contains("You are invited");
    }

    @Test
    void a_server_that_is_not_there_says_later_and_nothing_says_never() {
        int port = inbox.getSmtp().getPort();
        inbox.stop();
        assertThat(server(port).send(mail("mei@example.com", ""), "<abc@drumbeat>"))
                .isInstanceOf(Outcome.NotNow.class);
        assertThat(server(port).send(mail("", ""), "<abc@drumbeat>")).isInstanceOf(Outcome.Never.class);
        assertThat(new SmtpServer("", 25, "", "", "", "required").isConfigured())
                .isFalse();
    }

    @Test
    void nobody_puts_headers_into_a_mail_by_a_name_or_an_address() {
        assertThat(server(inbox.getSmtp().getPort())
                        .send(mail("mei@example.com\r\nBcc: all@example.com", ""), "<abc@drumbeat>"))
                .isInstanceOf(Outcome.Never.class);
        assertThat(inbox.getReceivedMessages()).isEmpty();
    }

    private static SmtpServer server(int port) {
        return new SmtpServer("127.0.0.1", port, "", "", "drumbeat@example.com", "offered");
    }

    private static MailMessage mail(String address, String attachment) {
        return MailMessage.written(
                "abc",
                "INVITATION",
                MailMessage.State.WAITING,
                "partnerships/acme",
                new MailMessage.Recipient("people/mei", "Mei", Side.PARTNER, "Partner"),
                address,
                "Einladung für Bäcker",
                "You are invited",
                attachment,
                Instant.parse("2026-11-23T09:00:00Z"));
    }
}
