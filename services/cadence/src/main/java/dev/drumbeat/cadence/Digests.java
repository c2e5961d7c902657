package dev.drumbeat.cadence;

import dev.drumbeat.cadence.Letters.Cause;
import dev.drumbeat.cadence.Letters.Words;
import dev.drumbeat.cadence.agenda.AgendaItem;
import dev.drumbeat.cadence.agenda.AgendaSources;
import dev.drumbeat.cadence.agenda.Asking;
import dev.drumbeat.cadence.agenda.Findings;
import dev.drumbeat.cadence.agenda.Part;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Grant;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.RoleTable;
import dev.drumbeat.platform.domain.Seat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Once a week, what is red, unowned, overdue or to sign: from Monday morning on, and when nobody could write it then (the service was
 * down, the clock jumped), later in the week, as things are by then. A week that is over gets none.
 */
final class Digests {
    private static final LocalTime FROM = LocalTime.of(7, 0);
    private static final LocalTime UNTIL = LocalTime.of(12, 0);
    /** How long a digest waits for parts that can't be reached. */
    private static final Duration PATIENCE = Duration.ofHours(3);

    private final Letters letters;
    private final MeetingStore meetings;
    private final AgendaSources sources;

    Digests(Letters letters, MeetingStore meetings, AgendaSources sources) {
        this.letters = letters;
        this.meetings = meetings;
        this.sources = sources;
    }

    /** From Monday, 7:00, to Friday, 12:00, where the partnership is. */
    static boolean isTime(ZonedDateTime local) {
        LocalDate monday = monday(local);
        return !local.toLocalDateTime().isBefore(monday.atTime(FROM))
                && local.toLocalDateTime()
                        .isBefore(monday.with(DayOfWeek.FRIDAY).atTime(UNTIL));
    }

    /** False when something needed could not be reached and there is still time to try again. */
    boolean write(PartnershipFacts facts, List<Member> people, ZonedDateTime local) {
        LocalDate monday = monday(local);
        Cause cause = new Cause(MailKind.DIGEST, "digest", facts.name(), monday.toString());
        List<Member> waiting = people.stream()
                .filter(member -> member.role() != Role.VIEWER)
                .filter(member -> !letters.isWritten(cause, member))
                .toList();
        if (waiting.isEmpty()) {
            return true;
        }
        Findings findings = sources.find(facts.name());
        LocalDateTime patientUntil = monday.atTime(FROM).plus(PATIENCE);
        if (!findings.missing().isEmpty() && local.toLocalDateTime().isBefore(patientUntil)) {
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
        waiting.forEach(member -> letters.write(
                cause,
                facts,
                member,
                new Words("This week: " + facts.displayName(), digest(items, findings, member), "")));
        return true;
    }

    private static LocalDate monday(ZonedDateTime local) {
        return local.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static String digest(List<AgendaItem> items, Findings findings, Member member) {
        Seat seat = Seat.of(member.participant().side(), member.role());
        boolean readsMoney = RoleTable.get().grant(Activity.READ_MONEY, seat) == Grant.YES;
        String lines = items.stream()
                .filter(item -> !item.kind().isAboutMoney() || readsMoney)
                .map(item -> line(item, findings.missing()))
                .collect(Collectors.joining("\n"));
        String missing = findings.missing().stream()
                .filter(part -> part != Part.INCENTIVES || readsMoney)
                .map(part -> part.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return (lines.isEmpty() ? "Nothing is red, overdue or waiting for you.\n" : lines + "\n")
                + (missing.isEmpty() ? "" : "\nCould not be reached when this was written: " + missing + ".\n");
    }

    private static String line(AgendaItem item, Set<Part> missing) {
        String what = switch (item.kind()) {
            case UNOWNED_RED -> item.isOwnerUnknown(missing) ? "Red, owner not known now" : "Red, and nobody owns it";
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
}
