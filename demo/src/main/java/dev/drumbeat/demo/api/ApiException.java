package dev.drumbeat.demo.api;

/** The house did not do what was asked; the message says which request and why, in the house's words. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ApiException(String message) {
        super(message);
    }

    public ApiException(String message, Throwable cause) {
        super(message, cause);
    }
}
