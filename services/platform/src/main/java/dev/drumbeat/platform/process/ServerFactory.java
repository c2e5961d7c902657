package dev.drumbeat.platform.process;

import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.grpc.ServiceInterceptors;
import dev.drumbeat.platform.identity.IdentityVerifier;
import dev.drumbeat.platform.mongo.MongoFaults;
import io.grpc.ServerBuilder;
import io.grpc.ServerInterceptor;
import io.grpc.netty.NettyServerBuilder;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/** The server that every service is reached by. */
@Factory
final class ServerFactory {
    @Singleton
    ServerInterceptor interceptors(IdentityVerifier verifier, CallerDirectory directory) {
        return new ServiceInterceptors(verifier, directory, new MongoFaults());
    }

    @Singleton
    static final class Limits implements BeanCreatedEventListener<ServerBuilder<?>> {
        @Override
        public ServerBuilder<?> onCreated(BeanCreatedEvent<ServerBuilder<?>> event) {
            ServerBuilder<?> builder = event.getBean();
            return builder instanceof NettyServerBuilder netty ? ServerLimits.apply(netty) : builder;
        }
    }
}
