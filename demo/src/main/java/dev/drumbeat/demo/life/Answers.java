package dev.drumbeat.demo.life;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.demo.api.ApiException;
import dev.drumbeat.demo.load.RequestIds;
import dev.drumbeat.demo.plan.PartnershipPlan;
import dev.drumbeat.demo.plan.Role;
import dev.drumbeat.demo.plan.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How one partnership answers its reds, from meeting to meeting: each action goes on by at most one step. */
final class Answers {
    /** How people treat an action. */
    enum Manner {
        /** A step at every meeting until the data may close it. */
        DILIGENT,
        /** Agreed and contained, and then nothing: it becomes overdue. */
        SLOW,
        /** Proposed by one side; the other has not answered. */
        WAITING,
        /** Nobody took it. */
        LEFT
    }

    private static final String READ = """
            query Actions($partnership: String!) {
              partnership(slug: $partnership) {
                actions(first: 100) {
                  nodes {
                    id number kpiSlug state revision viewerMay
                    proposal { owner { slug } }
                    steps { stepId kind text owner { slug } dueDate doneAt }
                  }
                }
              }
            }
            """;
    private static final int AGREED_WITHIN_DAYS = 21;

    private final Table table;
    private final int seat;

    /** @param seat position of the partnership in the demo; decides how its people treat which red */
    Answers(Table table, int seat) {
        this.table = table;
        this.seat = seat;
    }

    /** Each open action one step further. */
    void goOn() {
        for (JsonNode action : read(Side.OWNER)) {
            goOn(action);
        }
    }

    private void goOn(JsonNode action) {
        try {
            answer(action);
        } catch (ApiException e) {
            // The house writes on actions, too (escalations, figures that came in): look again, once.
            read(Side.OWNER).stream()
                    .filter(one -> one.path("id").equals(action.path("id"))
                            && !one.path("revision").equals(action.path("revision")))
                    .findFirst()
                    .ifPresentOrElse(this::answer, () -> {
                        throw e;
                    });
        }
    }

    private void answer(JsonNode action) {
        switch (manner(action)) {
            case DILIGENT -> step(action);
            case SLOW -> {
                if (List.of("OPEN", "REOPENED", "AGREED")
                        .contains(action.path("state").asText())) {
                    step(action);
                }
            }
            case WAITING -> {
                if (action.path("proposal").isMissingNode()
                        || action.path("proposal").isNull()) {
                    propose(action);
                }
            }
            case LEFT -> {}
        }
    }

    private Manner manner(JsonNode action) {
        if (table.plan().entry() == PartnershipPlan.Entry.BY_HAND_BY_PARTNER) {
            return Manner.DILIGENT;
        }
        Manner[] manners = Manner.values();
        return manners[(seat + action.path("number").asInt()) % manners.length];
    }

    private List<JsonNode> read(Side side) {
        JsonNode nodes = table.as(side, Role.OPS)
                .query(READ, Map.of("partnership", table.slug()))
                .path("partnership")
                .path("actions")
                .path("nodes");
        return StreamSupport.stream(nodes.spliterator(), false).toList();
    }

    private void step(JsonNode action) {
        var words = EightD.of(action.path("kpiSlug").asText());
        switch (action.path("state").asText()) {
            case "OPEN", "REOPENED" -> agree(action);
            case "AGREED" -> change(action, "recordContainment", Map.of("text", words.containment()));
            case "CONTAINED" ->
                change(
                        action,
                        "recordRootCause",
                        Map.of("occurrenceWhys", words.occurrenceWhys(), "escapeWhys", words.escapeWhys()));
            case "ROOT_CAUSE_FOUND" -> change(action, "planSteps", Map.of("steps", steps(action, words)));
            case "PLANNED" ->
                action.path("steps").forEach(step -> {
                    if (step.path("doneAt").isNull()) {
                        complete(action, step.path("stepId").asText());
                    }
                });
            default -> {
                if (may(action, "ACCEPT_CLOSURE")) {
                    change(action, "acceptClosure", Map.of());
                }
            }
        }
    }

    /** What was done before a red came back stays in the plan. */
    private List<Map<String, Object>> steps(JsonNode action, EightD words) {
        String due = table.today().plusDays(AGREED_WITHIN_DAYS).toString();
        Stream<Map<String, Object>> done = StreamSupport.stream(
                        action.path("steps").spliterator(), false)
                .filter(step -> !step.path("doneAt").isNull())
                .map(step -> Map.of(
                        "stepId", step.path("stepId").asText(),
                        "kind", step.path("kind").asText(),
                        "text", step.path("text").asText(),
                        "owner", step.path("owner").path("slug").asText(),
                        "dueDate", step.path("dueDate").asText()));
        Stream<Map<String, Object>> next = Stream.of(
                Map.of(
                        "kind",
                        "PERMANENT",
                        "text",
                        words.permanent(),
                        "owner",
                        table.person(Side.PARTNER, Role.OPS).slug(),
                        "dueDate",
                        due),
                Map.of(
                        "kind",
                        "SYSTEMIC",
                        "text",
                        words.systemic(),
                        "owner",
                        table.person(Side.OWNER, Role.OPS).slug(),
                        "dueDate",
                        due));
        return Stream.concat(done, next).toList();
    }

    /** The proposal stands, from the RACI or by us; both sides accept it. */
    private void agree(JsonNode action) {
        if (!may(action, "ACCEPT_OWNER") && may(action, "PROPOSE_OWNER")) {
            propose(action);
        }
        for (Side side : Side.values()) {
            read(side).stream()
                    .filter(one -> one.path("id").equals(action.path("id")) && may(one, "ACCEPT_OWNER"))
                    .findFirst()
                    .ifPresent(one -> change(side, one, "acceptOwner", Map.of()));
        }
    }

    private void propose(JsonNode action) {
        change(
                action,
                "proposeOwner",
                Map.of(
                        "owner", table.person(Side.PARTNER, Role.OPS).slug(),
                        "dueDate", table.today().plusDays(AGREED_WITHIN_DAYS).toString()));
    }

    /** Each step done changes the action, so it is read again before the next one. */
    private void complete(JsonNode action, String stepId) {
        read(Side.OWNER).stream()
                .filter(one -> one.path("id").equals(action.path("id")))
                .findFirst()
                .ifPresent(one -> change(one, "completeStep", Map.of("stepId", stepId)));
    }

    private static boolean may(JsonNode action, String move) {
        return StreamSupport.stream(action.path("viewerMay").spliterator(), false)
                .anyMatch(one -> one.asText().equals(move));
    }

    private void change(JsonNode action, String mutation, Map<String, Object> more) {
        change(Side.OWNER, action, mutation, more);
    }

    private void change(Side side, JsonNode action, String mutation, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("action", action.path("id").asText());
        input.put("revision", action.path("revision").asText());
        input.put(
                "requestId",
                RequestIds.of(
                        mutation,
                        table.slug(),
                        action.path("number").asText(),
                        action.path("revision").asText()));
        table.as(side, Role.OPS).change(Change.document(mutation, "action { state }"), input);
    }
}
