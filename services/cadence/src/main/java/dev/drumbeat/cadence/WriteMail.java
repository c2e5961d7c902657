package dev.drumbeat.cadence;

import dev.drumbeat.cadence.agenda.AgendaSources;
import dev.drumbeat.cadence.schedule.RecurrenceRules;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.domain.MailBox;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes invitations, minutes and digests by comparison: what should have been written is compared with what was, again and again.
 * Each mail's id is made of its cause, so nothing is written twice, whatever was down meanwhile and however many processes compare.
 */
public final class WriteMail {
    /** Word of a move or a cancellation is of no use to anybody later than that. */
    private static final Duration RECENT = Duration.ofDays(8);

    private final Members members;
    private final SeriesStore series;
    private final MeetingStore meetings;
    private final Clock clock;
    private final Invitations invitations;
    private final MinutesMail minutes;
    private final Digests digests;
    /** What each partnership looked like when its invitations were last compared. */
    private final Map<String, String> compared = new ConcurrentHashMap<>();

    public WriteMail(
            Members members,
            CallerDirectory callers,
            SeriesStore series,
            MeetingStore meetings,
            Ledger ledger,
            RecurrenceRules rules,
            AgendaSources sources,
            MinutesExport export,
            CalendarWriter calendar,
            MailBox mail,
            Clock clock) {
        Letters letters = new Letters(mail, clock);
        this.members = members;
        this.series = series;
        this.meetings = meetings;
        this.clock = clock;
        this.invitations = new Invitations(letters, rules, calendar);
        this.minutes = new MinutesMail(letters, members, callers, meetings, ledger, export);
        this.digests = new Digests(letters, meetings, sources);
    }

    /** Everything that is to be written now, for all partnerships; one that can't be written about keeps no other waiting. */
    public void compare() {
        Attempts attempts = new Attempts();
        minutes.write(attempts);
        String after = "";
        do {
            Members.Partnerships page = members.partnerships(after);
            page.facts().forEach(facts -> attempts.at(() -> compare(facts)));
            after = page.next();
        } while (!after.isEmpty());
        attempts.orThrow();
    }

    private void compare(PartnershipFacts facts) {
        Scope scope = Caller.service("cadence").scope(facts.name(), names -> Map.of(facts.name(), facts));
        Instant now = clock.instant();
        List<Versioned<Series>> all = series.of(scope);
        List<Versioned<Meeting>> near = meetings.between(scope, now.minus(RECENT), now.plus(Invitations.AHEAD));
        ZonedDateTime local = now.atZone(facts.timeZone());
        boolean digest = Digests.isTime(local);
        List<Member> people = members.of(facts.name());
        String look = people + "|" + digest + local.toLocalDate() + "|"
                + all.stream().map(kept -> kept.value().id() + kept.revision()).toList() + "|"
                + near.stream().map(kept -> kept.value().id() + kept.revision()).toList();
        if (look.equals(compared.get(facts.name()))) {
            return;
        }
        all.forEach(kept -> invitations.toSeries(facts, kept.value(), people, now));
        near.forEach(kept -> invitations.toMeeting(facts, kept.value(), people, now));
        boolean complete = !digest || digests.write(facts, people, local);
        if (complete) {
            compared.put(facts.name(), look);
        }
    }
}
