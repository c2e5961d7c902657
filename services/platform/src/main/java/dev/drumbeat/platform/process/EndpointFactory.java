package dev.drumbeat.platform.process;

import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.endpoint.Access;
import dev.drumbeat.platform.endpoint.AuditReading;
import dev.drumbeat.platform.endpoint.WatchStreams;
import dev.drumbeat.platform.mongo.AuditTrail;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What a service's endpoint is made with. */
@Factory
final class EndpointFactory {
    @Singleton
    Access access(PartnershipDirectory partnerships, CallerDirectory callers) {
        return new Access(partnerships, callers);
    }

    @Singleton
    AuditReading auditReading(AuditTrail trail, Access access) {
        return new AuditReading(trail, access);
    }

    /** Open calls would hold up the end of the process; watchers come back to another replica. */
    @Singleton
    WatchStreams watchStreams() {
        WatchStreams streams = new WatchStreams();
        Runtime.getRuntime().addShutdownHook(new Thread(streams::endAll, "watches-end"));
        return streams;
    }
}
