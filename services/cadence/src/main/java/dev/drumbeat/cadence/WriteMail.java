package dev.drumbeat.cadence;

import dev.drumbeat.cadence.agenda.AgendaItem;
import dev.drumbeat.cadence.agenda.AgendaSources;
import dev.drumbeat.cadence.agenda.Asking;
import dev.drumbeat.cadence.agenda.Findings;
import dev.drumbeat.cadence.agenda.Part;
import dev.drumbeat.cadence.schedule.RecurrenceRules;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.domain.Grant;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.RoleTable;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Seat;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Writes invitations, minutes and digests by comparison: what should have been written is compared with what was, again and again.
 * Each mail's id is made of its cause, so nothing is written twice, whatever was down meanwhile and however many processes compare.
 */
public final class WriteMail {
    private static final Duration RECENT = Duration.ofDays(2);
    private static final Duration AHEAD = Duration.ofDays(182);
    private static final LocalTime DIGEST_FROM = LocalTime.of(7, 0);
    private static final LocalTime DIGEST_UNTIL = LocalTime.of(12, 0);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final Members members;
    private final CallerDirectory callers;
    private final SeriesStore series;
    private final MeetingStore meetings;
    private final RecurrenceRules rules;
    private final AgendaSources sources;
    private final MinutesExport export;
    private final CalendarWriter calendar;
    private final DeliverMail mail;
    private final Clock clock;
    /** What each partnership looked like when its invitations were last compared. */
    private final Map<String, String> compared = new ConcurrentHashMap<>();

    public WriteMail(
            Members members,
            CallerDirectory callers,
            SeriesStore series,
            MeetingStore meetings,
            RecurrenceRules rules,
            AgendaSources sources,
            MinutesExport export,
            CalendarWriter calendar,
            DeliverMail mail,
            Clock clock) {
        this.members = members;
        this.callers = callers;
        this.series = series;
        this.meetings = meetings;
        this.rules = rules;
        this.sources = sources;
        this.export = export;
        this.calendar = calendar;
        this.mail = mail;
        this.clock = clock;
    }

    /** Everything that is to be written now, for all partnerships. */
    public void compare() {
        String after = "";
        do {
            Members.Partnerships page = members.partnerships(after);
            page.facts().forEach(this::compare);
            after = page.next();
        } while (!after.isEmpty());
    }

    private void compare(PartnershipFacts facts) {
        Scope scope = Caller.service("cadence").scope(facts.name(), names -> Map.of(facts.name(), facts));
        Instant now = clock.instant();
        List<Versioned<Series>> all = series.of(scope);
        List<Versioned<Meeting>> recent = meetings.between(scope, now.minus(RECENT.multipliedBy(4)), now.plus(AHEAD));
        ZonedDateTime local = now.atZone(facts.timeZone());
        boolean digest = local.getDayOfWeek() == DayOfWeek.MONDAY
                && !local.toLocalTime().isBefore(DIGEST_FROM)
                && local.toLocalTime().isBefore(DIGEST_UNTIL);
        List<Member> people = members.of(facts.name());
        String look = people + "|" + digest + local.toLocalDate() + "|"
                + all.stream().map(kept -> kept.value().id() + kept.revision()).toList() + "|"
                + recent.stream()
                        .map(kept -> kept.value().id() + kept.revision())
                        .toList();
        if (look.equals(compared.get(facts.name()))) {
            return;
        }
        all.forEach(kept -> inviteToSeries(facts, kept.value(), people, now));
        recent.forEach(kept -> inviteToMeeting(facts, kept.value(), people, now));
        recent.forEach(kept -> sendMinutes(facts, kept, people, now));
        boolean complete = !digest || sendDigests(facts, people, local);
        if (complete) {
            compared.put(facts.name(), look);
        }
    }

    private void inviteToSeries(PartnershipFacts facts, Series each, List<Member> people, Instant now) {
        if (each.endedAt() != null) {
            return;
        }
        for (Member member : people) {
            String id =
                    id("series", each.name(), Integer.toString(each.segments().size()), member);
            if (!each.kind().expects(member.role()) || mail.isKept(id)) {
                continue;
            }
            List<Occurrence> next = each.occurrences(rules, now, now.plus(AHEAD));
            String body = "You are invited to: " + each.displayName() + " (" + facts.displayName() + ").\n\n"
                    + "Length: " + each.schedule().durationMinutes() + " minutes. The next ones:\n"
                    + next.stream()
                            .limit(5)
                            .map(occurrence -> "  " + moment(occurrence.startsAt(), facts))
                            .collect(Collectors.joining("\n"))
                    + "\n\nThe attached file puts them into your calendar; a private calendar feed keeps it up to date.\n";
            keep(
                    id,
                    MailMessage.Kind.INVITATION,
                    facts,
                    member,
                    "Invitation: " + each.displayName() + ", " + facts.displayName(),
                    body,
                    calendar.write(
                            each.displayName(),
                            next.stream()
                                    .map(occurrence -> entry(facts, MeetingLine.of(Meeting.planned(occurrence))))
                                    .toList(),
                            now),
                    now);
        }
    }

