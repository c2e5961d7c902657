package dev.drumbeat.partners;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person with what they sign in with; one document, so that ending an account ends its sessions in the same write.
 *
 * @param passwordHash with algorithm, parameters and salt; empty until the person chose one
 * @param sessionEpoch sessions opened in an earlier epoch are over
 * @param leaving deactivated, and still to be taken off partnerships
 * @param link the way to a password that was mailed last; null when there is none
 */
public record Account(
        Person person,
        String passwordHash,
        long sessionEpoch,
        boolean leaving,
        @Nullable PasswordLink link) {
    static Account opened(Person person, String passwordHash) {
        return new Account(person, passwordHash, 1, false, null);
    }

    /** Of somebody who has yet to choose a password. */
    static Account invited(Person person, PasswordLink link) {
        return new Account(person, "", 1, false, link);
    }

    public boolean hasPassword() {
        return !passwordHash.isEmpty();
    }

    Account withPassword(String newHash) {
        return new Account(person, newHash, sessionEpoch + 1, leaving, null);
    }

    Account withLink(PasswordLink next) {
        return new Account(person, passwordHash, sessionEpoch, leaving, next);
    }

    Account deactivated(Instant at) {
        return new Account(person.deactivated(at), passwordHash, sessionEpoch + 1, true, null);
    }

    Account gone() {
        return new Account(person, passwordHash, sessionEpoch, false, link);
    }

    @Override
    public String toString() {
        return "Account[" + person.name() + "]";
    }
}
