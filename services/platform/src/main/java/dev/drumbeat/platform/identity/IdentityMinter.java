package dev.drumbeat.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Vouches for who asks. A minted token is used again for the first half of its life, so that a busy page signs once. */
public final class IdentityMinter {
    /** How long a token is good for. */
    public static final Duration LIFE = Duration.ofSeconds(60);

    public static final String AUDIENCE = "drumbeat";

    /** When the person last proved who they are, in seconds, as OpenID Connect names it. */
    static final String CONFIRMED_AT = "auth_time";

    private static final int KEPT = 10_000;

    private final SigningKey key;
    private final JWSSigner signer;
    private final Clock clock;
    private final Map<String, Minted> minted = new ConcurrentHashMap<>();

    private record Minted(String token, Instant at) {
        /** Used for half of its life; a token from the future, after the clock was set back, would be believed by nobody. */
        boolean isUsedAt(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(LIFE.dividedBy(2)));
        }
    }

    public IdentityMinter(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
        try {
            this.signer = new ECDSASigner(key.key());
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the signing key can't sign ES256", e);
        }
    }

    /** A token that names this process itself. */
    public String service() {
        return token("services/" + key.issuer());
    }

    /** A token that names a person or an ingestion token; only the gateway's are believed. */
    public String token(String subject) {
        Minted known = minted.get(subject);
        Instant now = clock.instant();
        if (known != null && known.isUsedAt(now)) {
            return known.token();
        }
        if (minted.size() >= KEPT) {
            minted.values().removeIf(entry -> !entry.isUsedAt(now));
        }
        Minted fresh = new Minted(sign(subject, now, null), now);
        if (minted.size() < KEPT) {
            minted.put(subject, fresh);
        }
        return fresh.token();
    }

    /**
     * A token that also says when the person proved anew who they are, by their password for instance: what signing terms asks
     * for. Only the gateway's are believed.
     */
    public String confirmedToken(String subject, Instant confirmedAt) {
        return sign(subject, clock.instant(), confirmedAt);
    }

    private String sign(String subject, Instant now, @Nullable Instant confirmedAt) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.key().getKeyID())
                        .build(),
                claims(subject, now, confirmedAt));
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("an identity could not be signed", e);
        }
        return token.serialize();
    }

    private JWTClaimsSet claims(String subject, Instant now, @Nullable Instant confirmedAt) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(key.issuer())
                .subject(subject)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)));
        if (confirmedAt != null) {
            claims.claim(CONFIRMED_AT, confirmedAt.getEpochSecond());
        }
        return claims.build();
    }
}
