package dev.drumbeat.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The private key with which one process signs the identities it vouches for. */
public final class SigningKey {
    private final String issuer;
    private final ECKey key;

    SigningKey(String issuer, ECKey key) {
        if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
            throw new IllegalArgumentException("a signing key is a private P-256 key");
        }
        this.issuer = issuer;
        this.key = key;
    }

    /** Reads a private JWK whose {@code kid} is {@code <issuer>} or {@code <issuer>.<anything>}. */
    public static SigningKey read(Path file) {
        try {
            ECKey key = ECKey.parse(Files.readString(file));
            return new SigningKey(issuerOf(key.getKeyID()), key);
        } catch (IOException e) {
            throw new UncheckedIOException("the signing key can't be read: set DRUMBEAT_SIGNING_KEY to its file", e);
        } catch (ParseException e) {
            // The cause would quote the key.
            throw new IllegalArgumentException("the signing key is no private JWK of the curve P-256: " + file);
        }
    }

    /** A fresh key that only this process knows; for tests and for making key files. */
    public static SigningKey generate(String issuer) {
        try {
            return new SigningKey(
                    issuer,
                    new ECKeyGenerator(Curve.P_256)
                            .keyID(issuer)
                            .keyUse(KeyUse.SIGNATURE)
                            .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The process that vouches: {@code gateway}, {@code kpis}. */
    public String issuer() {
        return issuer;
    }

    /** 256 bits that only who has this key can make; another purpose gives others, and none tells of the key. */
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getD().decode(), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    ECKey key() {
        return key;
    }

    String privateJwk() {
        return key.toJSONString();
    }

    String publicJwk() {
        return key.toPublicJWK().toJSONString();
    }

    static String issuerOf(String keyId) {
        if (keyId == null || keyId.isBlank()) {
            throw new IllegalArgumentException("a key names its process in kid");
        }
        int dot = keyId.indexOf('.');
        return dot < 0 ? keyId : keyId.substring(0, dot);
    }
}
