package dev.drumbeat.platform.grpc;

import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Refusal;
import io.grpc.Context;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Who asks, for the length of a call. */
public final class CallerContext {
    private static final Context.Key<Caller> CALLER = Context.key("drumbeat-caller");

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

    static Context with(Caller caller) {
        return Context.current().withValue(CALLER, caller);
    }
}
