package dev.drumbeat.gateway.services;

import dev.drumbeat.proto.actions.v1.ActionsChange;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc.ActionsServiceBlockingV2Stub;
import dev.drumbeat.proto.actions.v1.WatchActionsRequest;
import io.grpc.ManagedChannel;
import io.grpc.stub.BlockingClientCall;
import org.springframework.stereotype.Component;

/** What of actions stays open for longer than a call. */
@Component
public final class ActionsStreams {
    private final ManagedChannel channel;
    private final ActionsServiceBlockingV2Stub stub;

    ActionsStreams(ManagedChannel actionsChannel) {
        this.channel = actionsChannel;
        this.stub = ActionsServiceGrpc.newBlockingV2Stub(actionsChannel);
    }

    /** Changes of every partnership, asked for as the gateway. A connection that is waiting to be tried again is tried at once. */
    public BlockingClientCall<?, ActionsChange> watchActions() {
        channel.resetConnectBackoff();
        return stub.watchActions(WatchActionsRequest.getDefaultInstance());
    }
}
