package dev.drumbeat.partners;

import java.time.Instant;
import java.util.function.UnaryOperator;

/** Failed sign-ins, by account; they outlive a restart. */
public interface AttemptStore {
    /** Changes an account's attempts as one atomic step; a decision that refuses changes nothing. */
    Attempts update(String account, UnaryOperator<Attempts> decision);

    void clear(String account);

    /** Forgets accounts without an attempt since this moment. */
    void forget(Instant lastBefore);
}
