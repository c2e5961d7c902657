package dev.drumbeat.cadence;

import org.jspecify.annotations.Nullable;

/** Pieces of work of which one that fails does not keep the others waiting. */
final class Attempts {
    private @Nullable RuntimeException failure;

    void at(Runnable piece) {
        try {
            piece.run();
        } catch (RuntimeException e) {
            if (failure == null) {
                failure = e;
            } else {
                failure.addSuppressed(e);
            }
        }
    }

    /** Throws what failed, once everything was tried. */
    void orThrow() {
        if (failure != null) {
            throw failure;
        }
    }
}
