package dev.drumbeat.gateway.incentives;

import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.NodeReader;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.proto.incentives.v1.Disclosure;
import dev.drumbeat.proto.incentives.v1.GetAgreementRequest;
import dev.drumbeat.proto.incentives.v1.GetStatementRequest;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc.IncentivesServiceFutureStub;
import dev.drumbeat.proto.incentives.v1.ListDisclosuresRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Agreements, statements and disclosures by id. */
@Component
final class IncentiveNodes implements NodeReader {
    private static final Set<String> TYPES = Set.of("Agreement", "Statement", "Disclosure");
    private static final int PAGE = 100;

    private final ServiceClient<IncentivesServiceFutureStub> incentives;

    IncentiveNodes(ServiceClient<IncentivesServiceFutureStub> incentives) {
        this.incentives = incentives;
    }

    @Override
    public boolean reads(String type) {
        return TYPES.contains(type);
    }

    @Override
    public @Nullable Object read(Request request, GlobalId id) {
        String name = id.name();
        return switch (id.type()) {
            case "Agreement" ->
                incentives.call(
                        request,
                        stub -> stub.getAgreement(
                                GetAgreementRequest.newBuilder().setName(name).build()));
            case "Statement" ->
                incentives.call(
                        request,
                        stub -> stub.getStatement(
                                GetStatementRequest.newBuilder().setName(name).build()));
            default -> disclosure(request, name);
        };
    }

    private @Nullable Disclosure disclosure(Request request, String name) {
        String token = "";
        do {
            ListDisclosuresRequest question = ListDisclosuresRequest.newBuilder()
                    .setParent(Names.partnershipOf(name))
                    .setPageSize(PAGE)
                    .setPageToken(token)
                    .build();
            var page = incentives.call(request, stub -> stub.listDisclosures(question));
            for (Disclosure one : page.getDisclosuresList()) {
                if (one.getName().equals(name)) {
                    return one;
                }
            }
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return null;
    }
}
