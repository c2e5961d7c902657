package dev.drumbeat.demo.life;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.demo.load.RequestIds;
import dev.drumbeat.demo.plan.Role;
import dev.drumbeat.demo.plan.Side;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * One planned meeting of a partnership, and how its people hold it.
 *
 * @param seat position of the partnership in the demo
 * @param week which week of the demo's past it lies in, from 0
 */
record Meeting(Table table, int seat, int week, String slug, boolean review, Instant start) {
    /** Whose meetings nobody comes to any more. */
    private static final int STARVING_SEAT = 3;

    private static final int STARVING_FROM_WEEK = 7;
    private static final int ITEMS_TALKED_ABOUT = 3;
    private static final List<String> LEFT_FOR_NEXT_TIME =
            List.of("UNOWNED_RED", "OVERDUE_ACTION", "DUE_ACTION", "OWNED_RED", "STATEMENT_TO_SIGN", "OPEN_COMMITMENT");

    private static final String PLANNED = """
            query Planned($partnership: String!, $from: DateTime!, $to: DateTime!) {
              partnership(slug: $partnership) {
                meetings(from: $from, to: $to, first: 100) { nodes { slug kind state startsAt } }
              }
            }
            """;
    private static final String AGENDA = """
            query Agenda($partnership: String!, $meeting: String!) {
              partnership(slug: $partnership) {
                meeting(slug: $meeting) { meeting { items { itemId kind state revision } } }
                commitments(first: 25) { nodes { id revision owner { slug } } }
              }
            }
            """;

    /** What is planned in a stretch of time; nothing where there is no cadence. */
    static List<Meeting> planned(Table table, int seat, int week, Instant from, Instant to) {
        JsonNode nodes = table.as(Side.OWNER, Role.OPS)
                .query(PLANNED, Map.of("partnership", table.slug(), "from", from.toString(), "to", to.toString()))
                .path("partnership")
                .path("meetings")
                .path("nodes");
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(node -> List.of("SCHEDULED", "MOVED", "IN_PROGRESS")
                        .contains(node.path("state").asText()))
                .map(node -> new Meeting(
                        table,
                        seat,
                        week,
                        node.path("slug").asText(),
                        node.path("kind").asText().equals("LEADERSHIP_REVIEW"),
                        Instant.parse(node.path("startsAt").asText())))
                .toList();
    }

    /** One meeting more that can be held at once, on whatever day a visitor comes. */
    static void callForToday(Table table) {
        LocalDateTime start = LocalDateTime.ofInstant(
                        table.time().now(), table.owner().timeZone())
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(10);
        table.as(Side.OWNER, Role.OPS)
                .change(
                        Change.document("createMeetingSeries", "series { slug }"),
                        Map.of(
                                "partnership", table.slug(),
                                "kind", "OTHER",
                                "displayName", "Extra sync (demo)",
                                "schedule",
                                        Map.of(
                                                "pattern", Map.of("kind", "ONCE"),
                                                "start", start.toString(),
                                                "timeZone",
                                                        table.owner().timeZone().getId(),
                                                "durationMinutes", 240),
                                "requestId",
                                        RequestIds.of(
                                                "today",
                                                table.slug(),
                                                start.toLocalDate().toString())));
    }

    /** Some weeks something else was more important, and one partnership has stopped meeting. */
    boolean takesPlace() {
        return seat == STARVING_SEAT ? week < STARVING_FROM_WEEK : (seat * 7 + week * 5) % 19 != 0;
    }

    void begin() {
        change(Side.OWNER, "startMeeting", Map.of());
        boolean partnerComes = (seat * 5 + week * 3) % 23 != 4;
        if (partnerComes) {
            change(Side.PARTNER, "attendMeeting", Map.of());
        }
    }

    void talk() {
        JsonNode agenda = agenda();
        StreamSupport.stream(
                        agenda.path("meeting").path("meeting").path("items").spliterator(), false)
                .filter(item -> item.path("state").asText().equals("OPEN")
                        && !LEFT_FOR_NEXT_TIME.contains(item.path("kind").asText()))
                .limit(ITEMS_TALKED_ABOUT)
                .forEach(item -> change(
                        Side.OWNER,
                        "closeAgendaItem",
                        Map.of(
                                "itemId", item.path("itemId").asText(),
                                "revision", item.path("revision").asText(),
                                "state", "DONE")));
        if (review) {
            change(
                    Side.OWNER,
                    "addDecision",
                    Map.of(
                            "what", "Demo text: targets stay as they are until the open reds have an owner and a plan.",
                            "why", "A new target while a red is open would hide it."));
        } else if ((seat + week) % 3 == 0) {
            keepPromises(agenda);
            change(
                    Side.OWNER,
                    "addCommitment",
                    Map.of(
                            "text", promise(),
                            "owner",
                                    table.person((seat + week) % 2 == 0 ? Side.OWNER : Side.PARTNER, Role.OPS)
                                            .slug(),
                            "dueDate", table.today().plusDays(14).toString()));
        }
    }

    void end() {
        change(Side.OWNER, "endMeeting", Map.of("unresolvedReason", "Demo text: comes back next week with its owner."));
    }

    private String promise() {
        List<String> promises = List.of(
                "Demo text: send the release plan of the coming month.",
                "Demo text: confirm the forecast of the next quarter.",
                "Demo text: bring the cost of air freight by destination.",
                "Demo text: name a deputy for the weeks of leave.");
        return promises.get((seat * 3 + week) % promises.size());
    }

    /** What was promised is done before something new is, except now and then. */
    private void keepPromises(JsonNode agenda) {
        if ((seat + week) % 4 == 3) {
            return;
        }
        agenda.path("commitments").path("nodes").forEach(one -> {
            boolean owners = one.path("owner")
                    .path("slug")
                    .asText()
                    .equals(table.person(Side.OWNER, Role.OPS).slug());
            String id = one.path("id").asText();
            table.as(owners ? Side.OWNER : Side.PARTNER, Role.OPS)
                    .change(
                            Change.document("completeCommitment", "commitment { id }"),
                            Map.of(
                                    "commitment", id,
                                    "revision", one.path("revision").asText(),
                                    "requestId", RequestIds.of("kept", id)));
        });
    }

    private JsonNode agenda() {
        return table.as(Side.OWNER, role())
                .query(AGENDA, Map.of("partnership", table.slug(), "meeting", slug))
                .path("partnership");
    }

    private Role role() {
        return review ? Role.LEADER : Role.OPS;
    }

    private void change(Side side, String mutation, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("partnership", table.slug());
        input.put("meeting", slug);
        input.put(
                "requestId",
                RequestIds.of(
                        mutation,
                        table.slug(),
                        slug,
                        side.name(),
                        more.getOrDefault("itemId", "").toString()));
        table.as(side, role()).change(Change.document(mutation, "meeting { state }"), input);
    }
}
