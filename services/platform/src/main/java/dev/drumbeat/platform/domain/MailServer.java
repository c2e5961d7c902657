package dev.drumbeat.platform.domain;

/** Where mail is handed over. */
public interface MailServer {
    /** What became of it. */
    sealed interface Outcome {
        record Taken() implements Outcome {}

        /** Perhaps later. */
        record NotNow(String why) implements Outcome {}

        /** Never, such as an address that does not exist. */
        record Never(String why) implements Outcome {}
    }

    /** Whether there is one. */
    boolean isConfigured();

    /** @param messageId the same for the same mail, however often it is tried, so that receivers can tell */
    Outcome send(MailMessage mail, String messageId);
}
