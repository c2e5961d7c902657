package dev.drumbeat.cadence.minutes;

import dev.drumbeat.cadence.Attendance;
import dev.drumbeat.cadence.Commitment;
import dev.drumbeat.cadence.Decision;
import dev.drumbeat.cadence.Meeting;
import dev.drumbeat.cadence.Minutes;
import dev.drumbeat.cadence.MinutesExport;
import dev.drumbeat.cadence.Participant;
import dev.drumbeat.cadence.ReadCadence;
import dev.drumbeat.cadence.agenda.Agenda;
import dev.drumbeat.cadence.agenda.AgendaItem;
import dev.drumbeat.cadence.agenda.KpiFact;
import dev.drumbeat.cadence.agenda.Part;
import dev.drumbeat.platform.domain.Activity;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes minutes as they were frozen. */
@Singleton
final class MinutesFiles implements MinutesExport {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    @Override
    public File write(ReadCadence.Seen seen, Format format, Locale language) {
        Meeting meeting = seen.meeting().value();
        String name = "minutes-" + meeting.id();
        return switch (format) {
            case MARKDOWN ->
                new File(name + ".md", "text/markdown; charset=utf-8", markdown(seen, new Phrases(language)));
            case CSV -> new File(name + ".csv", "text/csv; charset=utf-8", csv(seen, new Phrases(language)));
        };
    }

    private static String markdown(ReadCadence.Seen seen, Phrases phrases) {
        Meeting meeting = seen.meeting().value();
        Minutes minutes = Objects.requireNonNull(meeting.minutes());
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(Markdown.escaped(meeting.seriesName()))
                .append(" · ")
                .append(Markdown.escaped(seen.scope().facts().displayName()))
                .append("\n\n")
                .append(phrases.moment(meeting.startsAt(), meeting.zone()))
                .append(" (")
                .append(meeting.timeZone())
                .append(")\n");
        section(
                text,
                phrases.of("attendance"),
                meeting.attendances().stream()
                        .map(attendance -> person(attendance.person()))
                        .toList());
        section(
                text,
                phrases.of("scorecard"),
                minutes.scorecard().stream()
                        .map(kpi -> Markdown.escaped(kpi.displayName()) + ": " + standing(kpi, phrases))
                        .toList());
        Agenda agenda = meeting.agenda();
        section(
                text,
                phrases.of("missing"),
                missing(seen).map(part -> phrases.of("part", part)).toList());
        section(
                text,
                phrases.of("agenda"),
                items(seen).stream()
                        .map(item -> item(item, kind(item, agenda, phrases), phrases))
                        .toList());
        section(
                text,
                phrases.of("decisions"),
                meeting.decisions().stream()
                        .map(decision -> decision(decision, phrases))
                        .toList());
        section(
                text,
                phrases.of("commitments"),
                minutes.commitments().stream()
                        .map(commitment -> "**" + person(commitment.owner()) + "**, " + phrases.date(commitment.due())
                                + ": " + Markdown.escaped(commitment.text()))
                        .toList());
        if (!meeting.unresolvedReason().isEmpty()) {
            section(text, phrases.of("unresolved"), List.of(Markdown.escaped(meeting.unresolvedReason())));
        }
        return text.append("\n---\n")
                .append(phrases.of("frozen"))
                .append(' ')
                .append(phrases.moment(minutes.frozenAt(), meeting.zone()))
                .append(", ")
                .append(Markdown.escaped(minutes.frozenBy().displayName()))
                .append(". SHA-256 ")
                .append(minutes.fingerprint())
                .append('\n')
                .toString();
    }

