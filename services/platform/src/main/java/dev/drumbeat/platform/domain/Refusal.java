package dev.drumbeat.platform.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A wish that was not granted, with every rule it broke. Thrown by domains and edges alike; one interceptor turns it into a
 * gRPC status. It is an answer, not a fault: it carries no stack trace and is never logged as an error.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<Violation> violations;
    private final @Nullable Duration retryAfter;

    private Refusal(Reason reason, List<Violation> violations, @Nullable Duration retryAfter) {
        super(violations.stream().map(Violation::message).collect(Collectors.joining(" ")), null, false, false);
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("a refusal names at least one rule");
        }
        this.reason = reason;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    public static Refusal of(Reason reason, String rule, String message) {
        return new Refusal(reason, List.of(new Violation("", rule, message)), null);
    }

    public static Refusal of(Reason reason, List<Violation> violations) {
        return new Refusal(reason, violations, null);
    }

    public static Refusal invalid(String field, String rule, String message) {
        return new Refusal(Reason.INVALID_FIELD, List.of(new Violation(field, rule, message)), null);
    }

    /** The same answer for what does not exist and for what the asker may not know to exist. */
    public static Refusal notFound(String resourceName) {
        return of(Reason.NOT_FOUND, "resource.not_found", "There is no " + quoted(resourceName) + ".");
    }

    public static Refusal notAllowed(String rule, String message) {
        return of(Reason.NOT_ALLOWED, rule, message);
    }

    public static Refusal precondition(String rule, String message) {
        return of(Reason.PRECONDITION, rule, message);
    }

    public static Refusal staleRevision(String resourceName) {
        return of(
                Reason.STALE_REVISION,
                "revision.stale",
                quoted(resourceName)
                        + " was changed in the meantime. Read it again and repeat the change if it still makes sense.");
    }

    public static Refusal unauthenticated(String rule, String message) {
        return of(Reason.UNAUTHENTICATED, rule, message);
    }

    public static Refusal tooManyAttempts(Duration retryAfter) {
        return new Refusal(
                Reason.TOO_MANY_ATTEMPTS,
                List.of(new Violation(
                        "",
                        "attempts.too_many",
                        "Too many attempts. Try again in " + Math.max(1, retryAfter.toSeconds()) + " seconds.")),
                retryAfter);
    }

    public static Refusal unavailable(String what) {
        return of(
                Reason.UNAVAILABLE,
                "dependency.unavailable",
                what + " can't be reached right now. Try again in a moment.");
    }

    /** Puts together again what came over the wire. */
    public static Refusal received(Reason reason, List<Violation> violations, @Nullable Duration retryAfter) {
        return new Refusal(reason, violations, retryAfter);
    }

    public Reason reason() {
        return reason;
    }

    /** Never empty. */
    public List<Violation> violations() {
        return violations;
    }

    /** The code of the first broken rule. */
    public String rule() {
        return violations.getFirst().rule();
    }

    /** The first field at fault; empty when none is. */
    public String field() {
        return violations.getFirst().field();
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    private static String quoted(String resourceName) {
        String shown = resourceName.length() > 120 ? resourceName.substring(0, 120) + "…" : resourceName;
        return "\"" + shown.replaceAll("\\p{Cntrl}", "?") + "\"";
    }
}
