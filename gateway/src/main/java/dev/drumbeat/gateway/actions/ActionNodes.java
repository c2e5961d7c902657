package dev.drumbeat.gateway.actions;

import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.NodeReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Corrective actions by id. */
@Component
final class ActionNodes implements NodeReader {
    private final ActionReads actions;

    ActionNodes(ActionReads actions) {
        this.actions = actions;
    }

    @Override
    public boolean reads(String type) {
        return type.equals("CorrectiveAction");
    }

    @Override
    public @Nullable Object read(Request request, GlobalId id) {
        return actions.live(request, id.name());
    }
}
