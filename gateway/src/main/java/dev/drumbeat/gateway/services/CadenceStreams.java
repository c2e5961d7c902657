package dev.drumbeat.gateway.services;

import dev.drumbeat.proto.cadence.v1.CadenceChange;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc.CadenceServiceBlockingV2Stub;
import dev.drumbeat.proto.cadence.v1.WatchCadenceRequest;
import io.grpc.ManagedChannel;
import io.grpc.stub.BlockingClientCall;
import org.springframework.stereotype.Component;

/** What of cadence stays open for longer than a call. */
@Component
public final class CadenceStreams {
    private final ManagedChannel channel;
    private final CadenceServiceBlockingV2Stub stub;

    CadenceStreams(ManagedChannel cadenceChannel) {
        this.channel = cadenceChannel;
        this.stub = CadenceServiceGrpc.newBlockingV2Stub(cadenceChannel);
    }

    /** Changes of every partnership, asked for as the gateway. A connection that is waiting to be tried again is tried at once. */
    public BlockingClientCall<?, CadenceChange> watchCadence() {
        channel.resetConnectBackoff();
        return stub.watchCadence(WatchCadenceRequest.getDefaultInstance());
    }
}
