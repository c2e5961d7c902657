package dev.drumbeat.gateway.partnerships;

import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.NodeReader;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.proto.partners.v1.IngestionToken;
import dev.drumbeat.proto.partners.v1.ListIngestionTokensRequest;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceFutureStub;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Partnerships and tokens by id. */
@Component
final class PartnershipNodes implements NodeReader {
    private static final Set<String> TYPES = Set.of("Partnership", "IngestionToken");
    private static final int PAGE = 100;

    private final PartnershipDirectory directory;
    private final ServiceClient<PartnersServiceFutureStub> partners;

    PartnershipNodes(PartnershipDirectory directory, ServiceClient<PartnersServiceFutureStub> partners) {
        this.directory = directory;
        this.partners = partners;
    }

    @Override
    public boolean reads(String type) {
        return TYPES.contains(type);
    }

    @Override
    public @Nullable Object read(Request request, GlobalId id) {
        if (id.type().equals("IngestionToken")) {
            return token(request, id.name());
        }
        return Objects.requireNonNull(directory.find(request, Set.of(id.name())).get(id.name()))
                .orFault()
                .map(Known::value)
                .orElse(null);
    }

    private @Nullable IngestionToken token(Request request, String name) {
        String pageToken = "";
        do {
            ListIngestionTokensRequest question = ListIngestionTokensRequest.newBuilder()
                    .setPartnership(Names.partnershipOf(name))
                    .setPageSize(PAGE)
                    .setPageToken(pageToken)
                    .build();
            var page = partners.call(request, stub -> stub.listIngestionTokens(question));
            for (IngestionToken token : page.getIngestionTokensList()) {
                if (token.getName().equals(name)) {
                    return token;
                }
            }
            pageToken = page.getNextPageToken();
        } while (!pageToken.isEmpty());
        return null;
    }
}
