package dev.drumbeat.gateway.graphql;

/** An argument that no answer can be given to. */
public final class InputFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputFault(String message) {
        super(message, null, false, false);
    }
}
