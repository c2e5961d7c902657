package dev.drumbeat.testkit;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.grpc.CallPolicy;
import dev.drumbeat.platform.grpc.CallerContext;
import dev.drumbeat.platform.grpc.Channels;
import dev.drumbeat.platform.grpc.IdentityClientInterceptor;
import dev.drumbeat.platform.identity.IdentityMinter;
import dev.drumbeat.platform.identity.SigningKey;
import dev.drumbeat.proto.partners.v1.CreateCompanyRequest;
import dev.drumbeat.proto.partners.v1.GetPartnershipRequest;
import dev.drumbeat.proto.partners.v1.ListCompaniesRequest;
import dev.drumbeat.proto.partners.v1.ListCompaniesResponse;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc;
import dev.drumbeat.proto.partners.v1.Partnership;
import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ServiceCallsTest {
    private final MutableClock clock = MutableClock.pinned();
    private final Identities identities = Identities.create(clock);
    private final FakeDirectory directory = new FakeDirectory();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<Function<Caller, String>> behaviour = new AtomicReference<>(Caller::subject);
    private final GrpcHarness harness;

    ServiceCallsTest() {
        directory.staffed("acme", "Europe/Berlin", "EUR");
        harness = start();
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void an_endpoint_knows_who_asks() {
        assertThat(ask(harness.as("people/acme-owner-ops"))).isEqualTo("people/acme-owner-ops");
        assertThat(ask(harness.as("services/kpis"))).isEqualTo("services/kpis");
    }

    @Test
    void nobody_gets_in_without_an_identity() {
        assertUnauthenticated(harness.anonymous(), "identity.missing");
        assertUnauthenticated(harness.withToken("rubbish"), "identity.malformed");
        assertUnauthenticated(
                harness.withToken(
                        new IdentityMinter(SigningKey.generate("gateway"), clock).token("people/acme-owner-ops")),
                "identity.signature");
        assertUnauthenticated(
                harness.withToken(identities.minter("kpis").token("people/acme-owner-ops")), "identity.subject");
        assertUnauthenticated(
                harness.withToken(identities.minter("gateway").token("services/kpis")), "identity.subject");
        assertThat(calls).hasValue(0);
    }

    @Test
    void an_identity_ends_after_a_minute() {
        Channel channel = harness.as("people/acme-owner-ops");
        ask(channel);

        clock.advance(Duration.ofSeconds(60));

        assertUnauthenticated(channel, "identity.expired");
    }

    @Test
    void somebody_who_left_is_out_at_once() {
        directory.person("gone", "partnerships/acme", Side.OWNER, Role.OPS);
        Channel channel = harness.as("people/gone");
        ask(channel);

        directory.remove("people/gone");

        assertUnauthenticated(channel, "identity.unknown");
    }

    @Test
    void a_refusal_arrives_with_reason_rule_and_field() {
        behaviour.set(caller -> {
            throw Refusal.invalid("display_name", "text.required", "This is needed.");
        });

        StatusRuntimeException error =
                catchThrowableOfType(StatusRuntimeException.class, () -> ask(harness.as("services/kpis")));

        assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(error.getStatus().getDescription()).isEqualTo("This is needed.");
        Refusal refusal = refusalOf(() -> ask(harness.as("services/kpis")));
        assertThat(refusal.rule()).isEqualTo("text.required");
        assertThat(refusal.field()).isEqualTo("display_name");
    }

    @Test
    void a_fault_of_ours_tells_nothing_but_a_number_to_quote() {
        behaviour.set(caller -> {
            throw new IllegalStateException("password hash $argon2id$ of ada@example.com");
        });

        StatusRuntimeException error =
                catchThrowableOfType(StatusRuntimeException.class, () -> ask(harness.as("services/kpis")));

        assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
        assertThat(error.getStatus() + " " + error.getTrailers()).doesNotContain("argon2id", "ada@", "IllegalState");
        assertThat(error.getStatus().getDescription())
                .matches("Something went wrong on our side. Quote [0-9a-z]{20} .*");
    }

    @Test
    void a_service_that_can_not_reach_another_says_so() {
        behaviour.set(caller -> {
            throw Status.UNAVAILABLE.withDescription("io exception 10.0.0.7").asRuntimeException();
        });

        Refusal refusal = refusalOf(() -> ask(harness.as("services/kpis")));

        assertThat(refusal.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(refusal.violations().getFirst().message()).doesNotContain("10.0.0.7");
    }

    @Test
    void a_method_that_is_not_there_says_so() {
        StatusRuntimeException error = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> PartnersServiceGrpc.newBlockingStub(harness.as("services/kpis"))
                        .createCompany(CreateCompanyRequest.getDefaultInstance()));

        assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
    }

    @Test
    void every_call_has_a_deadline_and_passes_it_on() {
        AtomicReference<Long> remaining = new AtomicReference<>();
        behaviour.set(caller -> {
            remaining.set(
                    Objects.requireNonNull(Context.current().getDeadline()).timeRemaining(TimeUnit.MILLISECONDS));
            return "";
        });

        ask(harness.as("services/kpis"));
        assertThat(remaining.get()).isBetween(1L, 3_000L);

        PartnersServiceGrpc.newBlockingStub(harness.as("services/kpis"))
                .withDeadlineAfter(500, TimeUnit.MILLISECONDS)
                .getPartnership(GetPartnershipRequest.getDefaultInstance());
        assertThat(remaining.get()).isBetween(1L, 500L);
    }

    @Test
    void a_message_of_more_than_a_mebibyte_is_refused() {
        StatusRuntimeException error = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> PartnersServiceGrpc.newBlockingStub(harness.as("services/kpis"))
                        .getPartnership(GetPartnershipRequest.newBuilder()
                                .setName("x".repeat(Channels.MESSAGE_MAX_BYTES))
                                .build()));

        assertThat(error.getStatus().getCode()).isIn(Status.Code.RESOURCE_EXHAUSTED, Status.Code.CANCELLED);
        assertThat(calls).hasValue(0);
    }

    @Test
    void health_is_told_to_everybody() {
        assertThat(HealthGrpc.newBlockingStub(harness.anonymous())
                        .check(HealthCheckRequest.getDefaultInstance())
                        .getStatus())
                .isEqualTo(ServingStatus.SERVING);
    }

    @Test
    void reads_are_tried_again_and_writes_are_not() throws Exception {
        CallPolicy policy = CallPolicy.of(PartnersServiceGrpc.SERVICE_NAME).reads("GetPartnership");
        ManagedChannel channel = Channels.open(
                "dns:///127.0.0.1:" + harness.port(),
                policy,
                new IdentityClientInterceptor(() -> identities.token("services/kpis")));
        behaviour.set(caller -> {
            if (calls.get() < 3) {
                throw Refusal.unavailable("The database");
            }
            return "at last";
        });
        try {
            assertThat(ask(channel)).isEqualTo("at last");
            calls.set(0);
            StatusRuntimeException error = catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> PartnersServiceGrpc.newBlockingStub(channel)
                            .listCompanies(ListCompaniesRequest.getDefaultInstance()));
            assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(calls).hasValue(1);
        } finally {
            channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    private GrpcHarness start() {
        return GrpcHarness.start(identities, directory, new Echo(), new HealthStatusManager().getHealthService());
    }

    private String ask(Channel channel) {
        return PartnersServiceGrpc.newBlockingStub(channel)
                .getPartnership(GetPartnershipRequest.getDefaultInstance())
                .getName();
    }

    private void assertUnauthenticated(Channel channel, String rule) {
        Refusal refusal = refusalOf(() -> ask(channel));
        assertThat(refusal.reason()).isEqualTo(Reason.UNAUTHENTICATED);
        assertThat(refusal.rule()).isEqualTo(rule);
    }

    /** Answers with what the test wants; {@code ListCompanies} stands for a write. */
    private final class Echo extends PartnersServiceGrpc.PartnersServiceImplBase {
        @Override
        public void getPartnership(GetPartnershipRequest request, StreamObserver<Partnership> observer) {
            calls.incrementAndGet();
            String name = behaviour.get().apply(CallerContext.current());
            observer.onNext(Partnership.newBuilder().setName(name).build());
            observer.onCompleted();
        }

        @Override
        public void listCompanies(ListCompaniesRequest request, StreamObserver<ListCompaniesResponse> observer) {
            calls.incrementAndGet();
            String token = behaviour.get().apply(CallerContext.current());
            observer.onNext(
                    ListCompaniesResponse.newBuilder().setNextPageToken(token).build());
            observer.onCompleted();
        }
    }
}
