package dev.drumbeat.platform.grpc;

import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Refusal;
import io.grpc.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Who asks, for the length of a call. */
public final class CallerContext {
    private static final Context.Key<Caller> CALLER = Context.key("drumbeat-caller");

    private static final Context.Key<Instant> CONFIRMED_AT = Context.key("drumbeat-confirmed-at");

    private CallerContext() {}

    /** The verified and resolved caller; every call but a health check has one. */
    public static Caller current() {
        @Nullable Caller caller = CALLER.get();
        if (caller == null) {
            throw Refusal.unauthenticated("identity.missing", "Sign in first: the request carries no identity.");
        }
        return caller;
    }

    /** Refuses unless a service of ours speaks for itself, and is one of these when any are named. */
    public static Caller requireService(String... names) {
        Caller caller = current();
        boolean named = names.length == 0 || Arrays.stream(names).anyMatch(caller::isService);
        if (!caller.isService() || !named) {
            throw Refusal.notAllowed("identity.service_required", "Only services of this installation may ask this.");
        }
        return caller;
    }

    /** Refuses unless the person proved anew who they are at most this long ago. */
    public static void requireConfirmed(Duration ago, Instant now) {
        @Nullable Instant confirmedAt = CONFIRMED_AT.get();
        if (confirmedAt == null || confirmedAt.plus(ago).isBefore(now)) {
            throw Refusal.notAllowed(
                    "identity.confirmation_required", "Confirm with your password first: this signs in your name.");
        }
    }

    static Context with(Caller caller, @Nullable Instant confirmedAt) {
        Context known = Context.current().withValue(CALLER, caller);
        return confirmedAt == null ? known : known.withValue(CONFIRMED_AT, confirmedAt);
    }
}
