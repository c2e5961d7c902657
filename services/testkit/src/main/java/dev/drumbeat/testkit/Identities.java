package dev.drumbeat.testkit;

import dev.drumbeat.platform.identity.IdentityMinter;
import dev.drumbeat.platform.identity.IdentityVerifier;
import dev.drumbeat.platform.identity.KeyTool;
import dev.drumbeat.platform.identity.SigningKey;
import dev.drumbeat.platform.identity.TrustedKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keys of every process of an installation, and tokens signed with them. */
public final class Identities {
    private static final List<String> PROCESSES =
            List.of("gateway", "partners", "kpis", "actions", "incentives", "cadence");

    private final Map<String, SigningKey> keys;
    private final Clock clock;

    private Identities(Map<String, SigningKey> keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Of the gateway and the five services. */
    public static Identities create(Clock clock) {
        return new Identities(
                PROCESSES.stream().collect(Collectors.toMap(Function.identity(), SigningKey::generate)), clock);
    }

    /** Of the gateway and the five services, with key files in the directory for processes to read. */
    public static Identities inFiles(Path directory, Clock clock) {
        try {
            KeyTool.generate(directory, PROCESSES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Identities(
                PROCESSES.stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                process -> SigningKey.read(directory.resolve(process + ".private.jwk")))),
                clock);
    }

    public SigningKey key(String process) {
        return Objects.requireNonNull(keys.get(process), process);
    }

    public TrustedKeys trusted() {
        return TrustedKeys.of(keys.values().toArray(SigningKey[]::new));
    }

    public IdentityVerifier verifier() {
        return new IdentityVerifier(trusted(), clock);
    }

    /** What the process would mint. */
    public IdentityMinter minter(String process) {
        return new IdentityMinter(key(process), clock);
    }

    /** As the gateway sends it for a person or a token; a service's is signed by itself. */
    public String token(String subject) {
        return subject.startsWith("services/")
                ? minter(subject.substring("services/".length())).service()
                : minter("gateway").token(subject);
    }
}
