package dev.drumbeat.incentives.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.proto.common.v1.Money;
import dev.drumbeat.proto.incentives.v1.Agreement;
import dev.drumbeat.proto.incentives.v1.DiscloseRequest;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc.IncentivesServiceBlockingStub;
import dev.drumbeat.proto.incentives.v1.LinearRule;
import dev.drumbeat.proto.incentives.v1.ListDisclosuresRequest;
import dev.drumbeat.proto.incentives.v1.ListStatementsRequest;
import dev.drumbeat.proto.incentives.v1.ProposeAgreementRequest;
import dev.drumbeat.proto.incentives.v1.Rule;
import dev.drumbeat.proto.incentives.v1.SaveDraftRequest;
import dev.drumbeat.proto.incentives.v1.SettlementFrequency;
import dev.drumbeat.proto.incentives.v1.SignAgreementRequest;
import dev.drumbeat.proto.incentives.v1.SignStatementRequest;
import dev.drumbeat.proto.incentives.v1.Statement;
import dev.drumbeat.proto.incentives.v1.StatementKind;
import dev.drumbeat.proto.incentives.v1.Terms;
import dev.drumbeat.testkit.FakeDirectory;
import dev.drumbeat.testkit.Identities;
import dev.drumbeat.testkit.MutableClock;
import dev.drumbeat.testkit.ProcessUnderTest;
import dev.drumbeat.testkit.StoreUnderTest;
import io.grpc.Server;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process as it is wired and configured, between services on the wire. */
final class IncentivesProcessTest {
    private static final String P = "partnerships/acme";

    private final MutableClock clock = new MutableClock(Instant.parse("2026-09-10T10:00:00Z"));
    private final FakeDirectory directory = new FakeDirectory();
    private final OtherServices.Kpis kpis = new OtherServices.Kpis(clock);
    private final StoreUnderTest store = StoreUnderTest.open();

    @TempDir
    private Path keys;

    private Identities identities;
    private Server others;

