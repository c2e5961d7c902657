package dev.drumbeat.partners;

import java.time.Duration;
import java.time.Instant;

/**
 * A one-time way to a password, told by mail. A person has one at most: another one replaces it, and using it takes it away.
 *
 * @param salt what its secret is made from, together with a key that the store does not know
 * @param secretHash SHA-256 of the secret
 * @param expiresAt from then on it is worth nothing
 */
public record PasswordLink(Purpose purpose, String salt, String secretHash, Instant expiresAt) {
    /** What somebody gets by it. */
    public enum Purpose {
        /** The first password. */
        INVITATION(Duration.ofDays(7)),
        /** Another one. */
        RESET(Duration.ofHours(1));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        public Duration life() {
            return life;
        }
    }

    public boolean isUsable(Instant now) {
        return now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "PasswordLink[" + purpose + "]";
    }
}
