package dev.drumbeat.gateway.services;

import dev.drumbeat.proto.incentives.v1.IncentivesChange;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc.IncentivesServiceBlockingV2Stub;
import dev.drumbeat.proto.incentives.v1.WatchIncentivesRequest;
import io.grpc.ManagedChannel;
import io.grpc.stub.BlockingClientCall;
import org.springframework.stereotype.Component;

/** What of incentives stays open for longer than a call. */
@Component
public final class IncentivesStreams {
    private final ManagedChannel channel;
    private final IncentivesServiceBlockingV2Stub stub;

    IncentivesStreams(ManagedChannel incentivesChannel) {
        this.channel = incentivesChannel;
        this.stub = IncentivesServiceGrpc.newBlockingV2Stub(incentivesChannel);
    }

    /** Changes of every partnership, asked for as the gateway. A connection that is waiting to be tried again is tried at once. */
    public BlockingClientCall<?, IncentivesChange> watchIncentives() {
        channel.resetConnectBackoff();
        return stub.watchIncentives(WatchIncentivesRequest.getDefaultInstance());
    }
}
