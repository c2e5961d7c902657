package dev.drumbeat.systemtests.stories;

import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.drumbeat.systemtests.api.Api;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * The weekly sync of a partnership, brought forward so that it can be held now.
 *
 * @param address of its page
 */
record WeeklySync(Partnership partnership, String address) {
    private static final String RED = "41.5";

    /** A partnership with two reds and two good figures, and its sync. */
    static WeeklySync aboutTwoReds(Api api, String slug, String words) {
        return about(api, slug, words, List.of(Partnership.GOAL, Partnership.DRIVERS.getFirst()));
    }

    /** The same, whose first driver's figure is not there yet; {@link #turnsRed} brings it. */
    static WeeklySync aboutOneRed(Api api, String slug, String words) {
        return about(api, slug, words, List.of(Partnership.GOAL));
    }

    private static WeeklySync about(Api api, String slug, String words, List<String> reds) {
        WeeklySync sync = new WeeklySync(World.another(api, slug, words, 2), "");
        reds.forEach(kpi -> sync.record(api, kpi, RED));
        sync.record(api, Partnership.DRIVERS.get(1), "0.6");
        sync.record(api, Partnership.DRIVERS.get(2), "22.0");
        return new WeeklySync(sync.partnership, now(api, sync.partnership));
    }

    /** The first driver is red, too. */
    void turnsRed(Api api) {
        record(api, Partnership.DRIVERS.getFirst(), RED);
    }

    private void record(Api api, String kpi, String value) {
        new Setup(partnership.signIn(api, Seat.PARTNER_OPS))
                .record(partnership.slug(), kpi, Map.of(Partnership.month(1), value));
    }

    /** The owner's OPS starts it. */
    void starts(Api api) {
        new Setup(partnership.signIn(api, Seat.OWNER_OPS))
                .change(
                        "startMeeting",
                        "meeting { id }",
                        Map.of(
                                "partnership",
                                partnership.slug(),
                                "meeting",
                                address.substring(address.lastIndexOf('/') + 1)));
    }

    /** The next weekly sync, put at five minutes from now; answers its address. */
    private static String now(Api api, Partnership partnership) {
        Caller ops = partnership.signIn(api, Seat.OWNER_OPS);
        Instant now = Instant.now();
        JsonObject next = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            JsonObject found = ops.data(
                                            "query($slug: String!, $from: DateTime!, $to: DateTime!) {"
                                                    + " partnership(slug: $slug) { meetings(from: $from, to: $to) { nodes"
                                                    + " { slug kind revision } } } }",
                                            Map.of(
                                                    "slug",
                                                    partnership.slug(),
                                                    "from",
                                                    now.toString(),
                                                    "to",
                                                    now.plus(15, ChronoUnit.DAYS)
                                                            .toString()))
                                    .getAsJsonObject("partnership");
                            JsonArray nodes = found.get("meetings").isJsonNull()
                                    ? new JsonArray()
                                    : found.getAsJsonObject("meetings").getAsJsonArray("nodes");
                            return nodes.asList().stream()
                                    .map(node -> node.getAsJsonObject())
                                    .filter(node ->
                                            node.get("kind").getAsString().equals("OPS_SYNC"))
                                    .findFirst()
                                    .orElse(null);
                        },
                        found -> found != null);
        String slug = next.get("slug").getAsString();
        String soon = LocalDateTime.now(ZoneOffset.UTC)
                .plusMinutes(5)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        new Setup(ops)
                .change(
                        "moveMeeting",
                        "meeting { slug }",
                        Map.of(
                                "partnership",
                                partnership.slug(),
                                "meeting",
                                slug,
                                "revision",
                                next.get("revision").getAsString(),
                                "start",
                                soon,
                                "reason",
                                "Everybody is here now"));
        return "/p/" + partnership.slug() + "/meetings/" + slug;
    }
}
