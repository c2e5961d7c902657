package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Validation;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Which passwords are good enough: long, not the person's own name, not what everybody tries first. */
final class PasswordPolicy {
    static final int MIN_LENGTH = 12;
    static final int MAX_LENGTH = 128;

    /** What remains of the most used passwords once digits and signs are taken off. */
    private static final Set<String> COMMON = Set.of(
            "password",
            "passwort",
            "passw",
            "passwrd",
            "pass",
            "qwerty",
            "qwertyuiop",
            "qwertz",
            "qwertzuiop",
            "azerty",
            "asdfghjkl",
            "zxcvbnm",
            "abc",
            "abcd",
            "abcdef",
            "abcdefgh",
            "abcdefghijkl",
            "admin",
            "administrator",
            "root",
            "user",
            "guest",
            "test",
            "welcome",
            "willkommen",
            "letmein",
            "iloveyou",
            "monkey",
            "dragon",
            "football",
            "baseball",
            "sunshine",
            "princess",
            "superman",
            "batman",
            "master",
            "shadow",
            "login",
            "changeme",
            "default",
            "secret",
            "trustno",
            "whatever",
            "starwars",
            "hello",
            "freedom",
            "computer",
            "internet",
            "samsung",
            "drumbeat",
            "company",
            "summer",
            "winter",
            "spring",
            "autumn");

    private PasswordPolicy() {}

    static void check(Validation validation, String field, String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            validation.add(
                    field, "password.too_short", "Use at least " + MIN_LENGTH + " characters; a sentence is fine.");
        } else if (length > MAX_LENGTH) {
            validation.add(field, "password.too_long", "Use at most " + MAX_LENGTH + " characters.");
        } else if (isCommon(password)) {
            validation.add(
                    field,
                    "password.common",
                    "This is among the passwords that are tried first. Use another, such as a sentence.");
        } else if (password.equalsIgnoreCase(email)
                || password.toLowerCase(Locale.ROOT).contains(localPart(email))) {
            validation.add(field, "password.is_email", "Don't use your e-mail address as your password.");
        }
    }

    /** However a keyboard composes its letters, one password is one password. */
    static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private static boolean isCommon(String password) {
        if (password.codePoints().distinct().count() < 5) {
            return true;
        }
        String letters = password.toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace('@', 'a')
                .replace('3', 'e')
                .replace('$', 's')
                .replace('5', 's')
                .replaceAll("[^\\p{L}]", "");
        String plain = password.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        return plain.isEmpty() || isRepeatedCommon(letters) || isRepeatedCommon(plain);
    }

    private static boolean isRepeatedCommon(String letters) {
        return COMMON.stream().anyMatch(word -> letters.replace(word, "").isEmpty());
    }

    /** Of an address shorter than five letters nothing is looked for: it would forbid half the dictionary. */
    private static String localPart(String email) {
        int at = email.indexOf('@');
        String local = at < 0 ? email : email.substring(0, at);
        return local.length() < 5 ? email : local;
    }
}
