package dev.drumbeat.testkit;

import dev.drumbeat.platform.identity.IdentityMinter;
import dev.drumbeat.platform.identity.IdentityVerifier;
import dev.drumbeat.platform.identity.SigningKey;
import dev.drumbeat.platform.identity.TrustedKeys;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keys of every process of an installation, and tokens signed with them. */
public final class Identities {
    private final Map<String, SigningKey> keys;
    private final Clock clock;

    private Identities(Map<String, SigningKey> keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Of the gateway and the five services. */
    public static Identities create(Clock clock) {
        return new Identities(
                Arrays.stream(new String[] {"gateway", "partners", "kpis", "actions", "incentives", "cadence"})
                        .collect(Collectors.toMap(Function.identity(), SigningKey::generate)),
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
