package dev.drumbeat.platform.process;

import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.grpc.ServiceInterceptors;
import dev.drumbeat.platform.identity.IdentityVerifier;
import dev.drumbeat.platform.mongo.MongoFaults;
import dev.drumbeat.platform.telemetry.CallFigures;
import io.grpc.ServerBuilder;
import io.grpc.ServerInterceptor;
import io.grpc.netty.NettyServerBuilder;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server that every service is reached by. */
@Factory
final class ServerFactory {
    @Singleton
    ServerInterceptor interceptors(IdentityVerifier verifier, CallerDirectory directory, CallFigures figures) {
        return new ServiceInterceptors(verifier, directory, new MongoFaults(), figures);
    }

    /** Says when the process answers, and on which port. */
    @Singleton
    static final class Announcement implements ApplicationEventListener<ServerStartupEvent> {
        private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

        @Override
        public void onApplicationEvent(ServerStartupEvent event) {
            LOG.info("ready on port {}", event.getSource().getPort());
        }
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
