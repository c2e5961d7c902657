package dev.drumbeat.cadence;

import dev.drumbeat.cadence.schedule.RecurrenceRules;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What happens by itself: meetings nobody started are missed, agendas of running ones follow the data. Twice is harmless: what is
 * there already is not made again.
 */
public final class Sweeping {
    private static final int AT_ONCE = 200;

    private final SeriesStore series;
    private final MeetingStore meetings;
    private final Ledger ledger;
    private final AgendaDesk desk;
    private final RecurrenceRules rules;
    private final PartnershipDirectory directory;

    public Sweeping(
            SeriesStore series,
            MeetingStore meetings,
            Ledger ledger,
            AgendaDesk desk,
            RecurrenceRules rules,
            PartnershipDirectory directory) {
        this.series = series;
        this.meetings = meetings;
        this.ledger = ledger;
        this.desk = desk;
        this.rules = rules;
        this.directory = directory;
    }

    /** Marks what nobody started in time; gives how many. */
    public int judge() {
        Instant now = ledger.now();
        int marked = 0;
        for (Versioned<Meeting> waiting : meetings.overdue(now, AT_ONCE)) {
            Meeting missed = waiting.value().missed();
            if (ledger.amend(waiting, withLeftOver(missed), Optional.of("meeting.missed"))) {
                marked++;
            }
        }
        for (Versioned<Series> due : series.dueForJudging(now, AT_ONCE)) {
            marked += judge(due, now);
        }
        return marked;
    }

    private int judge(Versioned<Series> due, Instant now) {
        int marked = 0;
        Instant judged = due.value().judgedUntil();
        for (Occurrence occurrence : due.value().occurrences(rules, judged, now)) {
            if (occurrence.missedAt().isAfter(now)) {
                break;
            }
            String key = MeetingStore.key(due.value().partnership(), occurrence.meeting());
            if (meetings.find(key).isEmpty()
                    && ledger.missed(withLeftOver(Meeting.planned(occurrence).missed()))) {
                marked++;
            }
            judged = occurrence.startsAt().plusSeconds(1);
        }
        if (!judged.equals(due.value().judgedUntil())) {
            series.replace(
                    due,
                    new Versioned<>(
                            due.value().judged(judged),
                            due.revision() + 1,
                            due.created(),
                            due.requests(),
                            due.untold()));
        }
        return marked;
    }

    /** What people had put on and nobody talked about comes back, over any number of missed meetings. */
    private Meeting withLeftOver(Meeting meeting) {
        return meeting.withAgenda(meeting.agenda().with(desk.leftOver(meeting)));
    }

    /** Compares the agendas of running meetings with the data. */
    public void follow() {
        for (Versioned<Meeting> running : meetings.running(AT_ONCE)) {
            Meeting meeting = running.value();
            ZoneId zone = Optional.ofNullable(
                            directory.find(List.of(meeting.partnership())).get(meeting.partnership()))
                    .map(PartnershipFacts::timeZone)
                    .orElse(meeting.zone());
            Meeting compared = desk.compare(meeting, zone, ledger.now()).of(meeting);
            if (!compared.agenda().saysTheSameAs(meeting.agenda())) {
                ledger.amend(running, compared, Optional.empty());
            }
        }
    }
}
