package dev.drumbeat.cadence;

import dev.drumbeat.cadence.Letters.Cause;
import dev.drumbeat.cadence.Letters.Words;
import dev.drumbeat.cadence.schedule.RecurrenceRules;
import dev.drumbeat.platform.domain.PartnershipFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Invitations to series, and word of meetings that were moved or cancelled. */
final class Invitations {
    static final Duration AHEAD = Duration.ofDays(182);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final Letters letters;
    private final RecurrenceRules rules;
    private final CalendarWriter calendar;

    Invitations(Letters letters, RecurrenceRules rules, CalendarWriter calendar) {
        this.letters = letters;
        this.rules = rules;
        this.calendar = calendar;
    }

    void toSeries(PartnershipFacts facts, Series each, List<Member> people, Instant now) {
        if (each.endedAt() != null) {
            return;
        }
        Cause cause = new Cause(
                MailKind.INVITATION,
                "series",
                each.name(),
                Integer.toString(each.segments().size()));
        List<Member> waiting = waiting(cause, each.kind(), people);
        if (waiting.isEmpty()) {
            return;
        }
        List<Occurrence> next = each.occurrences(rules, now, now.plus(AHEAD));
        String body = "You are invited to: " + each.displayName() + " (" + facts.displayName() + ").\n\n"
                + "Length: " + each.schedule().durationMinutes() + " minutes. The next ones:\n"
                + next.stream()
                        .limit(5)
                        .map(occurrence -> "  " + moment(occurrence.startsAt(), facts))
                        .collect(Collectors.joining("\n"))
                + "\n\nThe attached file puts them into your calendar; a private calendar feed keeps it up to date.\n";
        String file = calendar.write(
                each.displayName(),
                next.stream()
                        .map(occurrence -> KeepFeeds.entry(facts, MeetingLine.of(Meeting.planned(occurrence))))
                        .toList(),
                now);
        Words words = new Words("Invitation: " + each.displayName() + ", " + facts.displayName(), body, file);
        waiting.forEach(member -> letters.write(cause, facts, member, words));
    }

    void toMeeting(PartnershipFacts facts, Meeting meeting, List<Member> people, Instant now) {
        boolean cancelled = meeting.state() == MeetingState.CANCELLED;
        if (meeting.rearranged() == 0 || !(cancelled || meeting.state().isWaiting())) {
            return;
        }
        Cause cause = new Cause(MailKind.INVITATION, "meeting", meeting.name(), Integer.toString(meeting.rearranged()));
        List<Member> waiting = waiting(cause, meeting.kind(), people);
        if (waiting.isEmpty()) {
            return;
        }
        String when = cancelled
                ? "The meeting on " + moment(meeting.startsAt(), facts) + " does not take place."
                : "New time: " + moment(meeting.startsAt(), facts) + " (planned for "
                        + moment(meeting.plannedFor(), facts) + ").";
        Words words = new Words(
                (cancelled ? "Cancelled: " : "Moved: ") + meeting.seriesName() + ", " + facts.displayName(),
                when + "\n\nReason: " + meeting.reason() + "\n",
                calendar.write(meeting.seriesName(), List.of(KeepFeeds.entry(facts, MeetingLine.of(meeting))), now));
        waiting.forEach(member -> letters.write(cause, facts, member, words));
    }

    private List<Member> waiting(Cause cause, SeriesKind kind, List<Member> people) {
        return people.stream()
                .filter(member -> kind.expects(member.role()))
                .filter(member -> !letters.isWritten(cause, member))
                .toList();
    }

    private static String moment(Instant at, PartnershipFacts facts) {
        return MOMENT.format(at.atZone(facts.timeZone())) + " (" + facts.timeZone() + ")";
    }
}
