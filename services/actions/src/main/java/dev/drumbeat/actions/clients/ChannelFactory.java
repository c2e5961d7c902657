package dev.drumbeat.actions.clients;

import dev.drumbeat.platform.grpc.CallPolicy;
import dev.drumbeat.platform.grpc.Channels;
import dev.drumbeat.platform.grpc.IdentityClientInterceptor;
import dev.drumbeat.platform.identity.IdentityMinter;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc;
import io.grpc.ManagedChannel;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** The connection to kpis, in this process's own name. */
@Factory
final class ChannelFactory {
    /** Lists have the longer limit, and nobody repeats them but reconciliation itself. */
    @Singleton
    @Named("kpis")
    @Bean(preDestroy = "shutdownNow")
    ManagedChannel kpis(@Value("${drumbeat.kpis-address}") String address, IdentityMinter minter) {
        CallPolicy policy = CallPolicy.of(KpisServiceGrpc.SERVICE_NAME)
                .reads("GetScorecard")
                .streams("WatchEpisodes", "WatchScorecards");
        return Channels.open(address, policy, new IdentityClientInterceptor(minter::service));
    }
}
