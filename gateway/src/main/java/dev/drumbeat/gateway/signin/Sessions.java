package dev.drumbeat.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.drumbeat.gateway.asker.Asker;
import dev.drumbeat.gateway.asker.Asker.Nobody;
import dev.drumbeat.gateway.asker.Asker.Person;
import dev.drumbeat.gateway.asker.Asker.Token;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.gateway.services.ServiceFault;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.partners.v1.EndSessionRequest;
import dev.drumbeat.proto.partners.v1.OpenSessionRequest;
import dev.drumbeat.proto.partners.v1.OpenSessionResponse;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceFutureStub;
import dev.drumbeat.proto.partners.v1.ResolveIngestionTokenRequest;
import dev.drumbeat.proto.partners.v1.ResolveSessionRequest;
import io.grpc.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is behind a secret. Partners keeps the sessions; what it says is used for two seconds, and for a minute while it can't be
 * reached, as in every service. An end or a change made here counts here at once.
 */
@Component
public final class Sessions {
    private static final int KEPT = 20_000;
    private static final Duration WATCH_LIMIT = Duration.ofSeconds(1);

    /** A person who does something is told to partners at least this often, so that the session does not idle out. */
    private static final Duration TELL_EVERY = Duration.ofMinutes(1);

    /**
     * @param at when partners said so
     * @param toldAt when partners was last told that the person did something
     */
    private record Resolution(Asker asker, Instant at, Instant toldAt) {}

    private final ServiceClient<PartnersServiceFutureStub> partners;
    private final Clock clock;
    private final SessionSettings settings;
    private final Cache<String, Resolution> resolutions;

    Sessions(ServiceClient<PartnersServiceFutureStub> partners, Clock clock, SessionSettings settings) {
        this.partners = partners;
        this.clock = clock;
        this.settings = settings;
        this.resolutions = Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterWrite(settings.stale())
                .build();
    }

    OpenSessionResponse open(OpenSessionRequest question, Deadline deadline) {
        OpenSessionResponse opened = partners.callAsGateway(deadline, stub -> stub.openSession(question));
        Instant now = clock.instant();
        resolutions.put(Secrets.key(opened.getSecret()), new Resolution(Person.of(opened.getCaller()), now, now));
        return opened;
    }

    /**
     * Asks partners whether this is the password of who asks, as signing in would, attempts counted alike; the session that this
     * opens ends at once.
     *
     * @return when that was
     */
    public Instant confirm(Request request, String password) {
        try {
            OpenSessionResponse opened = partners.callAsGateway(
                    request.deadline(),
                    stub -> stub.openSession(OpenSessionRequest.newBuilder()
                            .setEmail(request.person().caller().getEmail())
                            .setPassword(password)
                            .build()));
            end(opened.getSecret(), request.deadline());
            return clock.instant();
        } catch (Refusal refusal) {
            throw refusal.reason() == Reason.UNAUTHENTICATED
                    ? Refusal.invalid("password", "password.wrong", "This is not your password. Type it again.")
                    : refusal;
        }
    }

    void end(String secret, Deadline deadline) {
        resolutions.invalidate(Secrets.key(secret));
        partners.callAsGateway(
                deadline,
                stub -> stub.endSession(
                        EndSessionRequest.newBuilder().setSecret(secret).build()));
    }

    /** The person of a session who does something; nobody when it ended. */
    Asker person(String secret, Deadline deadline) {
        String key = Secrets.key(secret);
        Resolution known = resolutions.getIfPresent(key);
        if (known != null && isYounger(known.at(), settings.fresh()) && isYounger(known.toldAt(), TELL_EVERY)) {
            return known.asker();
        }
        ResolveSessionRequest question =
                ResolveSessionRequest.newBuilder().setSecret(secret).build();
        return resolve(key, known, clock.instant(), () -> session(question, deadline));
    }

    /** The person of a session that only watches; asked a little sooner, and without keeping the session from idling out. */
    public Asker watching(String secret) {
        String key = Secrets.key(secret);
        Resolution known = resolutions.getIfPresent(key);
        if (known != null && isYounger(known.at(), settings.watched())) {
            return known.asker();
        }
        ResolveSessionRequest question = ResolveSessionRequest.newBuilder()
                .setSecret(secret)
                .setWatching(true)
                .build();
        Deadline deadline = Deadline.after(WATCH_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        return resolve(key, known, known == null ? Instant.EPOCH : known.toldAt(), () -> session(question, deadline));
    }

    /** The token of a bearer secret; nobody when it is unknown, revoked or expired. */
    Asker token(String secret, Deadline deadline) {
        String key = Secrets.key("token:" + secret);
        Resolution known = resolutions.getIfPresent(key);
        if (known != null && isYounger(known.at(), settings.fresh())) {
            return known.asker();
        }
        ResolveIngestionTokenRequest question =
                ResolveIngestionTokenRequest.newBuilder().setSecret(secret).build();
        return resolve(
                key,
                known,
                clock.instant(),
                () -> new Token(partners.callAsGateway(deadline, stub -> stub.resolveIngestionToken(question))));
    }

    /** The next request of this session asks partners again, because something about its person was changed. */
    public void refresh(String secret) {
        resolutions.invalidate(Secrets.key(secret));
    }

    private Asker session(ResolveSessionRequest question, Deadline deadline) {
        return Person.of(partners.callAsGateway(deadline, stub -> stub.resolveSession(question)));
    }

    private Asker resolve(String key, @Nullable Resolution known, Instant toldAt, Supplier<Asker> service) {
        try {
            Asker asker = service.get();
            resolutions.put(key, new Resolution(asker, clock.instant(), toldAt));
            return asker;
        } catch (Refusal refusal) {
            resolutions.invalidate(key);
            if (refusal.reason() == Reason.UNAUTHENTICATED || refusal.reason() == Reason.NOT_FOUND) {
                return new Nobody();
            }
            throw refusal;
        } catch (ServiceFault fault) {
            if (known != null && isYounger(known.at(), settings.stale())) {
                return known.asker();
            }
            throw fault;
        }
    }

    /** A moment in the future, after the clock was set back, is of no age: it would count for as long as that. */
    private boolean isYounger(Instant moment, Duration limit) {
        Instant now = clock.instant();
        return !now.isBefore(moment) && now.isBefore(moment.plus(limit));
    }
}
