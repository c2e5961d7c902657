package dev.drumbeat.systemtests.api;

import dev.drumbeat.launcher.House;
import dev.drumbeat.platform.grpc.IdentityClientInterceptor;
import dev.drumbeat.platform.identity.IdentityMinter;
import dev.drumbeat.platform.identity.SigningKey;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc.ActionsServiceBlockingStub;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceBlockingStub;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** The services of a house, reached directly with the gateway's own key: in the name of anybody. */
public final class Services implements AutoCloseable {
    private final ManagedChannel partners;
    private final ManagedChannel kpis;
    private final ManagedChannel actions;

    private Services(ManagedChannel partners, ManagedChannel kpis, ManagedChannel actions) {
        this.partners = partners;
        this.kpis = kpis;
        this.actions = actions;
    }

    /** @param subject such as {@code people/alder-owner-ops} */
    public static Services as(House house, String subject) {
        return as(house, subject, Clock.systemUTC());
    }

    /** @param clock of a house whose clock is moved */
    public static Services as(House house, String subject, Clock clock) {
        IdentityMinter minter = new IdentityMinter(SigningKey.read(house.keys().resolve("gateway.private.jwk")), clock);
        IdentityClientInterceptor identity = new IdentityClientInterceptor(() -> minter.token(subject));
        return new Services(
                open(house, "partners", identity), open(house, "kpis", identity), open(house, "actions", identity));
    }

    private static ManagedChannel open(House house, String process, IdentityClientInterceptor identity) {
        return ManagedChannelBuilder.forAddress("127.0.0.1", house.port(process))
                .usePlaintext()
                .maxInboundMessageSize(4 << 20)
                .intercept(identity)
                .build();
    }

    public PartnersServiceBlockingStub partners() {
        return PartnersServiceGrpc.newBlockingStub(partners)
                .withDeadlineAfter(Api.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    public KpisServiceBlockingStub kpis() {
        return KpisServiceGrpc.newBlockingStub(kpis).withDeadlineAfter(Api.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    public ActionsServiceBlockingStub actions() {
        return ActionsServiceGrpc.newBlockingStub(actions)
                .withDeadlineAfter(Api.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        partners.shutdownNow();
        kpis.shutdownNow();
        actions.shutdownNow();
    }
}
