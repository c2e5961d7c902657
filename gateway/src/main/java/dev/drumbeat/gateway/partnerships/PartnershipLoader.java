package dev.drumbeat.gateway.partnerships;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.proto.partners.v1.Partnership;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.MappedBatchLoaderWithContext;

/** All partnerships that one request names, in one call. */
@DgsDataLoader(name = PartnershipLoader.NAME)
public final class PartnershipLoader implements MappedBatchLoaderWithContext<String, Outcome<Partnership>> {
    public static final String NAME = "partnerships";

    private final PartnershipDirectory directory;

    PartnershipLoader(PartnershipDirectory directory) {
        this.directory = directory;
    }

    @Override
    public CompletionStage<Map<String, Outcome<Partnership>>> load(
            Set<String> names, BatchLoaderEnvironment environment) {
        Request request = Reads.request(environment);
        return Reads.async(() -> directory.find(request, names));
    }
}
