package dev.drumbeat.platform.process;

import dev.drumbeat.platform.domain.MailMessage;
import dev.drumbeat.platform.domain.MailServer;
import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mail server that the environment names; without a host there is none. */
public final class SmtpServer implements MailServer {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);
    private static final String TIMEOUT_MILLIS = "5000";

    private final String host;
    private final String user;
    private final String password;
    private final String from;
    private final Session session;

    /** @param startTls {@code required} (the connection is encrypted or there is none), {@code offered} or {@code never} */
    public SmtpServer(String host, int port, String user, String password, String from, String startTls) {
        this.host = host;
        this.user = user;
        this.password = password;
        this.from = from;
        Properties settings = new Properties();
        settings.setProperty("mail.transport.protocol", "smtp");
        settings.setProperty("mail.smtp.host", host);
        settings.setProperty("mail.smtp.port", Integer.toString(port));
        settings.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(!startTls.equals("never")));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls.equals("required")));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            settings.setProperty("mail.smtp." + wait, TIMEOUT_MILLIS);
        }
        this.session = Session.getInstance(settings);
        if (!host.isEmpty() && from.isEmpty()) {
            throw new IllegalStateException("drumbeat.mail.from says whom mail comes from; a mail server needs it");
        }
    }

    @Override
    public boolean isConfigured() {
        return !host.isEmpty();
    }

    @Override
    public Outcome send(MailMessage mail, String messageId) {
        if (mail.email().isEmpty()) {
            return new Outcome.Never("This person has no mail address.");
        }
        try {
            Message message = message(mail, messageId);
            try (Transport transport = session.getTransport()) {
                transport.connect(user.isEmpty() ? null : user, user.isEmpty() ? null : password);
                transport.sendMessage(message, message.getAllRecipients());
            }
            return new Outcome.Taken();
        } catch (AddressException e) {
            return new Outcome.Never("This is no mail address.");
        } catch (AuthenticationFailedException e) {
            LOG.warn("the mail server refuses our user name or password");
            return new Outcome.NotNow("The mail server refuses the sign-in.");
        } catch (SendFailedException e) {
            boolean refused = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
            return refused
                    ? new Outcome.Never("The mail server refuses this address.")
                    : new Outcome.NotNow("The mail server did not take it.");
        } catch (MessagingException e) {
            LOG.info("mail is tried again later: {}", e.toString());
            return new Outcome.NotNow("The mail server can't be reached.");
        }
    }

    private Message message(MailMessage mail, String messageId) throws MessagingException {
        MimeMessage message = new Identified(session, messageId);
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.email(), true));
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(mail.createdAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.attachment().isEmpty()) {
            message.setText(mail.body(), "UTF-8");
        } else {
            MimeBodyPart body = new MimeBodyPart();
            body.setText(mail.body(), "UTF-8");
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(
                    mail.attachment().getBytes(StandardCharsets.UTF_8),
                    "text/calendar; charset=UTF-8; method=PUBLISH")));
            file.setFileName("meetings.ics");
            message.setContent(new MimeMultipart(body, file));
        }
        message.saveChanges();
        return message;
    }

    /** Keeps the id it was given: the same mail tried again is the same message. */
    private static final class Identified extends MimeMessage {
        private final String id;

        private Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
