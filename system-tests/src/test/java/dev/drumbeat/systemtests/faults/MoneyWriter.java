package dev.drumbeat.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.drumbeat.proto.common.v1.AuditEvent;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsResponse;
import dev.drumbeat.proto.incentives.v1.DisputeLineRequest;
import dev.drumbeat.proto.incentives.v1.SignStatementRequest;
import dev.drumbeat.proto.incentives.v1.WithdrawDisputeRequest;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Two companies that deal with money: both sign one statement after another, and argue about the newest without end, which they
 * never sign. Whatever they wished is in the trail once, and what they signed is as it was.
 */
final class MoneyWriter implements Writer {
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final String LINE = "delivery";
    private static final List<Seat> SIGNERS = List.of(Seat.OWNER_LEADER, Seat.PARTNER_LEADER);

    private final PayCalls calls;
    private final String partnership;
    private final Insistent insistent = new Insistent("money", this::deal);
    private final JsonObject newest;
    /** Still to be signed, oldest first. */
    private final List<JsonObject> unsigned;

    private final Map<String, JsonObject> signed = new LinkedHashMap<>();
    private int argued;

    /** @param statements as they were stated, newest first */
    MoneyWriter(PayCalls calls, String partnership, List<JsonObject> statements) {
        this.calls = calls;
        this.partnership = partnership;
        this.newest = statements.getFirst();
        this.unsigned = new ArrayList<>(statements.subList(1, statements.size()).reversed());
    }

    private void deal() throws InterruptedException {
        boolean isTimeToSign = argued % 4 == 2 && signed.size() * 4 < argued;
        if (isTimeToSign && !unsigned.isEmpty()) {
            sign(unsigned.removeFirst());
        } else {
            argue();
        }
        insistent.confirm();
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private void sign(JsonObject statement) throws InterruptedException {
        String name = calls.name(statement);
        for (Seat seat : SIGNERS) {
            SignStatementRequest request = SignStatementRequest.newBuilder()
                    .setName(name)
                    .setDigest(statement.get("digest").getAsString())
                    .setRequestId("sign-" + seat + "-" + statement.get("slug").getAsString())
                    .build();
            Insistent.fiveAtOnce("a signature", () -> calls.as(seat).signStatement(request));
        }
        signed.put(name, statement);
    }

    private void argue() throws InterruptedException {
        String name = calls.name(newest);
        if (argued % 2 == 0) {
            DisputeLineRequest request = DisputeLineRequest.newBuilder()
                    .setName(name)
                    .setLineId(LINE)
                    .setReason("We see this otherwise, for the time number " + argued)
                    .setRequestId("dispute-" + argued)
                    .build();
            Insistent.fiveAtOnce(
                    "a dispute", () -> calls.as(Seat.PARTNER_LEADER).disputeLine(request));
        } else {
            WithdrawDisputeRequest request = WithdrawDisputeRequest.newBuilder()
                    .setName(name)
                    .setLineId(LINE)
                    .setRequestId("withdraw-" + argued)
                    .build();
            Insistent.fiveAtOnce(
                    "a dispute is withdrawn",
                    () -> calls.as(Seat.PARTNER_LEADER).withdrawDispute(request));
        }
        argued++;
    }

    @Override
    public void holds() {
        List<String> told = trail();
        assertThat(told.stream().filter("incentives.line.disputed"::equals))
                .as("disputes in the trail")
                .hasSize((argued + 1) / 2);
        assertThat(told.stream().filter("incentives.dispute.withdrawn"::equals))
                .as("disputes withdrawn in the trail")
                .hasSize(argued / 2);
    }

    /** What both signed is as it was stated, with one signature of each, and the journal was not tampered with. */
    void holds(SignedParty... sides) {
        for (SignedParty side : sides) {
            Map<String, JsonObject> found = new LinkedHashMap<>();
            side.statements().forEach(statement -> found.put(calls.name(statement), statement));
            signed.forEach((name, before) -> {
                JsonObject after = Objects.requireNonNull(found.get(name), name);
                assertThat(after.get("state").getAsString()).as(name).isEqualTo("SIGNED");
                assertThat(after.getAsJsonArray("signatures")).as(name).hasSize(SIGNERS.size());
                for (String member : List.of("digest", "total", "lines", "period", "number")) {
                    assertThat(after.get(member)).as("%s of %s", member, name).isEqualTo(before.get(member));
                }
            });
            assertThat(side.verification().get("intact").getAsBoolean())
                    .as("%s", side.verification())
                    .isTrue();
        }
    }

    int signedCount() {
        return signed.size();
    }

    private List<String> trail() {
        List<String> actions = new ArrayList<>();
        String token = "";
        do {
            ListAuditEventsRequest request = ListAuditEventsRequest.newBuilder()
                    .setPartnership(partnership)
                    .setPageSize(100)
                    .setPageToken(token)
                    .build();
            ListAuditEventsResponse page = Patience.until(
                    "the trail is read", () -> calls.as(Seat.OWNER_LEADER).listAuditEvents(request));
            page.getAuditEventsList().stream().map(AuditEvent::getAction).forEach(actions::add);
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return actions;
    }

    @Override
    public void begin() {
        insistent.begin();
    }

    @Override
    public void stop() {
        insistent.stop();
    }

    @Override
    public void end() {
        insistent.end();
    }

    @Override
    public BooleanSupplier progress() {
        return insistent.progress();
    }

    @Override
    public int confirmedCount() {
        return insistent.confirmedCount();
    }
}
