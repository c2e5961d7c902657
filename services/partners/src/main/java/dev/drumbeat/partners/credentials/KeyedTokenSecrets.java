package dev.drumbeat.partners.credentials;

import dev.drumbeat.partners.TokenSecrets;
import dev.drumbeat.platform.identity.SigningKey;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under a key made from this process's own signing key: two secrets are needed, the key and the stored salt. */
@Singleton
final class KeyedTokenSecrets implements TokenSecrets {
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    KeyedTokenSecrets(SigningKey signingKey) {
        this.key = new SecretKeySpec(signingKey.derive("drumbeat ingestion tokens"), HMAC);
    }

    @Override
    public String secret(String tokenId, String salt) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal((tokenId + "." + salt).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
