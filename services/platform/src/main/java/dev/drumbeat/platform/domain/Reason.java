package dev.drumbeat.platform.domain;

/** Why something was refused; travels as the reason of {@code google.rpc.ErrorInfo}, so names never change. */
public enum Reason {
    /** There is no such thing, or it is none of the asker's business. */
    NOT_FOUND,
    /** A field breaks a rule; nothing was changed. */
    INVALID_FIELD,
    /** Somebody else changed it in between: read again, decide again. */
    STALE_REVISION,
    ALREADY_EXISTS,
    /** The asker sees it but may not do this. */
    NOT_ALLOWED,
    /** The state of things forbids it now. */
    PRECONDITION,
    UNAUTHENTICATED,
    /** Wait as long as {@link Refusal#retryAfter()} says. */
    TOO_MANY_ATTEMPTS,
    /** There are as many of these as there may be. */
    LIMIT_REACHED,
    /** The same request id came before with other content. */
    REQUEST_ID_REUSED,
    /** Something needed is out of reach; the same request may succeed soon. */
    UNAVAILABLE,
    /** A fault of ours; the message carries a correlation id only. */
    INTERNAL
}
