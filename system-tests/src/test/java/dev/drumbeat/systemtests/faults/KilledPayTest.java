package dev.drumbeat.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.drumbeat.launcher.House;
import dev.drumbeat.proto.incentives.v1.DiscloseRequest;
import dev.drumbeat.proto.incentives.v1.DisputeLineRequest;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc.IncentivesServiceBlockingStub;
import dev.drumbeat.proto.incentives.v1.SettleStatementRequest;
import dev.drumbeat.proto.incentives.v1.SignStatementRequest;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.SignedTerms;
import dev.drumbeat.systemtests.world.World;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Every wish about money is sent five times at once, under one request id, while the service is killed without warning. It takes
 * effect once: the journal, in which every effect is one entry, grows by one. What both sides have signed stays as it was.
 */
class KilledPayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void five_of_one_wish_have_one_effect_and_what_is_signed_stays() throws Exception {
        try (TestHouse testHouse = TestHouse.start("pay-faults")) {
            House house = testHouse.house();
            Partnership alder = World.create(testHouse.api()).alder();
            SignedParty owner = SignedParty.of(testHouse.api(), alder, Seat.OWNER_LEADER);
            SignedParty partner = SignedParty.of(testHouse.api(), alder, Seat.PARTNER_LEADER);
            SignedTerms.of(testHouse.api(), alder, SignedTerms.deliveryBonus("95"), "As talked about");
            Awaitility.await("both months are stated")
                    .atMost(PATIENCE)
                    .until(() -> owner.statements().size() == 2);
            PayCalls calls = new PayCalls(house, alder, Clock.systemUTC());
            Wishes wishes = new Wishes(house, calls);
            JsonObject last = owner.statements().get(0);
            JsonObject first = owner.statements().get(1);
            String name = calls.name(first);
            wishes.fiveTimesOnce(
                    partner,
                    Seat.PARTNER_OPS,
                    incentives -> incentives.disclose(DiscloseRequest.newBuilder()
                            .setKpi(calls.kpi())
                            .setPeriod(Partnership.month(0))
                            .setText("A furnace is down until the end of the month.")
                            .setRequestId("disclose-once")
                            .build()));
            for (Seat seat : List.of(Seat.OWNER_LEADER, Seat.PARTNER_LEADER)) {
                wishes.fiveTimesOnce(
                        partner,
                        seat,
                        incentives -> incentives.signStatement(SignStatementRequest.newBuilder()
                                .setName(name)
                                .setDigest(first.get("digest").getAsString())
                                .setRequestId("sign-once-" + seat)
                                .build()));
            }
            wishes.fiveTimesOnce(
                    owner,
                    Seat.PARTNER_LEADER,
                    incentives -> incentives.disputeLine(DisputeLineRequest.newBuilder()
                            .setName(calls.name(last))
                            .setLineId("delivery")
                            .setReason("Two lines waited for a permit of yours.")
                            .setRequestId("dispute-once")
                            .build()));
            JsonObject signed = statement(owner, first);
            assertThat(signed.get("state").getAsString()).isEqualTo("SIGNED");
            nothingChanges(signed, owner, partner);
            correctionIsAnAdjustment(testHouse, alder, signed, owner, partner);
            wishes.fiveTimesOnce(
                    partner,
                    Seat.OWNER_OPS,
                    incentives -> incentives.settleStatement(SettleStatementRequest.newBuilder()
                            .setName(name)
                            .setReference("Payment 4711")
                            .setRequestId("settle-once")
                            .build()));
            onlyWhoMayReadMoneySeesAny(testHouse, alder);
            assertThat(SignedParty.nodes(partner.reads(), "disclosures")).hasSize(1);
            assertThat(owner.verification().get("intact").getAsBoolean()).isTrue();
            assertThat(partner.verification().get("head"))
                    .isEqualTo(owner.verification().get("head"));
        }
    }

    /** Every mutation that names a statement, from both sides. */
    private static void nothingChanges(JsonObject signed, SignedParty... sides) {
        String statement = signed.get("id").getAsString();
        Map<String, Map<String, Object>> tries = Map.of(
                "disputeLine",
                Map.of("lineId", "delivery", "reason", "We have thought about it again."),
                "withdrawDispute",
                Map.of("lineId", "delivery"),
                "decideDispute",
                Map.of("lineId", "delivery", "decision", "ACCEPT", "reason", "We agree with you now."),
                "signStatement",
                Map.of("digest", signed.get("digest").getAsString(), "password", Partnership.PASSWORD));
        for (SignedParty side : sides) {
            tries.forEach((mutation, input) -> {
                Map<String, Object> complete = new HashMap<>(input);
                complete.put("statement", statement);
                assertThat(side.tries(mutation, complete)).as(mutation).contains("\"code\"");
                assertThat(statement(side, signed)).as(mutation).isEqualTo(signed);
            });
        }
    }

    /** A figure is corrected after signing: the signed statement stays, and both sides see the difference as a statement of its own. */
    private static void correctionIsAnAdjustment(
            TestHouse house, Partnership alder, JsonObject signed, SignedParty owner, SignedParty partner) {
        String correction = new Setup(alder.signIn(house.api(), Seat.OWNER_OPS))
                .proposeCorrection(
                        alder.slug(),
                        Partnership.GOAL,
                        signed.get("period").getAsString(),
                        "91",
                        "Two late lines were missing");
        partner.change("decideCorrection", "correction { id }", Map.of("correction", correction, "decision", "ACCEPT"));
        Awaitility.await("an adjustment")
                .atMost(PATIENCE)
                .until(() -> owner.statements().stream()
                        .anyMatch(
                                statement -> statement.get("kind").getAsString().equals("ADJUSTMENT")));
        JsonObject adjustment = owner.statements().getFirst();
        assertThat(adjustment.get("kind").getAsString()).isEqualTo("ADJUSTMENT");
        assertThat(adjustment.getAsJsonObject("total").get("amount").getAsString())
                .isEqualTo("-500.00");
        assertThat(partner.statements().getFirst()).isEqualTo(adjustment);
        assertThat(statement(owner, signed)).isEqualTo(signed);
        assertThat(statement(partner, signed)).isEqualTo(signed);
    }

    /** By GraphQL, as files and in the trail: amounts, names of agreements and payments are for those who may read money. */
    private static void onlyWhoMayReadMoneySeesAny(TestHouse house, Partnership alder) {
        for (Seat seat : Seat.values()) {
            String told = SignedParty.of(house.api(), alder, seat).money();
            switch (seat) {
                case OWNER_LEADER, OWNER_OPS, PARTNER_LEADER ->
                    assertThat(told).as(seat.name()).contains("500.00", "delivery-bonus", "Payment 4711");
                case PARTNER_OPS, OWNER_VIEWER, PARTNER_VIEWER ->
                    assertThat(told)
                            .as(seat.name())
                            .doesNotContain("500.00", "Payment 4711", "\"amount\":\"", "\"entries\":");
            }
        }
    }

    private static JsonObject statement(SignedParty side, JsonObject which) {
        return side.statements().stream()
                .filter(statement -> statement.get("id").equals(which.get("id")))
                .findFirst()
                .orElseThrow();
    }

    /** Wishes about money, in anybody's name, each five times at once while incentives is killed. */
    private record Wishes(House house, PayCalls calls) {
        /** @param watcher counts the journal's entries before and after */
        void fiveTimesOnce(SignedParty watcher, Seat seat, Function<IncentivesServiceBlockingStub, ?> wish)
                throws InterruptedException, ExecutionException {
            long before = entries(watcher);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> five = threads.submit(() -> {
                    Insistent.fiveAtOnce("a wish about money", () -> wish.apply(calls.as(seat)));
                    return true;
                });
                LockSupport.parkNanos(
                        Duration.ofMillis(ThreadLocalRandom.current().nextInt(1, 60))
                                .toNanos());
                house.kill9("incentives");
                house.start("incentives");
                house.awaitReady("incentives", PATIENCE);
                five.get();
            }
            assertThat(entries(watcher)).isEqualTo(before + 1);
        }

        private static long entries(SignedParty watcher) {
            return watcher.verification().getAsJsonObject("head").get("count").getAsLong();
        }
    }
}