    @BeforeEach
    void start() throws IOException {
        directory.staffed("acme", "Europe/Berlin", "USD");
        identities = Identities.inFiles(keys, clock);
        others = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new OtherServices.Partners(directory))
                .addService(kpis)
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        others.shutdownNow();
        store.close();
    }

    @Test
    void two_replicas_state_a_period_once_from_sums_over_sums_and_adjust_it_once() {
        try (ProcessUnderTest one = process();
                ProcessUnderTest other = process()) {
            inForce(one);
            for (String week : List.of("2026-W36", "2026-W37", "2026-W38", "2026-W39")) {
                kpis.record(week, 1, "19", "20");
            }
            clock.set(Instant.parse("2026-10-07T10:00:00Z"));
            Statement stated = await(one, statements -> statements.size() == 1).getFirst();
            assertThat(stated.getTotal().getAmount()).isEqualTo("500.00");

            sign(one, "acme-owner-leader", stated);
            sign(other, "acme-partner-leader", stated);
            kpis.record("2026-W39", 2, "20", "40");
            List<Statement> after = await(other, statements -> statements.size() == 2);
            assertThat(after.getFirst().getKind()).isEqualTo(StatementKind.STATEMENT_KIND_ADJUSTMENT);
            // 77 of 100 instead of 76 of 80: 18 points less, but not below the lower bound of 90.
            assertThat(after.getFirst().getTotal().getAmount()).isEqualTo("-500.00");
        }
    }

    @Test
    void one_wish_sent_five_times_at_once_to_a_process_that_ends_in_between_has_one_effect() throws Exception {
        DiscloseRequest wish = DiscloseRequest.newBuilder()
                .setKpi(OtherServices.KPI)
                .setPeriod("2026-W38")
                .setText("A furnace is down.")
                .setRequestId("the-one-wish")
                .build();
        ProcessUnderTest first = process();
        CountDownLatch someAnswered = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5; i++) {
                threads.submit(() -> {
                    try {
                        as(first, "acme-partner-ops").disclose(wish);
                    } catch (StatusRuntimeException e) {
                        // Whoever got no answer asks again below.
                    } finally {
                        someAnswered.countDown();
                    }
                });
            }
            assertThat(someAnswered.await(10, TimeUnit.SECONDS)).isTrue();
            first.close();
        }
        try (ProcessUnderTest second = process()) {
            as(second, "acme-partner-ops").disclose(wish);
            assertThat(as(second, "acme-owner-viewer")
                            .listDisclosures(ListDisclosuresRequest.newBuilder()
                                    .setParent(P)
                                    .build())
                            .getDisclosuresList())
                    .hasSize(1);
        }
    }

    private ProcessUnderTest process() {
        String address = "dns:///127.0.0.1:" + others.getPort();
        return ProcessUnderTest.start(
                "incentives",
                keys,
                identities,
                store,
                clock,
                Map.of(
                        "drumbeat.partners-address",
                        address,
                        "drumbeat.kpis-address",
                        address,
                        "drumbeat.accounts-period",
                        "200ms"));
    }

    private static IncentivesServiceBlockingStub as(ProcessUnderTest process, String person) {
        return IncentivesServiceGrpc.newBlockingStub(process.as("people/" + person));
    }

    private IncentivesServiceBlockingStub confirmed(ProcessUnderTest process, String person) {
        return IncentivesServiceGrpc.newBlockingStub(
                process.withToken(identities.minter("gateway").confirmedToken("people/" + person, clock.instant())));
    }

    private void sign(ProcessUnderTest process, String person, Statement statement) {
        confirmed(process, person)
                .signStatement(SignStatementRequest.newBuilder()
                        .setName(statement.getName())
                        .setDigest(statement.getDigest())
                        .setRequestId("sign-statement-" + person)
                        .build());
    }

    private static List<Statement> await(ProcessUnderTest process, Predicate<List<Statement>> until) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        List<Statement> statements = List.of();
        while (System.nanoTime() < end) {
            statements = as(process, "acme-partner-leader")
                    .listStatements(
                            ListStatementsRequest.newBuilder().setParent(P).build())
                    .getStatementsList();
            if (until.test(statements)) {
                return statements;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("after 20 s: " + statements);
    }

    /** 100 for each point above 90, up to 95. */
    private void inForce(ProcessUnderTest process) {
        Agreement draft = as(process, "acme-owner-ops")
                .saveDraft(SaveDraftRequest.newBuilder()
                        .setName(P)
                        .setTerms(Terms.newBuilder()
                                .setDisplayName("Delivery")
                                .setCurrency("USD")
                                .setSettlementFrequency(SettlementFrequency.SETTLEMENT_FREQUENCY_MONTHLY)
                                .setFirstPeriod("2026-09")
                                .setGraceDays(5)
                                .setCap(Money.newBuilder().setAmount("900.00").setCurrency("USD"))
                                .addRules(Rule.newBuilder()
                                        .setDisplayName("On time")
                                        .setLinear(LinearRule.newBuilder()
                                                .setKpi(OtherServices.KPI)
                                                .setLower("90")
                                                .setUpper("95")
                                                .setZeroAt("90")
                                                .setAmountPerPoint("100"))))
                        .setRequestId("save-draft")
                        .build());
        Agreement proposed = as(process, "acme-owner-ops")
                .proposeAgreement(ProposeAgreementRequest.newBuilder()
                        .setName(draft.getName())
                        .setReason("As talked about.")
                        .setRequestId("propose-it")
                        .build());
        for (String person : List.of("acme-owner-leader", "acme-partner-leader")) {
            confirmed(process, person)
                    .signAgreement(SignAgreementRequest.newBuilder()
                            .setName(draft.getName())
                            .setVersion(1)
                            .setDigest(proposed.getVersions(0).getDigest())
                            .setRequestId("sign-agreement-" + person)
                            .build());
        }
    }
}
