package dev.drumbeat.gateway.scorecard;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.proto.kpis.v1.Scorecard;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;

/** All pages that one request names, in one call. */
@DgsDataLoader(name = ScorecardLoader.NAME)
final class ScorecardLoader implements MappedBatchLoaderWithContext<ScorecardKey, Outcome<Scorecard>> {
    static final String NAME = "scorecards";

    private final Scorecards scorecards;

    ScorecardLoader(Scorecards scorecards) {
        this.scorecards = scorecards;
    }

    @Override
    public CompletionStage<Map<ScorecardKey, Outcome<Scorecard>>> load(
            Set<ScorecardKey> keys, BatchLoaderEnvironment environment) {
        Request request = Reads.request(environment);
        return Reads.async(() -> scorecards.find(request, keys));
    }
}
