package dev.drumbeat.systemtests.strangers;

import dev.drumbeat.systemtests.world.Furnishings;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What questions are about: arguments by name, as GraphQL literals. Two subjects of equal shape, one that exists and one that
 * doesn't, give questions of equal shape.
 *
 * @param meeting the last part of a meeting's address
 * @param agreement the slug of an agreement
 * @param id what any argument that takes an id is given; empty to leave out what may be left out
 * @param requestIds a stem for request ids, so that no two subjects share one
 */
record Subject(
        String partnership,
        String kpi,
        String company,
        String person,
        String meeting,
        String agreement,
        String id,
        String requestIds) {
    private static final String MONTH = "2026-01";

    /** About a partnership of which more is known than its name. */
    static Subject of(Partnership partnership, Furnishings furnishings) {
        return new Subject(
                partnership.slug(),
                Partnership.GOAL,
                partnership.partner(),
                partnership.person(Seat.PARTNER_OPS),
                furnishings.meeting(),
                furnishings.agreement(),
                "",
                partnership.slug() + "-request");
    }

    Subject withId(String other) {
        return new Subject(partnership, kpi, company, person, meeting, agreement, other, requestIds);
    }

    /** The type of what the id names. */
    String type() {
        return Asked.typeOf(id);
    }

    /** @param field which takes the argument: a slug is another one's for each */
    Optional<String> argument(String field, String name) {
        return switch (field + "." + name) {
            case "kpi.slug" -> Optional.of(quoted(kpi));
            case "meeting.slug" -> Optional.of(quoted(meeting));
            case "agreement.slug", "whatIf.agreement" -> Optional.of(quoted(agreement));
            case "statement.slug" -> Optional.of(quoted(agreement + "." + Partnership.month(1) + ".1"));
            // Asked for everything: what is narrowed shows less.
            case "auditTrail.person", "auditTrail.from" -> Optional.empty();
            case "auditTrail.action" ->
                Optional.of(id).filter(given -> !given.isEmpty()).map(Subject::quoted);
            default -> argument(name);
        };
    }

    Optional<String> argument(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "meeting" -> quoted(meeting);
                    case "slug", "partnership" -> quoted(partnership);
                    case "slugs" -> "[" + quoted(partnership) + "]";
                    case "kpi" -> quoted(kpi);
                    case "company", "owner", "partner" -> quoted(company);
                    case "person" -> quoted(person);
                    case "first" -> "5";
                    case "search" -> quoted(partnership.substring(0, Math.min(8, partnership.length())));
                    case "number" -> "1";
                    case "from" -> quoted(LocalDate.now(ZoneOffset.UTC).minusDays(1) + "T00:00:00Z");
                    case "to" -> quoted(LocalDate.now(ZoneOffset.UTC).plusDays(6) + "T00:00:00Z");
                    default -> null;
                });
    }

    /** Something valid for a required field that doesn't name the subject. */
    String filler(String type, String name) {
        return switch (type) {
            case "Period" -> quoted(MONTH);
            case "Date" -> quoted("2099-12-31");
            case "Decimal" -> quoted("1");
            case "Int" -> "1";
            case "Boolean" -> "false";
            case "ID" -> quoted(id.isEmpty() ? "none" : id);
            default ->
                switch (name) {
                    case "requestId" -> quoted(requestIds + "-" + System.nanoTime());
                    case "revision" -> quoted("1");
                    case "email" -> quoted(requestIds + System.nanoTime() + "@people.example");
                    // Who asks knows their own: a wrong one would only show that it is wrong.
                    case "password" -> quoted(Partnership.PASSWORD);
                    case "timeZone" -> quoted("UTC");
                    case "currency" -> quoted("EUR");
                    default -> quoted("a filler of enough length");
                };
        };
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
