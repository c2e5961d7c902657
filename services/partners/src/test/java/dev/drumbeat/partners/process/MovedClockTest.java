package dev.drumbeat.partners.process;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.platform.clock.MovableClock;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.partners.v1.OpenSessionRequest;
import dev.drumbeat.proto.partners.v1.OpenSessionResponse;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceBlockingStub;
import dev.drumbeat.proto.partners.v1.ResolveSessionRequest;
import dev.drumbeat.testkit.Identities;
import dev.drumbeat.testkit.ProcessUnderTest;
import dev.drumbeat.testkit.StoreUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of production, moved by its file as system tests and demonstrations do. */
final class MovedClockTest {
    @TempDir
    Path directory;

    @Test
    void eight_days_forward_end_a_session_and_no_call_is_refused_for_its_identity() throws Exception {
        Path file = directory.resolve("clock");
        Files.writeString(file, "-P91DT2H");
        // The gateway's part: it mints by the same clock.
        Identities identities =
                Identities.inFiles(directory.resolve("keys"), MovableClock.over(Clock.systemUTC(), file.toString()));
        Map<String, Object> settings = Map.of(
                "drumbeat.clock-file",
                file.toString(),
                "drumbeat.admin.email",
                House.ADMINISTRATOR_EMAIL,
                "drumbeat.admin.password",
                House.PASSWORD);
        try (StoreUnderTest store = StoreUnderTest.open();
                ProcessUnderTest process =
                        ProcessUnderTest.start("partners", directory.resolve("keys"), identities, store, settings)) {
            PartnersServiceBlockingStub gateway = PartnersServiceGrpc.newBlockingStub(process.as("services/gateway"));
            Instant then = expiry(gateway);
            ResolveSessionRequest session = ResolveSessionRequest.newBuilder()
                    .setSecret(open(gateway).getSecret())
                    .build();
            assertThat(then).isBefore(Instant.now().minus(Duration.ofDays(90)));
            gateway.resolveSession(session);

            Files.writeString(file, "-P83DT2H");

            await().atMost(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> hasEnded(gateway, session));
            assertThat(Duration.between(then, expiry(gateway)))
                    .isBetween(Duration.ofDays(8), Duration.ofDays(8).plusMinutes(1));
        }
    }

    private static boolean hasEnded(PartnersServiceBlockingStub gateway, ResolveSessionRequest session) {
        try {
            gateway.resolveSession(session);
            return false;
        } catch (io.grpc.StatusRuntimeException e) {
            Refusal refusal = refusalOf(() -> {
                throw e;
            });
            assertThat(refusal.reason()).isIn(Reason.UNAUTHENTICATED, Reason.NOT_FOUND);
            assertThat(refusal.rule()).doesNotStartWith("identity.");
            return true;
        }
    }

    private static Instant expiry(PartnersServiceBlockingStub gateway) {
        return Instant.ofEpochSecond(open(gateway).getExpiresAt().getSeconds());
    }

    private static OpenSessionResponse open(PartnersServiceBlockingStub gateway) {
        return gateway.openSession(OpenSessionRequest.newBuilder()
                .setEmail(House.ADMINISTRATOR_EMAIL)
                .setPassword(House.PASSWORD)
                .build());
    }
}
