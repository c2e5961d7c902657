package dev.drumbeat.cadence.grpc;

import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.MailMessage;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.cadence.v1.CadencePerson;
import dev.drumbeat.proto.cadence.v1.Mail;
import dev.drumbeat.proto.cadence.v1.MailKind;
import dev.drumbeat.proto.cadence.v1.MailState;

/** Mail as its recipient sees it, and as the partnership sees who got what. */
final class MailWire {
    private MailWire() {}

    /** The words are for the one they were written to: they hold what that person may read. */
    static Mail mail(MailMessage mail, Caller reader) {
        boolean own = reader.subject().equals(mail.recipient().person());
        Mail.Builder builder = Mail.newBuilder()
                .setName("mail/" + mail.id())
                .setKind(Enums.encode(dev.drumbeat.cadence.MailKind.valueOf(mail.kind()), MailKind.class))
                .setState(state(mail.state()))
                .setPartnership(mail.partnership())
                .setRecipient(recipient(mail.recipient()))
                .setSubject(mail.subject())
                .setBody(own ? mail.body() : "")
                .setAttachmentName(mail.attachment().isEmpty() ? "" : "meetings.ics")
                .setCreatedAt(Wire.timestamp(mail.createdAt()))
                .setAttempts(mail.attempts())
                .setLastError(mail.lastError());
        if (mail.sentAt() != null) {
            builder.setSentAt(Wire.timestamp(mail.sentAt()));
        }
        return builder.build();
    }

    private static CadencePerson recipient(MailMessage.Recipient recipient) {
        return CadencePerson.newBuilder()
                .setPerson(recipient.person())
                .setDisplayName(recipient.displayName())
                .setSide(Wire.side(recipient.side()))
                .setCompanyDisplayName(recipient.companyDisplayName())
                .build();
    }

    private static MailState state(MailMessage.State state) {
        return switch (state) {
            case WOULD_BE_SENT -> MailState.MAIL_STATE_WOULD_BE_SENT;
            case WAITING, HANDING_OVER -> MailState.MAIL_STATE_WAITING;
            case SENT -> MailState.MAIL_STATE_SENT;
            case FAILED -> MailState.MAIL_STATE_FAILED;
            case UNCERTAIN -> MailState.MAIL_STATE_UNCERTAIN;
        };
    }
}
