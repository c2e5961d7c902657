package dev.drumbeat.gateway.asker;

/** The asker may not ask this at all; says nothing about what there is. */
public final class AskerRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    private AskerRefused(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static AskerRefused notSignedIn() {
        return new AskerRefused("UNAUTHENTICATED", "Sign in first.");
    }

    static AskerRefused tokenReadsNothing() {
        return new AskerRefused("TOKEN_RECORDS_ONLY", "An ingestion token records figures; it reads nothing.");
    }

    public String code() {
        return code;
    }
}
