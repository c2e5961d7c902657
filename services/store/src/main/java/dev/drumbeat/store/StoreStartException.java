package dev.drumbeat.store;

/** The store can't start; the message tells a person why. */
public final class StoreStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreStartException(String message) {
        super(message);
    }

    StoreStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
