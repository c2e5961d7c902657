package dev.drumbeat.cadence;

import dev.drumbeat.cadence.Letters.Cause;
import dev.drumbeat.cadence.Letters.Words;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the minutes of meetings to everybody they concern. A meeting says itself that its minutes wait, until they were written:
 * whatever was down meanwhile and however long, none are forgotten.
 */
final class MinutesMail {
    private static final int AT_ONCE = 100;

    private final Letters letters;
    private final Members members;
    private final CallerDirectory callers;
    private final MeetingStore meetings;
    private final Ledger ledger;
    private final MinutesExport export;

    MinutesMail(
            Letters letters,
            Members members,
            CallerDirectory callers,
            MeetingStore meetings,
            Ledger ledger,
            MinutesExport export) {
        this.letters = letters;
        this.members = members;
        this.callers = callers;
        this.meetings = meetings;
        this.ledger = ledger;
        this.export = export;
    }

    void write(Attempts attempts) {
        for (Versioned<Meeting> waiting : meetings.toMail(AT_ONCE)) {
            attempts.at(() -> write(waiting));
        }
    }

    private void write(Versioned<Meeting> waiting) {
        Meeting meeting = waiting.value();
        Cause cause = new Cause(MailKind.MINUTES, "minutes", meeting.name(), "");
        for (Member member : members.of(meeting.partnership())) {
            boolean concerned = meeting.kind().expects(member.role())
                    || meeting.attendance(member.participant().person()).isPresent();
            if (concerned && !letters.isWritten(cause, member)) {
                // Each gets what they may read: money only for who reads money.
                scope(member, meeting).ifPresent(reader -> write(cause, waiting, member, reader));
            }
        }
        ledger.amend(waiting, meeting.mailed(), Optional.empty());
    }

    private void write(Cause cause, Versioned<Meeting> waiting, Member member, Scope reader) {
        PartnershipFacts facts = reader.facts();
        MinutesExport.File file = export.write(
                new ReadCadence.Seen(reader, waiting, Optional.empty()), MinutesExport.Format.MARKDOWN, Locale.ENGLISH);
        String subject = "Minutes: " + waiting.value().seriesName() + ", " + facts.displayName();
        letters.write(cause, facts, member, new Words(subject, file.content(), ""));
    }

    private Optional<Scope> scope(Member member, Meeting meeting) {
        Optional<Caller> caller = callers.resolve(member.participant().person());
        return caller.flatMap(
                known -> known.scopes(List.of(meeting.partnership())).stream().findFirst());
    }
}
