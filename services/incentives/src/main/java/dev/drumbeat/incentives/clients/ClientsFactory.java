package dev.drumbeat.incentives.clients;

import dev.drumbeat.incentives.Kpis;
import dev.drumbeat.platform.grpc.Channels;
import dev.drumbeat.platform.grpc.IdentityClientInterceptor;
import dev.drumbeat.platform.identity.IdentityMinter;
import io.grpc.ManagedChannel;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Connects this process to the services it asks. */
@Factory
final class ClientsFactory {
    @Singleton
    @Named("kpis")
    @Bean(preDestroy = "shutdownNow")
    ManagedChannel kpisChannel(@Value("${drumbeat.kpis-address}") String address, IdentityMinter minter) {
        return Channels.open(address, RemoteKpis.policy(), new IdentityClientInterceptor(minter::service));
    }

    @Singleton
    Kpis kpis(@Named("kpis") ManagedChannel channel) {
        return new RemoteKpis(channel);
    }
}
