package dev.drumbeat.gateway.actions;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.proto.actions.v1.ListActionsRequest;
import dev.drumbeat.proto.actions.v1.ListActionsResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;

/** Pages of actions: each question once per request, however often it is asked for, and all at the same time. */
@DgsDataLoader(name = ActionListLoader.NAME)
final class ActionListLoader implements MappedBatchLoaderWithContext<ListActionsRequest, Outcome<ListActionsResponse>> {
    static final String NAME = "actions";

    private final ActionReads actions;

    ActionListLoader(ActionReads actions) {
        this.actions = actions;
    }

    @Override
    public CompletionStage<Map<ListActionsRequest, Outcome<ListActionsResponse>>> load(
            Set<ListActionsRequest> questions, BatchLoaderEnvironment environment) {
        Request request = Reads.request(environment);
        Map<ListActionsRequest, CompletableFuture<Outcome<ListActionsResponse>>> asked = new HashMap<>();
        questions.forEach(question -> asked.put(question, Reads.async(() -> actions.list(request, question))));
        return CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
                .thenApply(all -> {
                    Map<ListActionsRequest, Outcome<ListActionsResponse>> found = new HashMap<>();
                    asked.forEach((question, answer) -> found.put(question, answer.join()));
                    return found;
                });
    }
}
