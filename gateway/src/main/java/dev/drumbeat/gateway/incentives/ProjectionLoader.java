package dev.drumbeat.gateway.incentives;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.proto.incentives.v1.BatchGetProjectionsResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;

/** Projected money of all partnerships that one request names, in one call. */
@DgsDataLoader(name = ProjectionLoader.NAME)
final class ProjectionLoader implements MappedBatchLoaderWithContext<String, Outcome<BatchGetProjectionsResponse>> {
    static final String NAME = "projections";

    private final PayReads incentives;

    ProjectionLoader(PayReads incentives) {
        this.incentives = incentives;
    }

    @Override
    public CompletionStage<Map<String, Outcome<BatchGetProjectionsResponse>>> load(
            Set<String> partnerships, BatchLoaderEnvironment environment) {
        Request request = Reads.request(environment);
        return Reads.async(() -> incentives.projections(request, partnerships));
    }
}
