package dev.drumbeat.partners;

import java.time.Instant;

/**
 * A person with what they sign in with; one document, so that ending an account ends its sessions in the same write.
 *
 * @param passwordHash with algorithm, parameters and salt
 * @param sessionEpoch sessions opened in an earlier epoch are over
 * @param leaving deactivated, and still to be taken off partnerships
 */
public record Account(Person person, String passwordHash, long sessionEpoch, boolean leaving) {
    static Account opened(Person person, String passwordHash) {
        return new Account(person, passwordHash, 1, false);
    }

    Account withPassword(String newHash) {
        return new Account(person, newHash, sessionEpoch + 1, leaving);
    }

    Account deactivated(Instant at) {
        return new Account(person.deactivated(at), passwordHash, sessionEpoch + 1, true);
    }

    Account gone() {
        return new Account(person, passwordHash, sessionEpoch, false);
    }

    @Override
    public String toString() {
        return "Account[" + person.name() + "]";
    }
}
