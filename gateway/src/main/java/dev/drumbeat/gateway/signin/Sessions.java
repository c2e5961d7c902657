package dev.drumbeat.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.drumbeat.gateway.asker.Asker;
import dev.drumbeat.gateway.asker.Asker.Nobody;
import dev.drumbeat.gateway.asker.Asker.Person;
import dev.drumbeat.gateway.asker.Asker.Token;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.gateway.services.ServiceFault;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.partners.v1.Caller;
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
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Who is behind a secret. Partners keeps the sessions; what it says is used for two seconds, and for a minute while it can't be
 * reached, as in every service. An end or a change made here counts here at once.
 */
@Component
public final class Sessions {
    private static final int KEPT = 20_000;

    private record Resolution(Asker asker, Instant at) {}

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

    OpenSessionResponse open(String email, String password, Deadline deadline) {
        OpenSessionResponse opened = partners.callAsGateway(
                deadline,
                stub -> stub.openSession(OpenSessionRequest.newBuilder()
                        .setEmail(email)
                        .setPassword(password)
                        .build()));
        remember(opened.getSecret(), Person.of(opened.getCaller()));
        return opened;
    }

    void end(String secret, Deadline deadline) {
        resolutions.invalidate(Secrets.key(secret));
        partners.callAsGateway(
                deadline,
                stub -> stub.endSession(
                        EndSessionRequest.newBuilder().setSecret(secret).build()));
    }

    /** The person of a session; nobody when it ended. */
    public Asker person(String secret, Deadline deadline) {
        return resolve(
                secret,
                () -> Person.of(ask(
                        deadline,
                        stub -> stub.resolveSession(ResolveSessionRequest.newBuilder()
                                .setSecret(secret)
                                .build()))));
    }

    /** The token of a bearer secret; nobody when it is unknown, revoked or expired. */
    Asker token(String secret, Deadline deadline) {
        return resolve(
                "token:" + secret,
                () -> new Token(ask(
                        deadline,
                        stub -> stub.resolveIngestionToken(ResolveIngestionTokenRequest.newBuilder()
                                .setSecret(secret)
                                .build()))));
    }

    /** The next request of this session asks partners again, because something about its person was changed. */
    public void refresh(String secret) {
        resolutions.invalidate(Secrets.key(secret));
    }

    private Asker resolve(String secret, Supplier<Asker> service) {
        String key = Secrets.key(secret);
        Resolution known = resolutions.getIfPresent(key);
        if (known != null && isYounger(known, settings.fresh())) {
            return known.asker();
        }
        try {
            Asker asker = service.get();
            resolutions.put(key, new Resolution(asker, clock.instant()));
            return asker;
        } catch (Refusal refusal) {
            resolutions.invalidate(key);
            if (refusal.reason() == Reason.UNAUTHENTICATED || refusal.reason() == Reason.NOT_FOUND) {
                return new Nobody();
            }
            throw refusal;
        } catch (ServiceFault fault) {
            if (known != null && isYounger(known, settings.stale())) {
                return known.asker();
            }
            throw fault;
        }
    }

    private void remember(String secret, Asker asker) {
        resolutions.put(Secrets.key(secret), new Resolution(asker, clock.instant()));
    }

    private boolean isYounger(Resolution resolution, Duration limit) {
        return clock.instant().isBefore(resolution.at().plus(limit));
    }

    private Caller ask(
            Deadline deadline,
            java.util.function.Function<
                            PartnersServiceFutureStub, com.google.common.util.concurrent.ListenableFuture<Caller>>
                    rpc) {
        return partners.callAsGateway(deadline, rpc);
    }
}
