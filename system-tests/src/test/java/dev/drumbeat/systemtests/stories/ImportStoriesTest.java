package dev.drumbeat.systemtests.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.World;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A table of figures, as a plant sends it: named by row and field what is wrong, and nothing half imported. */
@ExtendWith(SharedHouse.class)
class ImportStoriesTest {
    private static final String HEAD = "kpi,period,value,numerator,denominator\n";

    private final TestHouse house;

    ImportStoriesTest(TestHouse house) {
        this.house = house;
    }

    @Test
    void bad_rows_are_named_and_nothing_is_imported_until_all_is_right_and_then_once() {
        Partnership spruce = World.another(house.api(), "spruce", "Spruce", 3);
        Caller ops = spruce.signIn(house.api(), Seat.PARTNER_OPS);
        String revision = revision(ops);
        String good = Partnership.GOAL + "," + Partnership.month(2) + ",95.5,,\n";
        String bad = HEAD
                + good
                + "no-such-kpi," + Partnership.month(2) + ",1,,\n"
                + Partnership.GOAL + ",2026-13,95,,\n"
                + Partnership.GOAL + "," + Partnership.month(1) + ",many,,\n"
                + good
                + Partnership.DRIVERS.getFirst() + "," + Partnership.month(2) + ",,5,0\n"
                + Partnership.DRIVERS.getFirst() + "," + Partnership.month(1) + ",=1+1,,\n";

        for (String mode : new String[] {"preview", "commit"}) {
            JsonObject report = json(ops.importCsv("spruce", mode, "bad-" + mode, bad));
            assertThat(report.get("committed").getAsBoolean()).as(mode).isFalse();
            assertThat(linesWithErrors(report)).as(mode).contains(3, 4, 5, 6, 8);
        }
        assertThat(revision(ops)).as("nothing was imported").isEqualTo(revision);

        String right = HEAD + good + Partnership.GOAL + "," + Partnership.month(1) + ",80.0,,\n";
        assertThat(json(ops.importCsv("spruce", "commit", "right-once-1", right))
                        .get("committed")
                        .getAsBoolean())
                .isTrue();
        String after = revision(ops);
        assertThat(after).isNotEqualTo(revision);

        json(ops.importCsv("spruce", "commit", "right-once-1", right));
        json(ops.importCsv("spruce", "commit", "right-again-2", right));
        assertThat(revision(ops))
                .as("what is there already is not imported again")
                .isEqualTo(after);
    }

    @Test
    void a_file_that_is_too_large_is_refused() {
        Partnership willow = World.another(house.api(), "willow", "Willow", 3);
        Caller ops = willow.signIn(house.api(), Seat.PARTNER_OPS);
        String large = HEAD + (Partnership.GOAL + "," + Partnership.month(1) + ",95.5,,\n").repeat(300_000);

        HttpResponse<String> answer = ops.importCsv("willow", "commit", "large", large);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("5 MB");
    }

    private static Set<Integer> linesWithErrors(JsonObject report) {
        Set<Integer> lines = new TreeSet<>();
        JsonArray rows = report.getAsJsonArray("preview");
        rows.forEach(row -> {
            if (!row.getAsJsonObject().getAsJsonArray("errors").isEmpty()) {
                lines.add(row.getAsJsonObject().get("line").getAsInt());
            }
        });
        return lines;
    }

    private static String revision(Caller caller) {
        return caller.data(
                        "query Q($slug: String!) { partnership(slug: $slug) { scorecard { revision } } }",
                        Map.of("slug", "spruce"))
                .getAsJsonObject("partnership")
                .getAsJsonObject("scorecard")
                .get("revision")
                .getAsString();
    }

    private static JsonObject json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 422);
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }
}
