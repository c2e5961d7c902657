package dev.drumbeat.cadence.grpc;

import dev.drumbeat.platform.endpoint.Parts;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import jakarta.inject.Singleton;
import java.util.List;

/** The contract as one service, put together of its parts. Each method decodes, asks one use case, encodes. */
@Singleton
final class CadenceEndpoint implements BindableService {
    private final List<CadencePart> parts;

    CadenceEndpoint(List<CadencePart> parts) {
        this.parts = parts;
    }

    @Override
    public ServerServiceDefinition bindService() {
        return Parts.together(CadenceServiceGrpc.getServiceDescriptor(), parts);
    }
}