    private void inviteToMeeting(PartnershipFacts facts, Meeting meeting, List<Member> people, Instant now) {
        boolean cancelled = meeting.state() == MeetingState.CANCELLED;
        if (meeting.rearranged() == 0 || !(cancelled || meeting.state().isWaiting())) {
            return;
        }
        String what = cancelled ? "Cancelled: " : "Moved: ";
        for (Member member : people) {
            String id = id("meeting", meeting.name(), Integer.toString(meeting.rearranged()), member);
            if (!meeting.kind().expects(member.role()) || mail.isKept(id)) {
                continue;
            }
            String when = cancelled
                    ? "The meeting on " + moment(meeting.startsAt(), facts) + " does not take place."
                    : "New time: " + moment(meeting.startsAt(), facts) + " (planned for "
                            + moment(meeting.plannedFor(), facts) + ").";
            keep(
                    id,
                    MailMessage.Kind.INVITATION,
                    facts,
                    member,
                    what + meeting.seriesName() + ", " + facts.displayName(),
                    when + "\n\nReason: " + meeting.reason() + "\n",
                    calendar.write(meeting.seriesName(), List.of(entry(facts, MeetingLine.of(meeting))), now),
                    now);
        }
    }

    private void sendMinutes(PartnershipFacts facts, Versioned<Meeting> kept, List<Member> people, Instant now) {
        Meeting meeting = kept.value();
        Minutes minutes = meeting.minutes();
        if (minutes == null
                || meeting.recordedAfterwards()
                || minutes.frozenAt().isBefore(now.minus(RECENT))) {
            return;
        }
        for (Member member : people) {
            boolean concerned = meeting.kind().expects(member.role())
                    || meeting.attendance(member.participant().person()).isPresent();
            String id = id("minutes", meeting.name(), "", member);
            if (!concerned || mail.isKept(id)) {
                continue;
            }
            // Each gets what they may read: money only for who reads money.
            Optional<Scope> scope = callers.resolve(member.participant().person())
                    .flatMap(caller ->
                            caller.scopes(List.of(facts.name())).stream().findFirst());
            scope.ifPresent(reader -> keep(
                    id,
                    MailMessage.Kind.MINUTES,
                    facts,
                    member,
                    "Minutes: " + meeting.seriesName() + ", " + facts.displayName(),
                    export.write(
                                    new ReadCadence.Seen(reader, kept, Optional.empty()),
                                    MinutesExport.Format.MARKDOWN,
                                    Locale.ENGLISH)
                            .content(),
                    "",
                    now));
        }
    }

    /** False when something needed could not be reached and there is still time to try again. */
    private boolean sendDigests(PartnershipFacts facts, List<Member> people, ZonedDateTime local) {
        LocalDate monday = local.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Member> waiting = people.stream()
                .filter(member -> member.role() != Role.VIEWER)
                .filter(member -> !mail.isKept(id("digest", facts.name(), monday.toString(), member)))
                .toList();
        if (waiting.isEmpty()) {
            return true;
        }
        Findings findings = sources.find(facts.name());
        if (!findings.missing().isEmpty() && local.toLocalTime().isBefore(DIGEST_UNTIL.minusHours(2))) {
            return false;
        }
        List<AgendaItem> items = new Asking(
                        facts.name(),
                        findings,
                        meetings.withOpenCommitments(facts.name()).stream()
                                .flatMap(meeting -> meeting.commitments().stream())
                                .toList(),
                        local.toLocalDate(),
                        monday.plusWeeks(1))
                .items();
        for (Member member : waiting) {
            keep(
                    id("digest", facts.name(), monday.toString(), member),
                    MailMessage.Kind.DIGEST,
                    facts,
                    member,
                    "This week: " + facts.displayName(),
                    digest(items, findings, member),
                    "",
                    clock.instant());
        }
        return true;
    }

    private static String digest(List<AgendaItem> items, Findings findings, Member member) {
        Seat seat = Seat.of(member.participant().side(), member.role());
        boolean readsMoney = RoleTable.get().grant(Activity.READ_MONEY, seat) == Grant.YES;
        String lines = items.stream()
                .filter(item -> !item.kind().isAboutMoney() || readsMoney)
                .map(WriteMail::line)
                .collect(Collectors.joining("\n"));
        String missing = findings.missing().stream()
                .filter(part -> part != Part.INCENTIVES || readsMoney)
                .map(part -> part.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return (lines.isEmpty() ? "Nothing is red, overdue or waiting for you.\n" : lines + "\n")
                + (missing.isEmpty() ? "" : "\nCould not be reached when this was written: " + missing + ".\n");
    }

    private static String line(AgendaItem item) {
        String what = switch (item.kind()) {
            case UNOWNED_RED -> "Red, and nobody owns it";
            case OVERDUE_ACTION -> "Overdue";
            case DUE_ACTION -> "Due this week";
            case OWNED_RED -> "Red";
            case NEW_AMBER -> "New amber";
            case DRIFT -> "Drifting";
            case STALE_DATA -> "Data missing";
            case ADDED -> "Added";
            case TERMS_TO_DECIDE -> "To decide";
            case STATEMENT_TO_SIGN -> "To sign";
            case OPEN_COMMITMENT -> "Promised";
            case GOOD_NEWS -> "Good news";
        };
        String owner =
                item.facts().owner() == null ? "" : ", " + item.facts().owner().displayName();
        String due = item.facts().due() == null ? "" : ", due " + item.facts().due();
        return "- " + what + ": " + item.title() + owner + due;
    }

    private void keep(
            String id,
            MailMessage.Kind kind,
            PartnershipFacts facts,
            Member member,
            String subject,
            String body,
            String attachment,
            Instant now) {
        mail.keep(
                MailMessage.written(id, kind, mail.firstState(), facts.name(), member, subject, body, attachment, now));
    }

    private static CalendarEntry entry(PartnershipFacts facts, MeetingLine line) {
        return KeepFeeds.entry(facts, line);
    }

    private static String id(String what, String cause, String version, Member member) {
        return Ids.of("mail", what, cause, version, member.participant().person());
    }

    private static String moment(Instant at, PartnershipFacts facts) {
        return MOMENT.format(at.atZone(facts.timeZone())) + " (" + facts.timeZone() + ")";
    }
}
