package dev.drumbeat.systemtests.faults;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.drumbeat.systemtests.api.Api;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who has the page open and asks for it again and again, whatever happens: something of every service is on it. Every
 * answer is whole, or says which part can't be reached.
 */
final class PageReader {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Set<String> SERVICES = Set.of("partners", "kpis", "actions", "incentives", "cadence");
    private static final String PAGE = """
            query Page($slug: String!) {
              partnership(slug: $slug) {
                displayName
                members { role }
                scorecard { live revision goal { value status } openEpisodes { kpiSlug } }
                actions(first: 20) { live nodes { number state } }
                cadence { live }
                payPanel { projections { amount { amount } } }
              }
            }
            """;

    private final Api api;
    private final Partnership partnership;
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger whole = new AtomicInteger();
    private final AtomicInteger partial = new AtomicInteger();
    private final AtomicInteger away = new AtomicInteger();
    private final AtomicInteger signIns = new AtomicInteger();
    private final Thread thread = Thread.ofVirtual().name("page-reader").unstarted(this::readOn);
    private volatile Caller caller;
    private volatile boolean goOn = true;
    private volatile boolean gatewayMayBeAway;
    private volatile boolean sessionMayEnd;
    private volatile String around = "";
    private volatile long wholeSince;
    private volatile Set<String> unreached = Set.of();

    PageReader(Api api, Partnership partnership) {
        this.api = api;
        this.partnership = partnership;
        this.caller = partnership.signIn(api, Seat.OWNER_LEADER);
    }

    /** Asks once. */
    static boolean isWhole(Caller caller, Partnership partnership) {
        HttpResponse<String> answer = caller.post(PAGE, Map.of("slug", partnership.slug()));
        return answer.statusCode() == 200
                && !answer.body().contains("\"errors\"")
                && !answer.body().contains("\"live\":false");
    }

    void begin() {
        thread.start();
    }

    void end() {
        goOn = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** From here to the next call this goes wrong: what is not an answer is forgiven only if it is the gateway that is gone. */
    void during(Fault fault) {
        around = fault.toString();
        unreached = Set.of();
        gatewayMayBeAway = fault.takesTheGateway();
        sessionMayEnd = sessionMayEnd || fault.movesTheClock();
    }

    /** Everything is as it should be: from now on nothing is forgiven. */
    void afterwards() {
        gatewayMayBeAway = false;
        sessionMayEnd = false;
    }

    /** When the page was last asked for and found whole, in {@link System#nanoTime}; the moment of the question. */
    boolean isWholeSince(long nanoTime) {
        return wholeSince - nanoTime > 0;
    }

    /** Which services an answer has named since the fault began. */
    Set<String> unreached() {
        return unreached;
    }

    /** Answers that were none: neither whole nor with the names of what is missing. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    String counts() {
        return "%d pages whole, %d with a part that could not be reached, %d not answered while the gateway was away, %d signed in again"
                .formatted(whole.get(), partial.get(), away.get(), signIns.get());
    }

    int pages() {
        return whole.get() + partial.get();
    }

    private void readOn() {
        while (goOn) {
            read();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void read() {
        long asked = System.nanoTime();
        boolean forgiven = gatewayMayBeAway;
        try {
            HttpResponse<String> answer = caller.post(PAGE, Map.of("slug", partnership.slug()));
            if (answer.statusCode() / 100 == 2) {
                judge(JsonParser.parseString(answer.body()).getAsJsonObject(), asked);
            } else if (forgiven || gatewayMayBeAway) {
                away.incrementAndGet();
            } else {
                broken.add(around + ": status " + answer.statusCode() + " " + answer.body());
            }
        } catch (RuntimeException e) {
            if (forgiven || gatewayMayBeAway) {
                away.incrementAndGet();
            } else {
                broken.add(around + ": " + e);
            }
        }
    }

    private void judge(JsonObject answer, long asked) {
        if (!answer.has("errors")) {
            boolean live = answer.getAsJsonObject("data")
                    .getAsJsonObject("partnership")
                    .getAsJsonObject("scorecard")
                    .get("live")
                    .getAsBoolean();
            if (live) {
                whole.incrementAndGet();
                wholeSince = asked;
            } else {
                broken.add(around + ": not live, and nothing said: " + answer);
            }
            return;
        }
        Set<String> named = new TreeSet<>(unreached);
        for (JsonElement error : answer.getAsJsonArray("errors")) {
            JsonObject extensions = error.getAsJsonObject().getAsJsonObject("extensions");
            String code = extensions == null ? "" : text(extensions, "code");
            if (code.equals("UNAUTHENTICATED") && sessionMayEnd) {
                signInAgain();
                return;
            }
            String service = extensions == null ? "" : text(extensions, "service");
            if (!code.equals("SERVICE_UNAVAILABLE") || !SERVICES.contains(service)) {
                broken.add(around + ": " + error);
                return;
            }
            named.add(service);
        }
        unreached = named;
        partial.incrementAndGet();
    }

    private void signInAgain() {
        try {
            caller = partnership.signIn(api, Seat.OWNER_LEADER);
            signIns.incrementAndGet();
        } catch (IllegalStateException | UncheckedIOException e) {
            // Not while partners is away; the next answer asks for it again.
            away.incrementAndGet();
        }
    }

    private static String text(JsonObject object, String member) {
        JsonElement element = object.get(member);
        return element == null || element.isJsonNull() ? "" : element.getAsString();
    }
}
