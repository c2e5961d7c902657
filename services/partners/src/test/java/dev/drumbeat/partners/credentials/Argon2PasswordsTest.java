package dev.drumbeat.partners.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class Argon2PasswordsTest {
    private final Argon2Passwords passwords = new Argon2Passwords();

    @Test
    void a_password_matches_its_hash_and_no_other() {
        String hash = passwords.hash("correct horse battery");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("correct horse batterz", hash)).isFalse();
        assertThat(passwords.hash("correct horse battery")).as("salted").isNotEqualTo(hash);
    }

    /** Test vector of the reference implementation, phc-winner-argon2 src/test.c, version 0x13, Argon2id: t 2, m 2^16, p 1, "password", "somesalt". */
    @Test
    void it_agrees_with_the_reference_implementation() {
        assertThat(passwords.matches(
                        "password",
                        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
                .isTrue();
    }

    @Test
    void what_is_no_hash_is_a_fault_and_is_not_quoted() {
        assertThatThrownBy(() -> passwords.matches("x", "plain text")).hasMessageNotContaining("plain text");
    }
}
