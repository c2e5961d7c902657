package dev.drumbeat.cadence;

import dev.drumbeat.cadence.agenda.Agenda;
import dev.drumbeat.cadence.agenda.AgendaItem;
import dev.drumbeat.cadence.agenda.AgendaSources;
import dev.drumbeat.cadence.agenda.Asking;
import dev.drumbeat.cadence.agenda.Findings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Writes agendas: asks the data, looks at the meeting before, and compares. */
public final class AgendaDesk {
    private final AgendaSources sources;
    private final MeetingStore meetings;
    private final Ledger ledger;

    public AgendaDesk(AgendaSources sources, MeetingStore meetings, Ledger ledger) {
        this.sources = sources;
        this.meetings = meetings;
        this.ledger = ledger;
    }

    /** What a comparison needs, looked up once, so that a decision that is repeated asks nobody again. */
    final class Comparison {
        private final Findings findings;
        private final List<AgendaItem> asked;
        private final List<AgendaItem> before;

        private Comparison(Findings findings, List<AgendaItem> asked, List<AgendaItem> before) {
            this.findings = findings;
            this.asked = asked;
            this.before = before;
        }

        Meeting of(Meeting meeting) {
            Agenda agenda = meeting.agenda()
                    .with(before)
                    .compared(findings, asked, before, meeting.state() == MeetingState.IN_PROGRESS, meeting.length());
            return meeting.withAgenda(agenda);
        }
    }

    /** Asks everybody, at most as long as a read may take. */
    Comparison compare(Meeting meeting, ZoneId zone, Instant now) {
        Findings findings = sources.find(meeting.partnership());
        LocalDate today = now.atZone(zone).toLocalDate();
        List<Commitment> open = meetings.withOpenCommitments(meeting.partnership()).stream()
                .filter(earlier -> !earlier.id().equals(meeting.id()))
                .flatMap(earlier -> earlier.commitments().stream())
                .filter(Commitment::isOpen)
                .toList();
        List<AgendaItem> asked = new Asking(
                        meeting.partnership(),
                        findings,
                        open,
                        today,
                        ledger.nextStart(meeting)
                                .map(next -> next.atZone(zone).toLocalDate())
                                .orElse(null))
                .items();
        List<AgendaItem> before = meetings.lastBefore(meeting.partnership(), meeting.series(), meeting.startsAt())
                .map(last -> last.agenda().items())
                .orElse(List.of());
        return new Comparison(findings, asked, before);
    }

    /** What people had put on the meeting before and did not finish, for one that nobody will hold. */
    List<AgendaItem> leftOver(Meeting meeting) {
        return meetings.lastBefore(meeting.partnership(), meeting.series(), meeting.startsAt())
                .map(last -> Agenda.EMPTY.with(last.agenda().items()).items())
                .orElse(List.of());
    }
}
