package dev.drumbeat.gateway.actions;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.proto.actions.v1.ActionCounts;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;

/** Counts of all partnerships that one request names, in one call. */
@DgsDataLoader(name = ActionCountsLoader.NAME)
final class ActionCountsLoader implements MappedBatchLoaderWithContext<String, Outcome<ActionCounts>> {
    static final String NAME = "actionCounts";

    private final ActionReads actions;

    ActionCountsLoader(ActionReads actions) {
        this.actions = actions;
    }

    @Override
    public CompletionStage<Map<String, Outcome<ActionCounts>>> load(
            Set<String> partnerships, BatchLoaderEnvironment environment) {
        Request request = Reads.request(environment);
        return Reads.async(() -> actions.counts(request, partnerships));
    }
}
