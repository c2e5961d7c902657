package dev.drumbeat.partners.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.drumbeat.platform.domain.MailBox;
import dev.drumbeat.proto.partners.v1.Company;
import dev.drumbeat.proto.partners.v1.InvitePersonRequest;
import dev.drumbeat.proto.partners.v1.PasswordLinkDelivery;
import dev.drumbeat.proto.partners.v1.RequestPasswordResetRequest;
import dev.drumbeat.proto.partners.v1.SetPasswordRequest;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Ways to a password by a real SMTP server on the loopback. */
final class InvitationMailTest {
    private static final Pattern LINK = Pattern.compile("https://drumbeat\\.example/welcome#([A-Za-z0-9_-]{40,})");

    @Test
    void the_link_goes_to_its_person_only_and_works() throws Exception {
        GreenMail inbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        inbox.start();
        try (House house = new House(Map.of(
                "drumbeat.mail.host",
                "127.0.0.1",
                "drumbeat.mail.port",
                inbox.getSmtp().getPort(),
                "drumbeat.mail.from",
                "drumbeat@example.com",
                "drumbeat.mail.start-tls",
                "never",
                "drumbeat.public-address",
                "https://drumbeat.example/"))) {
            Company company = house.company("Mailed Ltd");

            PasswordLinkDelivery delivery = house.administrator()
                    .invitePerson(InvitePersonRequest.newBuilder()
                            .setPersonId("ines")
                            .setDisplayName("Ines")
                            .setEmail("ines@example.com")
                            .setCompany(company.getName())
                            .setRequestId(House.request())
                            .build())
                    .getDelivery();
            assertThat(delivery.getMailed()).isTrue();
            assertThat(delivery.getPath()).as("nobody else needs it").isEmpty();
            set(house, link(house, inbox, "Your invitation to Drumbeat", "ines@example.com"), "a sentence of my own");
            house.signIn("ines@example.com", "a sentence of my own");

            for (String email : List.of("ines@example.com", "nobody@example.com")) {
                assertThat(house.gateway()
                                .requestPasswordReset(RequestPasswordResetRequest.newBuilder()
                                        .setEmail(email)
                                        .build()))
                        .isNotNull();
            }
            set(house, link(house, inbox, "A new password for Drumbeat", "ines@example.com"), "quite another sentence");
            house.signIn("ines@example.com", "quite another sentence");
            assertThat(inbox.getReceivedMessages()).hasSize(2);
        } finally {
            inbox.stop();
        }
    }

    private static String link(House house, GreenMail inbox, String subject, String to) {
        MailBox box = house.process().part(MailBox.class);
        String text = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> box.deliver() < 0
                                ? ""
                                : Arrays.stream(inbox.getReceivedMessages())
                                        .filter(message -> subject.equals(subject(message)))
                                        .map(InvitationMailTest::text)
                                        .findFirst()
                                        .orElse(""),
                        found -> !found.isEmpty());
        assertThat(text).contains(to);
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    private static void set(House house, String secret, String password) {
        assertThat(house.gateway()
                        .setPassword(SetPasswordRequest.newBuilder()
                                .setSecret(secret)
                                .setNewPassword(password)
                                .build()))
                .isNotNull();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) {
        try {
            return message.getAllRecipients()[0] + "\n" + message.getContent();
        } catch (jakarta.mail.MessagingException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
