package dev.drumbeat.platform.identity;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The public keys whose signatures count, by key id. The file's name, not its content, says whose key it is. */
public final class TrustedKeys {
    private final Map<String, ECKey> keys;

    private TrustedKeys(Map<String, ECKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /** Reads every {@code *.jwk} of a directory. */
    public static TrustedKeys read(Path directory) {
        Map<String, ECKey> keys = new HashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jwk")).toList()) {
                ECKey key = ECKey.parse(Files.readString(file)).toPublicJWK();
                String fileName = file.getFileName().toString();
                keys.put(fileName.substring(0, fileName.length() - ".jwk".length()), key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the trusted keys can't be read: set DRUMBEAT_TRUSTED_KEYS to their directory", e);
        } catch (ParseException e) {
            throw new IllegalArgumentException("a trusted key in " + directory + " is no JWK of the curve P-256", e);
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no trusted key (*.jwk) in " + directory);
        }
        return new TrustedKeys(keys);
    }

    public static TrustedKeys of(SigningKey... signingKeys) {
        Map<String, ECKey> keys = new HashMap<>();
        Arrays.stream(signingKeys)
                .forEach(key -> keys.put(key.key().getKeyID(), key.key().toPublicJWK()));
        return new TrustedKeys(keys);
    }

    /** The key of that id, when it is a P-256 key of that issuer. */
    Optional<ECKey> find(String keyId, String issuer) {
        return Optional.ofNullable(keys.get(keyId))
                .filter(key -> SigningKey.issuerOf(keyId).equals(issuer))
                .filter(key -> Curve.P_256.equals(key.getCurve()));
    }
}
