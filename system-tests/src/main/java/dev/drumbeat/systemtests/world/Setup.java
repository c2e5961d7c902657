package dev.drumbeat.systemtests.world;

import com.google.gson.JsonObject;
import dev.drumbeat.systemtests.api.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The changes that a test's world is made of, as one person makes them. */
public record Setup(Caller caller) {
    /** Records figures. */
    public static final String RECORD = document("recordMeasurements", "recordedCount unchangedCount");

    public void company(String slug, String displayName) {
        change("createCompany", "company { id }", Map.of("slug", slug, "displayName", displayName, "timeZone", "UTC"));
    }

    public void person(String slug, String displayName, String company, String password) {
        change(
                "createPerson",
                "person { id }",
                Map.of(
                        "slug", slug,
                        "displayName", displayName,
                        "email", email(slug),
                        "company", company,
                        "password", password));
    }

    public static String email(String slug) {
        return slug + "@people.example";
    }

    public void partnership(String slug, String displayName, String owner, String partner, String dataNotice) {
        change(
                "createPartnership",
                "partnership { id }",
                Map.of(
                        "slug", slug,
                        "displayName", displayName,
                        "owner", owner,
                        "partner", partner,
                        "timeZone", "UTC",
                        "currency", "EUR",
                        "dataNotice", dataNotice));
    }

    public void member(String partnership, String person, String role) {
        change(
                "grantMembership",
                "member { since }",
                Map.of("partnership", partnership, "person", person, "role", role));
    }

    /** Makes an ingestion token for every KPI; answers its secret. */
    public String token(String partnership, String displayName, String side) {
        return change(
                        "createIngestionToken",
                        "secret",
                        Map.of("partnership", partnership, "displayName", displayName, "side", side))
                .get("secret")
                .getAsString();
    }

    public void kpi(String partnership, KpiPlan kpi) {
        change("createKpi", "kpi { id }", kpi.input(partnership));
    }

    /** Proposes a target; answers its id. */
    public String proposeTarget(String partnership, String kpi, String fromPeriod, String value, String redLimit) {
        return change(
                        "proposeTarget",
                        "target { id }",
                        Map.of(
                                "partnership", partnership,
                                "kpi", kpi,
                                "fromPeriod", fromPeriod,
                                "bounds", Map.of("value", value, "redLimit", redLimit),
                                "reason", "agreed at the yearly review"))
                .getAsJsonObject("target")
                .get("id")
                .getAsString();
    }

    public void acceptTarget(String id) {
        change("decideTarget", "target { id }", Map.of("target", id, "decision", "ACCEPT"));
    }

    public void record(String partnership, String kpi, Map<String, String> valuesByPeriod) {
        List<Map<String, Object>> measurements = new ArrayList<>();
        valuesByPeriod.forEach((period, value) ->
                measurements.add(Map.of("kpi", kpi, "period", period, "figure", Map.of("value", value))));
        change("recordMeasurements", "recordedCount", Map.of("partnership", partnership, "measurements", measurements));
    }

    /** Proposes a correction of the first revision; answers its id. */
    public String proposeCorrection(String partnership, String kpi, String period, String value, String reason) {
        return change(
                        "proposeCorrection",
                        "correction { id }",
                        Map.of(
                                "partnership", partnership,
                                "kpi", kpi,
                                "period", period,
                                "supersedesRevision", 1,
                                "figure", Map.of("value", value),
                                "reason", reason))
                .getAsJsonObject("correction")
                .get("id")
                .getAsString();
    }

    /** Opens an action without a red; answers its id. */
    public String openAction(String partnership, String title, String problem) {
        return change(
                        "openAction",
                        "action { id }",
                        Map.of("partnership", partnership, "title", title, "problem", problem))
                .getAsJsonObject("action")
                .get("id")
                .getAsString();
    }

    public int actionCount(String partnership) {
        return caller.data(
                        "query Q($slug: String!) { partnership(slug: $slug) { actions { nodes { id } } } }",
                        Map.of("slug", partnership))
                .getAsJsonObject("partnership")
                .getAsJsonObject("actions")
                .getAsJsonArray("nodes")
                .size();
    }

    public void commentAction(String action, String text) {
        change("commentAction", "action { id }", Map.of("action", action, "text", text));
    }

    /** Publishes a RACI with one activity; the KPIs that point to it find their owner by it. */
    public void raci(String partnership, String activity, String accountable, String responsible) {
        change(
                "publishRaci",
                "raci { version }",
                Map.of(
                        "partnership",
                        partnership,
                        "version",
                        0,
                        "reviewDate",
                        "2099-12-31",
                        "reason",
                        "who answers for what",
                        "activities",
                        List.of(Map.of(
                                "slug",
                                activity,
                                "displayName",
                                "Outgoing inspection",
                                "assignments",
                                List.of(
                                        Map.of("person", accountable, "letter", "ACCOUNTABLE"),
                                        Map.of("person", responsible, "letter", "RESPONSIBLE"))))));
    }

    public void note(String partnership, String kpi, String period, String kind, String audience, String text) {
        change(
                "addNote",
                "note { id }",
                Map.of(
                        "partnership", partnership,
                        "kpi", kpi,
                        "period", period,
                        "kind", kind,
                        "audience", audience,
                        "text", text));
    }

    /** Any change, under a request id of its own; its payload. */
    public JsonObject change(String mutation, String selection, Map<String, ?> input) {
        Map<String, Object> complete = new HashMap<>(input);
        complete.put("requestId", UUID.randomUUID().toString());
        return caller.change(document(mutation, selection), mutation, complete);
    }

    /** A change with its one input as the variable {@code input}. */
    public static String document(String mutation, String selection) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return "mutation M($input: %s!) { %s(input: $input) { %s userErrors { code field message } } }"
                .formatted(type, mutation, selection);
    }
}
