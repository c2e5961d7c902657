package dev.drumbeat.launcher;

/** Something a person has to look at; the message says what and what to do. */
public final class HouseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HouseException(String message) {
        super(message);
    }

    HouseException(String message, Throwable cause) {
        super(message, cause);
    }
}
