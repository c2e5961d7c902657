package dev.drumbeat.gateway.asker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody who watches the doors wants to know, one line each under the name {@code drumbeat.security}: what happened, to whom
 * if that is known, and the request's id. Never an address that somebody typed, a password or a secret.
 */
public final class SecurityLog {
    private static final Logger log = LoggerFactory.getLogger("drumbeat.security");

    /** What happens at the doors. */
    public enum Event {
        SIGNED_IN,
        SIGNED_OUT,
        SIGN_IN_REFUSED,
        SIGN_IN_SLOWED_DOWN,
        SESSION_UNKNOWN,
        PASSWORD_RESET_ASKED,
        PASSWORD_LINK_REFUSED,
        PASSWORD_SET,
        TOKEN_INVALID,
        FOREIGN_ORIGIN,
        PAGE_TOKEN_MISSING
    }

    private SecurityLog() {}

    /** Of somebody who is not known. */
    public static void tell(Event event, String correlationId) {
        tell(event, "nobody", correlationId);
    }

    /** @param subject as partners knows it */
    public static void tell(Event event, String subject, String correlationId) {
        log.info("{} {} ({})", event, subject, correlationId);
    }

    /** Somebody who is known asked for what they may not do. */
    public static void notAllowed(Request request, String rule) {
        log.info("NOT_ALLOWED {} {} ({})", request.subject(), rule, request.correlationId());
    }
}
