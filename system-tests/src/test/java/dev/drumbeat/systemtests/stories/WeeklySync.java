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
import java.util.Map;
import java.util.UUID;

/**
 * The weekly sync of a partnership, brought forward so that it can be held now.
 *
 * @param address of its page
 */
record WeeklySync(Partnership partnership, String address) {
    /** A partnership with two reds and two good figures, and its sync. */
    static WeeklySync aboutTwoReds(Api api, String slug, String words) {
        Partnership partnership = World.another(api, slug, words, 2);
        Setup partner = new Setup(partnership.signIn(api, Seat.PARTNER_OPS));
        for (String kpi : new String[] {Partnership.GOAL, Partnership.DRIVERS.getFirst()}) {
            partner.record(slug, kpi, Map.of(Partnership.month(1), "41.5"));
        }
        for (String kpi : Partnership.DRIVERS.subList(1, 3)) {
            partner.record(slug, kpi, Map.of(Partnership.month(1), kpi.equals("days-late") ? "0.6" : "22.0"));
        }
        return new WeeklySync(partnership, now(api, partnership));
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
        ops.change(
                "mutation M($input: MoveMeetingInput!) { moveMeeting(input: $input) { meeting { slug } userErrors {"
                        + " code field message } } }",
                "moveMeeting",
                Map.of(
                        "partnership",
                        partnership.slug(),
                        "meeting",
                        slug,
                        "revision",
                        next.get("revision").getAsString(),
                        "start",
                        LocalDateTime.now(ZoneOffset.UTC)
                                .plusMinutes(5)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString(),
                        "reason",
                        "Everybody is here now",
                        "requestId",
                        UUID.randomUUID().toString()));
        return "/p/" + partnership.slug() + "/meetings/" + slug;
    }
}
