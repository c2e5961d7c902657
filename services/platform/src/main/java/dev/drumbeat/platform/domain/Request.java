package dev.drumbeat.platform.domain;

/**
 * A write as its caller named it, so that a repeat has one effect and the same answer.
 *
 * @param key the caller's subject and request id; another caller's equal id is another request
 * @param contentHash of everything the request asks for; the same key with another hash is refused
 */
public record Request(String key, String contentHash) {
    public static final int ID_MAX_LENGTH = 64;

    public static Request of(Caller caller, String requestId, String contentHash) {
        if (!requestId.matches("[A-Za-z0-9_:.-]{8," + ID_MAX_LENGTH + "}")) {
            throw Refusal.invalid(
                    "request_id",
                    "request_id.malformed",
                    "Give a request_id of 8 to " + ID_MAX_LENGTH
                            + " letters, digits, or any of _ : . - (a UUID is fine); repeat it only with the same content.");
        }
        return new Request(caller.subject() + "#" + requestId, contentHash);
    }

    /** Refuses when an answered request of the same key had other content. */
    public void requireSameContent(String answeredHash) {
        if (!contentHash.equals(answeredHash)) {
            throw Refusal.of(
                    Reason.REQUEST_ID_REUSED,
                    "request_id.reused",
                    "This request_id came before with other content. Use a new one for a new wish.");
        }
    }
}
