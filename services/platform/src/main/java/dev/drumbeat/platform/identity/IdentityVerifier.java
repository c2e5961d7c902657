package dev.drumbeat.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.drumbeat.platform.clock.MovableClock;
import dev.drumbeat.platform.domain.Refusal;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Believes a token only when all of it is right: ES256 and nothing else, a trusted key of the issuer it names, our audience,
 * in its time, a life of a minute at most, and an issuer that may speak for the subject. Every refusal is the same
 * {@code UNAUTHENTICATED}; the rule says which check failed.
 */
public final class IdentityVerifier {
    /** How far the clocks of two machines may be apart. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    /** The only process that may speak for people and tokens. */
    public static final String GATEWAY = "gateway";

    private static final int TOKEN_MAX_LENGTH = 2_048;
    private static final int KEPT = 10_000;
    private static final Pattern PERSON_OR_TOKEN = Pattern.compile("(people|tokens)/[a-z0-9][a-z0-9-]{0,79}");
    private static final Set<String> HEADERS = Set.of("alg", "kid", "typ");

    private final TrustedKeys trusted;
    private final Clock clock;
    private final Map<String, VerifiedIdentity> verified = new ConcurrentHashMap<>();

    public IdentityVerifier(TrustedKeys trusted, Clock clock) {
        this.trusted = trusted;
        this.clock = clock;
    }

    public VerifiedIdentity verify(String token) {
        Instant now = clock.instant();
        VerifiedIdentity known = verified.get(token);
        if (known != null && now.isBefore(known.expiresAt())) {
            return known;
        }
        VerifiedIdentity fresh = check(token);
        if (verified.size() >= KEPT) {
            verified.values().removeIf(entry -> !now.isBefore(entry.expiresAt()));
        }
        if (verified.size() < KEPT) {
            verified.put(token, fresh);
        }
        return fresh;
    }

    private VerifiedIdentity check(String token) {
        if (token.length() > TOKEN_MAX_LENGTH) {
            throw refused("identity.malformed");
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                    || !HEADERS.containsAll(jwt.getHeader().toJSONObject().keySet())) {
                throw refused("identity.algorithm");
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            String issuer = claims.getIssuer();
            String keyId = jwt.getHeader().getKeyID();
            if (issuer == null || keyId == null) {
                throw refused("identity.issuer");
            }
            ECKey key = trusted.find(keyId, issuer).orElseThrow(() -> refused("identity.issuer"));
            if (!jwt.verify(new ECDSAVerifier(key))) {
                throw refused("identity.signature");
            }
            if (!List.of(IdentityMinter.AUDIENCE).equals(claims.getAudience())) {
                throw refused("identity.audience");
            }
            Instant datedBy = requireInTime(claims);
            return new VerifiedIdentity(
                    subject(claims, issuer),
                    issuer,
                    claims.getExpirationTime().toInstant(),
                    confirmedAt(claims, datedBy));
        } catch (ParseException | JOSEException e) {
            throw refused("identity.malformed");
        }
    }

    private static String subject(JWTClaimsSet claims, String issuer) {
        String subject = claims.getSubject();
        if (subject == null) {
            throw refused("identity.subject");
        }
        boolean ownName = subject.equals("services/" + issuer);
        boolean spokenFor =
                issuer.equals(GATEWAY) && PERSON_OR_TOKEN.matcher(subject).matches();
        if (!ownName && !spokenFor) {
            throw refused("identity.subject");
        }
        return subject;
    }

    /** The moment at which the token is in its time; around a move of the clock there may be two to choose from. */
    private Instant requireInTime(JWTClaimsSet claims) {
        return MovableClock.moments(clock).stream()
                .filter(moment -> isInTime(claims, moment))
                .findFirst()
                .orElseThrow(() -> refused("identity.expired"));
    }

    private static boolean isInTime(JWTClaimsSet claims, Instant now) {
        Date issuedAt = claims.getIssueTime();
        Date expiresAt = claims.getExpirationTime();
        return issuedAt != null
                && expiresAt != null
                && Duration.between(issuedAt.toInstant(), expiresAt.toInstant()).compareTo(IdentityMinter.LIFE) <= 0
                && !issuedAt.toInstant().isAfter(now.plus(CLOCK_SKEW))
                && now.isBefore(expiresAt.toInstant());
    }

    /** A confirmation from the future is none. */
    private static @Nullable Instant confirmedAt(JWTClaimsSet claims, Instant now) throws ParseException {
        Date confirmedAt = claims.getDateClaim(IdentityMinter.CONFIRMED_AT);
        if (confirmedAt == null) {
            return null;
        }
        if (confirmedAt.toInstant().isAfter(now.plus(CLOCK_SKEW))) {
            throw refused("identity.confirmation");
        }
        return confirmedAt.toInstant();
    }

    private static Refusal refused(String rule) {
        return Refusal.unauthenticated(rule, "Sign in first: the request carries no valid identity.");
    }
}
