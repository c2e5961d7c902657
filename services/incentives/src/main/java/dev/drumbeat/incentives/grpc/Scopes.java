package dev.drumbeat.incentives.grpc;

import dev.drumbeat.incentives.Names;
import dev.drumbeat.incentives.ReadBook;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.endpoint.Access;
import dev.drumbeat.platform.grpc.CallerContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Who asks, about which partnership. */
@Singleton
final class Scopes {
    /** How old a confirmation may be when something is signed. */
    static final Duration CONFIRMED_WITHIN = Duration.ofMinutes(5);

    private final Access access;
    private final ReadBook reading;
    private final Clock clock;

    Scopes(Access access, ReadBook reading, Clock clock) {
        this.access = access;
        this.reading = reading;
        this.clock = clock;
    }

    Scope of(String partnership) {
        return access.scope(partnership);
    }

    List<Scope> all(List<String> partnerships) {
        return access.scopes(partnerships);
    }

    /** Of the partnership that the name lies below. */
    Scope naming(String name) {
        return access.scope(Names.partnership(name), name);
    }

    /** In the name of a person who proved who they are a moment ago; asked only of whom the partnership may know. */
    Scope signer(String name) {
        Scope scope = naming(name);
        reading.book(scope);
        CallerContext.requireConfirmed(CONFIRMED_WITHIN, clock.instant());
        return scope;
    }
}