    private static void section(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n## ").append(title).append("\n\n");
            lines.forEach(line -> text.append("- ").append(line).append('\n'));
        }
    }

    /** Who owns a red is not said of one that nobody could be asked about. */
    private static String kind(AgendaItem item, Agenda agenda, Phrases phrases) {
        return item.isOwnerUnknown(agenda.missing()) ? phrases.of("owner_unknown") : phrases.of("kind", item.kind());
    }

    private static String item(AgendaItem item, String kind, Phrases phrases) {
        StringBuilder line = new StringBuilder(kind)
                .append(": **")
                .append(Markdown.escaped(item.title()))
                .append("** · ")
                .append(phrases.of("state", item.state()));
        if (!item.reason().isEmpty()) {
            line.append(" (").append(Markdown.escaped(item.reason())).append(')');
        }
        if (!item.note().isEmpty()) {
            line.append("  \n  ").append(Markdown.escaped(item.note()));
        }
        return line.toString();
    }

    private static String decision(Decision decision, Phrases phrases) {
        String why =
                decision.why().isEmpty() ? "" : "  \n  " + phrases.of("why") + ": " + Markdown.escaped(decision.why());
        return Markdown.escaped(decision.what()) + why + "  \n  " + phrases.of("decided_by") + ": "
                + decision.decidedBy().stream().map(MinutesFiles::person).collect(Collectors.joining(", "));
    }

    private static String person(Participant person) {
        return Markdown.escaped(person.displayName() + " (" + person.companyDisplayName() + ")");
    }

    private static String standing(KpiFact kpi, Phrases phrases) {
        String target =
                kpi.target().isEmpty() ? "" : ", " + phrases.of("target") + " " + phrases.figure(kpi.target(), kpi);
        return phrases.figure(kpi.value(), kpi) + target + " · " + phrases.status(kpi.status())
                + (kpi.period().isEmpty() ? "" : " · " + kpi.period());
    }

    private static String csv(ReadCadence.Seen seen, Phrases phrases) {
        Meeting meeting = seen.meeting().value();
        Minutes minutes = Objects.requireNonNull(meeting.minutes());
        StringBuilder text = new StringBuilder();
        try (CSVPrinter rows = new CSVPrinter(text, CSVFormat.RFC4180)) {
            row(
                    rows, "section", "kind", "text", "detail", "reason", "person", "company", "date", "state", "value",
                    "target");
            for (Attendance each : meeting.attendances()) {
                row(
                        rows,
                        "attendance",
                        "",
                        "",
                        "",
                        "",
                        each.person().displayName(),
                        each.person().companyDisplayName(),
                        each.joinedAt().toString(),
                        "",
                        "",
                        "");
            }
            for (KpiFact kpi : minutes.scorecard()) {
                row(
                        rows,
                        "scorecard",
                        kpi.unit(),
                        kpi.displayName(),
                        "",
                        "",
                        "",
                        "",
                        kpi.period(),
                        kpi.status(),
                        kpi.value(),
                        kpi.target());
            }
            for (Part part : missing(seen).toList()) {
                row(rows, "missing", "", phrases.of("part", part), "", "", "", "", "", "", "", "");
            }
            for (AgendaItem item : items(seen)) {
                row(
                        rows,
                        "agenda",
                        kind(item, meeting.agenda(), phrases),
                        item.title(),
                        item.note(),
                        item.reason(),
                        "",
                        "",
                        "",
                        phrases.of("state", item.state()),
                        "",
                        "");
            }
            for (Decision decision : meeting.decisions()) {
                row(
                        rows,
                        "decision",
                        "",
                        decision.what(),
                        "",
                        decision.why(),
                        decision.decidedBy().stream()
                                .map(Participant::displayName)
                                .collect(Collectors.joining(", ")),
                        "",
                        decision.recordedAt().toString(),
                        "",
                        "",
                        "");
            }
            for (Commitment each : minutes.commitments()) {
                row(
                        rows,
                        "commitment",
                        "",
                        each.text(),
                        "",
                        "",
                        each.owner().displayName(),
                        each.owner().companyDisplayName(),
                        each.due().toString(),
                        each.state().name(),
                        "",
                        "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void row(CSVPrinter rows, String... cells) throws IOException {
        for (String cell : cells) {
            rows.print(safe(cell));
        }
        rows.println();
    }

    /** A spreadsheet would compute what begins like a formula. */
    private static String safe(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** What the meeting went without when it ended. */
    private static Stream<Part> missing(ReadCadence.Seen seen) {
        return seen.meeting().value().agenda().missing().stream()
                .filter(part -> part != Part.INCENTIVES || seen.scope().may(Activity.READ_MONEY));
    }

    private static List<AgendaItem> items(ReadCadence.Seen seen) {
        return seen.meeting().value().agenda().items().stream()
                .filter(item -> !item.kind().isAboutMoney() || seen.scope().may(Activity.READ_MONEY))
                .toList();
    }
}
