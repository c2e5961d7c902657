package dev.drumbeat.partners;

/** Turns passwords into hashes that are slow to guess. */
public interface Passwords {
    String hash(String password);

    boolean matches(String password, String hash);

    /** Does the work of {@link #matches} for somebody who does not exist, so that the time tells nothing. */
    void pretend(String password);
}
