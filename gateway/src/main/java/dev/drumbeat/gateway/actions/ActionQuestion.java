package dev.drumbeat.gateway.actions;

import dev.drumbeat.gateway.graphql.InputFault;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.actions.v1.ActionState;
import dev.drumbeat.proto.actions.v1.ListActionsRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a list of actions in the contract's words. */
final class ActionQuestion {
    private static final int PAGE_MAX = 100;

    private ActionQuestion() {}

    static ListActionsRequest of(String partnership, Map<String, ? extends @Nullable Object> arguments) {
        ListActionsRequest.Builder question =
                ListActionsRequest.newBuilder().setParent(partnership).setPageSize(first(arguments.get("first")));
        if (arguments.get("after") instanceof String after) {
            question.setPageToken(after);
        }
        if (arguments.get("asOf") instanceof Instant asOf) {
            question.setAsOf(Wire.timestamp(asOf));
        }
        if (arguments.get("states") instanceof List<?> states) {
            states.forEach(state -> question.addStates(Wire.value(ActionState.class, String.valueOf(state))));
        }
        return question.build();
    }

    private static int first(@Nullable Object argument) {
        int first = argument instanceof Integer number ? number : 25;
        if (first < 1 || first > PAGE_MAX) {
            throw new InputFault("first must be 1 to " + PAGE_MAX + ".");
        }
        return first;
    }
}
