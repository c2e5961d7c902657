package dev.drumbeat.demo.life;

import dev.drumbeat.demo.api.ApiSession;
import dev.drumbeat.demo.load.RequestIds;
import dev.drumbeat.demo.plan.Role;
import dev.drumbeat.demo.plan.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is what in which activity: published once, at the first meeting. */
final class Responsibilities {
    private static final String READ = """
            query Raci($partnership: String!) {
              partnership(slug: $partnership) { raci { raci { version activities { slug displayName } } } }
            }
            """;
    private static final String PUBLISH = """
            mutation PublishRaci($input: PublishRaciInput!) {
              publishRaci(input: $input) { raci { version } userErrors { code field message } }
            }
            """;
    /** Activities for which the owner's OPS answers; for the others the partner's does. */
    private static final List<String> OWNERS = List.of("demand-planning", "incoming-inspection");

    private final Table table;

    Responsibilities(Table table) {
        this.table = table;
    }

    void publish() {
        ApiSession ops = table.as(Side.OWNER, Role.OPS);
        var raci = ops.query(READ, Map.of("partnership", table.slug()))
                .path("partnership")
                .path("raci")
                .path("raci");
        if (raci.path("version").asInt() > 0) {
            return;
        }
        List<Map<String, Object>> activities = new ArrayList<>();
        raci.path("activities").forEach(activity -> {
            String slug = activity.path("slug").asText();
            Map<String, Object> input = new HashMap<>();
            input.put("slug", slug);
            input.put("displayName", activity.path("displayName").asText());
            input.put("assignments", assignments(OWNERS.contains(slug) ? Side.OWNER : Side.PARTNER));
            activities.add(input);
        });
        ops.change(
                PUBLISH,
                Map.of(
                        "partnership",
                        table.slug(),
                        "version",
                        0,
                        "activities",
                        activities,
                        "reviewDate",
                        table.today().plusMonths(6).toString(),
                        "reason",
                        "Agreed at the first meeting (demo).",
                        "requestId",
                        RequestIds.of("raci", table.slug())));
    }

    private List<Map<String, String>> assignments(Side accountable) {
        return List.of(
                assignment(accountable, Role.OPS, "ACCOUNTABLE"),
                assignment(accountable, Role.OPS, "RESPONSIBLE"),
                assignment(accountable.other(), Role.OPS, "CONSULTED"),
                assignment(Side.OWNER, Role.LEADER, "INFORMED"),
                assignment(Side.PARTNER, Role.LEADER, "INFORMED"));
    }

    private Map<String, String> assignment(Side side, Role role, String letter) {
        return Map.of("person", table.person(side, role).slug(), "letter", letter);
    }
}
