package dev.drumbeat.platform.process;

import dev.drumbeat.platform.clock.MovableClock;
import dev.drumbeat.platform.directory.CachedDirectory;
import dev.drumbeat.platform.directory.RemoteDirectory;
import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.grpc.Channels;
import dev.drumbeat.platform.grpc.IdentityClientInterceptor;
import dev.drumbeat.platform.identity.IdentityMinter;
import dev.drumbeat.platform.identity.IdentityVerifier;
import dev.drumbeat.platform.identity.SigningKey;
import dev.drumbeat.platform.identity.TrustedKeys;
import io.grpc.ManagedChannel;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Time, keys, and how callers are known. */
@Factory
final class IdentityFactory {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityFactory.class);
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    /** Milliseconds, as the store keeps them: what is written and what is read back are equal. A test brings its own. */
    @Singleton
    @Requires(missingBeans = Clock.class)
    Clock clock(@Value("${drumbeat.clock-file:}") String file) {
        return MovableClock.over(Clock.tickMillis(ZoneOffset.UTC), file);
    }

    @Singleton
    SigningKey signingKey(@Value("${drumbeat.signing-key}") String file) {
        return SigningKey.read(Path.of(file));
    }

    @Singleton
    TrustedKeys trustedKeys(@Value("${drumbeat.trusted-keys}") String directory) {
        return TrustedKeys.read(Path.of(directory));
    }

    @Singleton
    IdentityMinter minter(SigningKey key, Clock clock) {
        return new IdentityMinter(key, clock);
    }

    @Singleton
    IdentityVerifier verifier(TrustedKeys trusted, Clock clock) {
        return new IdentityVerifier(trusted, clock);
    }

    /** The partners service brings a directory of its own; everybody else asks it. */
    @Singleton
    @Named("partners")
    @Bean(preDestroy = "shutdownNow")
    @Requires(property = "drumbeat.partners-address")
    ManagedChannel partners(@Value("${drumbeat.partners-address}") String address, IdentityMinter minter) {
        return Channels.open(address, RemoteDirectory.policy(), new IdentityClientInterceptor(minter::service));
    }

    /** Before the first calls of its own. */
    @Singleton
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WarmUp connections(List<ManagedChannel> channels) {
        return () -> {
            if (!Channels.connect(channels, CONNECTING)) {
                LOG.info("not every service can be reached yet");
            }
        };
    }

    @Singleton
    @Bean(typed = {CallerDirectory.class, PartnershipDirectory.class})
    @Requires(property = "drumbeat.partners-address")
    CachedDirectory directory(@Named("partners") ManagedChannel partners, Clock clock) {
        RemoteDirectory remote = new RemoteDirectory(partners);
        return new CachedDirectory(remote, remote, clock);
    }
}
