package dev.drumbeat.gateway.services;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are and how long they may take.
 *
 * @param partnersAddress such as {@code dns:///partners:50051}
 * @param kpisAddress such as {@code dns:///kpis:50052}
 * @param actionsAddress such as {@code dns:///actions:50053}
 * @param cadenceAddress such as {@code dns:///cadence:50055}
 * @param incentivesAddress such as {@code dns:///incentives:50054}
 * @param requestLimit for everything one request asks for
 * @param transferLimit for an import or an export
 * @param lastKnownBytes how much of what was last known is kept
 * @param lastKnownLife how long it is kept
 */
@ConfigurationProperties("drumbeat")
public record ServiceSettings(
        String partnersAddress,
        String kpisAddress,
        String actionsAddress,
        String cadenceAddress,
        String incentivesAddress,
        String signingKey,
        Duration requestLimit,
        Duration transferLimit,
        long lastKnownBytes,
        Duration lastKnownLife) {}
