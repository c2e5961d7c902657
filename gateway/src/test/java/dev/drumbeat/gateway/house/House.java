package dev.drumbeat.gateway.house;

import dev.drumbeat.platform.identity.IdentityVerifier;
import dev.drumbeat.platform.identity.KeyTool;
import dev.drumbeat.platform.identity.TrustedKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The services and the keys that a gateway needs. */
public final class House {
    public final FakePartners partners = new FakePartners();
    public final FakeKpis kpis = new FakeKpis(partners);
    public final FakeActions actions = new FakeActions(partners);
    public final FakeCadence cadence = new FakeCadence(partners);
    public final FakeServer partnersServer;
    public final FakeServer kpisServer;
    public final FakeServer actionsServer;
    public final FakeServer cadenceServer;
    public final FakeIncentives incentives = new FakeIncentives(partners);
    public final FakeServer incentivesServer;
    private final Path keys;

    public House() {
        try {
            keys = Files.createTempDirectory("drumbeat-keys");
            Runtime.getRuntime().addShutdownHook(new Thread(this::removeKeys));
            KeyTool.generate(keys, List.of("gateway"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        IdentityVerifier verifier = new IdentityVerifier(TrustedKeys.read(keys.resolve("trusted")), Clock.systemUTC());
        partnersServer = new FakeServer(partners, verifier);
        kpisServer = new FakeServer(kpis, verifier);
        actionsServer = new FakeServer(actions, verifier);
        cadenceServer = new FakeServer(cadence, verifier);
        incentivesServer = new FakeServer(incentives, verifier);
    }

    /** The contexts of all tests read them, so they stay until the end. */
    private void removeKeys() {
        try (Stream<Path> files = Files.walk(keys)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void describeTo(DynamicPropertyRegistry registry) {
        registry.add("drumbeat.partners-address", () -> "dns:///127.0.0.1:" + partnersServer.port());
        registry.add("drumbeat.kpis-address", () -> "dns:///127.0.0.1:" + kpisServer.port());
        registry.add("drumbeat.actions-address", () -> "dns:///127.0.0.1:" + actionsServer.port());
        registry.add("drumbeat.cadence-address", () -> "dns:///127.0.0.1:" + cadenceServer.port());
        registry.add("drumbeat.incentives-address", () -> "dns:///127.0.0.1:" + incentivesServer.port());
        registry.add(
                "drumbeat.signing-key",
                () -> keys.resolve("gateway.private.jwk").toString());
    }
}
