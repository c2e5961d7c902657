package dev.drumbeat.systemtests.strangers;

import dev.drumbeat.systemtests.world.Partnership;
import java.util.Map;
import java.util.Optional;

/**
 * What questions are about: arguments by name, as GraphQL literals. Two subjects of equal shape, one that exists and one that
 * doesn't, give questions of equal shape.
 *
 * @param requestIds a stem for request ids, so that no two subjects share one
 */
record Subject(
        String partnership, String kpi, String company, String person, Map<String, String> ids, String requestIds) {
    private static final String MONTH = "2026-01";

    Optional<String> argument(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "slug", "partnership" -> quoted(partnership);
                    case "slugs" -> "[" + quoted(partnership) + "]";
                    case "kpi" -> quoted(kpi);
                    case "company", "owner", "partner" -> quoted(company);
                    case "person" -> quoted(person);
                    case "first" -> "5";
                    case "search" -> quoted(partnership.substring(0, 8));
                    case "number" -> "1";
                    case "from" -> quoted("2026-01-05T00:00:00Z");
                    case "to" -> quoted("2026-01-12T00:00:00Z");
                    case "id", "target", "correction", "token", "action" ->
                        ids.containsKey(name) ? quoted(ids.get(name)) : null;
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
            case "ID" -> quoted("none");
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
