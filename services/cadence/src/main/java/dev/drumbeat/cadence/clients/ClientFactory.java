package dev.drumbeat.cadence.clients;

import dev.drumbeat.platform.grpc.CallPolicy;
import dev.drumbeat.platform.grpc.Channels;
import dev.drumbeat.platform.grpc.IdentityClientInterceptor;
import dev.drumbeat.platform.identity.IdentityMinter;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc;
import io.grpc.ManagedChannel;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Connections to the services that agendas are made of, each with this service's own identity. */
@Factory
final class ClientFactory {
    @Singleton
    @Named("kpis")
    @Bean(preDestroy = "shutdownNow")
    ManagedChannel kpis(@Value("${drumbeat.kpis-address}") String address, IdentityMinter minter) {
        return open(address, CallPolicy.of(KpisServiceGrpc.SERVICE_NAME).reads("GetScorecard"), minter);
    }

    @Singleton
    @Named("actions")
    @Bean(preDestroy = "shutdownNow")
    ManagedChannel actions(@Value("${drumbeat.actions-address}") String address, IdentityMinter minter) {
        return open(address, CallPolicy.of(ActionsServiceGrpc.SERVICE_NAME).reads("ListActions"), minter);
    }

    @Singleton
    @Named("incentives")
    @Bean(preDestroy = "shutdownNow")
    ManagedChannel incentives(@Value("${drumbeat.incentives-address}") String address, IdentityMinter minter) {
        return open(address, CallPolicy.of(IncentivesServiceGrpc.SERVICE_NAME).reads("ListStatements"), minter);
    }

    private static ManagedChannel open(String address, CallPolicy policy, IdentityMinter minter) {
        return Channels.open(address, policy, new IdentityClientInterceptor(minter::service));
    }
}
