package dev.drumbeat.gateway.cadence;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.proto.cadence.v1.PartnershipCadence;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;

/** Health and next meeting of all partnerships that one request names, in one call. */
@DgsDataLoader(name = CadenceLoader.NAME)
final class CadenceLoader implements MappedBatchLoaderWithContext<String, Outcome<PartnershipCadence>> {
    static final String NAME = "cadences";

    private final Cadences cadences;

    CadenceLoader(Cadences cadences) {
        this.cadences = cadences;
    }

    @Override
    public CompletionStage<Map<String, Outcome<PartnershipCadence>>> load(
            Set<String> partnerships, BatchLoaderEnvironment environment) {
        Request request = Reads.request(environment);
        return Reads.async(() -> cadences.find(request, partnerships));
    }
}
