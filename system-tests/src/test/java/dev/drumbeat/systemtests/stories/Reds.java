package dev.drumbeat.systemtests.stories;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.KpiPlan;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reds and their actions, as the stories about them begin and look. */
final class Reds {
    private Reds() {}

    /** Its partner's OPS is proposed for every red. */
    static Partnership withRaci(TestHouse house, String slug, String words) {
        Partnership partnership = World.another(house.api(), slug, words);
        new Setup(partnership.signIn(house.api(), Seat.OWNER_OPS))
                .raci(
                        slug,
                        KpiPlan.RACI_ACTIVITY,
                        partnership.person(Seat.PARTNER_OPS),
                        partnership.person(Seat.PARTNER_LEADER));
        return partnership;
    }

    /** What a scorecard says of the red of a KPI. */
    static Locator card(Visitor visitor, String kpi) {
        return visitor.page()
                .getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(kpi))
                .first();
    }

    /** Both sides accept what is proposed in the first action, as two clicks would. */
    static void agree(TestHouse house, Partnership partnership) {
        for (Seat seat : List.of(Seat.PARTNER_OPS, Seat.OWNER_OPS)) {
            Caller caller = partnership.signIn(house.api(), seat);
            JsonObject action = first(caller, partnership.slug());
            move(
                    caller,
                    "acceptOwner",
                    action.get("id").getAsString(),
                    action.get("revision").getAsString(),
                    Map.of());
        }
    }

    /** The first action of a partnership. */
    static JsonObject first(Caller caller, String slug) {
        return caller.data(
                        "query Q($slug: String!) { partnership(slug: $slug) { action(number: 1) { id revision } } }",
                        Map.of("slug", slug))
                .getAsJsonObject("partnership")
                .getAsJsonObject("action");
    }

    static void move(Caller caller, String mutation, String action, String revision, Map<String, Object> more) {
        caller.change(document(mutation), mutation, input(action, revision, more));
    }

    /** The error with which a move is refused. */
    static JsonObject refusal(
            Caller caller, String mutation, String action, String revision, Map<String, Object> more) {
        return caller.data(document(mutation), Map.of("input", input(action, revision, more)))
                .getAsJsonObject(mutation)
                .getAsJsonArray("userErrors")
                .get(0)
                .getAsJsonObject();
    }

    private static Map<String, Object> input(String action, String revision, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("action", action);
        input.put("revision", revision);
        input.put("requestId", UUID.randomUUID().toString());
        return input;
    }

    private static String document(String mutation) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return "mutation M($input: %s!) { %s(input: $input) { action { id } userErrors { code field message } } }"
                .formatted(type, mutation);
    }
}
