package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.MailBox;
import dev.drumbeat.platform.domain.MailMessage;
import dev.drumbeat.platform.domain.PartnershipFacts;
import java.time.Clock;

/** Puts mail into the box, each once: a mail's id is made of its cause and its reader. */
final class Letters {
    private final MailBox box;
    private final Clock clock;

    Letters(MailBox box, Clock clock) {
        this.box = box;
        this.clock = clock;
    }

    /**
     * Why a mail is written.
     *
     * @param version of the cause, where it can come again; may be empty
     */
    record Cause(MailKind kind, String what, String subject, String version) {
        private String idFor(Member reader) {
            return Ids.of("mail", what, subject, version, reader.participant().person());
        }
    }

    /** @param calendar iCalendar text to attach; may be empty */
    record Words(String subject, String body, String calendar) {}

    boolean isWritten(Cause cause, Member reader) {
        return box.isKept(cause.idFor(reader));
    }

    void write(Cause cause, PartnershipFacts facts, Member reader, Words words) {
        box.keep(MailMessage.written(
                cause.idFor(reader),
                cause.kind().name(),
                box.firstState(),
                facts.name(),
                recipient(reader.participant()),
                reader.email(),
                words.subject(),
                words.body(),
                words.calendar(),
                clock.instant()));
    }

    private static MailMessage.Recipient recipient(Participant reader) {
        return new MailMessage.Recipient(
                reader.person(), reader.displayName(), reader.side(), reader.companyDisplayName());
    }
}
