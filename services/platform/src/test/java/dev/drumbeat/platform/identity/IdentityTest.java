package dev.drumbeat.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class IdentityTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final SigningKey gateway = SigningKey.generate("gateway");
    private final SigningKey kpis = SigningKey.generate("kpis");
    private final IdentityVerifier verifier = new IdentityVerifier(TrustedKeys.of(gateway, kpis), CLOCK);

    @Test
    void the_gateway_speaks_for_people_and_tokens() {
        IdentityMinter minter = new IdentityMinter(gateway, CLOCK);

        assertThat(verifier.verify(minter.token("people/ada")).subject()).isEqualTo("people/ada");
        assertThat(verifier.verify(minter.token("tokens/t1")).subject()).isEqualTo("tokens/t1");
        assertThat(verifier.verify(minter.service()))
                .isEqualTo(new VerifiedIdentity("services/gateway", "gateway", NOW.plusSeconds(60), null));
    }

    @Test
    void a_service_speaks_for_itself_only() {
        IdentityMinter minter = new IdentityMinter(kpis, CLOCK);

        assertThat(verifier.verify(minter.service()).subject()).isEqualTo("services/kpis");
        assertThat(refused(minter.token("people/ada"))).isEqualTo("identity.subject");
        assertThat(refused(minter.token("tokens/t1"))).isEqualTo("identity.subject");
        assertThat(refused(minter.token("services/gateway"))).isEqualTo("identity.subject");
        assertThat(refused(new IdentityMinter(gateway, CLOCK).token("services/kpis")))
                .isEqualTo("identity.subject");
    }

    @Test
    void a_token_lives_a_minute_and_is_minted_anew_after_half() {
        String token = new IdentityMinter(gateway, CLOCK).token("people/ada");

        assertThat(at(59).verify(token).subject()).isEqualTo("people/ada");
        assertThat(refused(at(60), token)).isEqualTo("identity.expired");
    }

    @Test
    void who_has_signed_before_the_clock_was_set_back_is_believed_after_it() {
        Instant[] now = {NOW};
        Clock moving = moving(now);
        IdentityMinter minter = new IdentityMinter(gateway, moving);
        IdentityVerifier another = new IdentityVerifier(TrustedKeys.of(gateway), moving);
        minter.token("people/ada");

        now[0] = NOW.minus(Duration.ofHours(3));

        assertThat(another.verify(minter.token("people/ada")).subject()).isEqualTo("people/ada");
    }

    @Test
    void a_token_seen_before_expires_all_the_same() {
        Instant[] now = {NOW};
        Clock moving = moving(now);
        IdentityVerifier remembering = new IdentityVerifier(TrustedKeys.of(gateway), moving);
        IdentityMinter minter = new IdentityMinter(gateway, moving);
        String token = minter.token("people/ada");
        remembering.verify(token);

        now[0] = NOW.plusSeconds(29);
        assertThat(minter.token("people/ada")).isEqualTo(token);
        now[0] = NOW.plusSeconds(30);
        assertThat(minter.token("people/ada")).isNotEqualTo(token);
        now[0] = NOW.plusSeconds(60);
        assertThat(refused(remembering, token)).isEqualTo("identity.expired");
    }

    @Test
    void a_token_for_longer_than_a_minute_or_from_the_future_is_refused() throws Exception {
        assertThat(refused(signed(claims -> claims.expirationTime(Date.from(NOW.plusSeconds(61))))))
                .isEqualTo("identity.expired");
        assertThat(refused(signed(claims -> claims.issueTime(Date.from(NOW.plusSeconds(30))))))
                .isEqualTo("identity.expired");
        assertThat(refused(signed(claims -> claims.issueTime(null)))).isEqualTo("identity.expired");
        assertThat(refused(signed(claims -> claims.expirationTime(null)))).isEqualTo("identity.expired");
    }

    @Test
    void a_confirmation_travels_with_the_person_and_never_comes_from_the_future() throws Exception {
        IdentityMinter minter = new IdentityMinter(gateway, CLOCK);

        assertThat(verifier.verify(minter.confirmedToken("people/ada", NOW.minusSeconds(90)))
                        .confirmedAt())
                .isEqualTo(NOW.minusSeconds(90));
        assertThat(verifier.verify(minter.token("people/ada")).confirmedAt()).isNull();
        assertThat(refused(minter.confirmedToken("people/ada", NOW.plusSeconds(60))))
                .isEqualTo("identity.confirmation");
        assertThat(refused(signed(claims -> claims.claim("auth_time", "yesterday"))))
                .isEqualTo("identity.malformed");
    }

    @Test
    void another_audience_is_refused() throws Exception {
        assertThat(refused(signed(claims -> claims.audience("elsewhere")))).isEqualTo("identity.audience");
        assertThat(refused(signed(claims -> claims.audience((String) null)))).isEqualTo("identity.audience");
    }

    @Test
    void an_unknown_issuer_and_a_foreign_key_are_refused() throws Exception {
        assertThat(refused(new IdentityMinter(SigningKey.generate("stranger"), CLOCK).service()))
                .isEqualTo("identity.issuer");
        assertThat(refused(new IdentityMinter(SigningKey.generate("gateway"), CLOCK).token("people/ada")))
                .isEqualTo("identity.signature");
        assertThat(refused(signed(claims -> claims.issuer(null)))).isEqualTo("identity.issuer");
    }

    @Test
    void a_service_can_not_pass_for_the_gateway_with_its_own_key() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("kpis").build(), claims().build());
        token.sign(new ECDSASigner(kpis.key()));

        assertThat(refused(token.serialize())).isEqualTo("identity.issuer");
    }

    @Test
    void no_algorithm_and_a_public_key_used_as_a_password_are_refused() throws Exception {
        assertThat(refused(new PlainJWT(claims().build()).serialize())).isEqualTo("identity.malformed");
        for (byte[] publicKey : new byte[][] {
            gateway.key().toECPublicKey().getEncoded(), gateway.publicJwk().getBytes(StandardCharsets.UTF_8)
        }) {
            JWSSigner signer = new MACSigner(publicKey);
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("gateway").build(), claims().build());
            token.sign(signer);
            assertThat(refused(token.serialize())).isEqualTo("identity.algorithm");
        }
    }

    @Test
    void a_header_that_brings_its_own_key_is_refused() throws Exception {
        SigningKey own = SigningKey.generate("gateway");
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID("gateway")
                        .jwk(own.key().toPublicJWK())
                        .build(),
                claims().build());
        token.sign(new ECDSASigner(own.key()));

        assertThat(refused(token.serialize())).isEqualTo("identity.algorithm");
    }

    @Test
    void a_changed_token_is_refused() {
        String[] parts = new IdentityMinter(gateway, CLOCK).token("people/ada").split("\\.");
        String forged = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("people/ada", "people/bob");

        assertThat(refused(parts[0] + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(forged.getBytes(StandardCharsets.UTF_8))
                        + "." + parts[2]))
                .isEqualTo("identity.signature");
    }

    @Test
    void rubbish_is_refused_without_a_fault() {
        for (String rubbish : new String[] {"", ".", "..", "a.b.c", "x".repeat(10_000), "{}", "\u0000"}) {
            assertThat(refused(rubbish)).isEqualTo("identity.malformed");
        }
    }

    /** A clock that shows whatever stands in the array. */
    private static Clock moving(Instant[] now) {
        return new Clock() {
            @Override
            public Instant instant() {
                return now[0];
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }

    private IdentityVerifier at(int secondsLater) {
        return new IdentityVerifier(
                TrustedKeys.of(gateway, kpis), Clock.offset(CLOCK, Duration.ofSeconds(secondsLater)));
    }

    private String refused(String token) {
        return refused(verifier, token);
    }

    private static String refused(IdentityVerifier verifier, String token) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> verifier.verify(token));
        assertThat(refusal).as("believed").isNotNull();
        assertThat(refusal.reason()).isEqualTo(Reason.UNAUTHENTICATED);
        return refusal.rule();
    }

    private String signed(Consumer<JWTClaimsSet.Builder> change) throws Exception {
        JWTClaimsSet.Builder claims = claims();
        change.accept(claims);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("gateway").build(), claims.build());
        token.sign(new ECDSASigner(gateway.key()));
        return token.serialize();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("gateway")
                .subject("people/ada")
                .audience("drumbeat")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(60)));
    }
}
