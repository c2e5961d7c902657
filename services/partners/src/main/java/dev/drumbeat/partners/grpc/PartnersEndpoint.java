package dev.drumbeat.partners.grpc;

import dev.drumbeat.platform.endpoint.Parts;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import jakarta.inject.Singleton;
import java.util.List;

/** The contract as one service, put together of its parts. Each method decodes, asks one use case, encodes. */
@Singleton
final class PartnersEndpoint implements BindableService {
    private final List<PartnersPart> parts;

    PartnersEndpoint(List<PartnersPart> parts) {
        this.parts = parts;
    }

    @Override
    public ServerServiceDefinition bindService() {
        return Parts.together(PartnersServiceGrpc.getServiceDescriptor(), parts);
    }
}
