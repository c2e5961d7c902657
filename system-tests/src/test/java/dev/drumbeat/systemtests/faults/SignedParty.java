package dev.drumbeat.systemtests.faults;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.drumbeat.systemtests.api.Api;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Somebody who deals with money through the gateway, as the page does. */
record SignedParty(Caller caller, String partnership) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String STATEMENTS = """
            query Statements($slug: String!) {
              partnership(slug: $slug) {
                statements(first: 100) {
                  nodes {
                    id slug kind state period number digest predecessorDigest version versionDigest proposedAt reason
                    total { amount currency }
                    lines { lineId amount { amount } formula inputs { label value } }
                    signatures { actor { displayName } signedAt }
                  }
                }
                statementVerification { intact entries head { count digest } findings { message } }
                disclosures(first: 100) { nodes { kpiSlug period text } }
              }
            }
            """;

    private static final String MONEY = """
            query Money($slug: String!) {
              partnership(slug: $slug) {
                payPanel { projections { amount { amount } } }
                agreements { nodes { slug } }
                statements { nodes { slug total { amount } } }
                evidence { nodes { text } }
                forecasts { nodes { value } }
                statementVerification { entries }
                auditTrail(source: INCENTIVES, first: 100) { nodes { action before after reason } }
              }
            }
            """;

    static SignedParty of(Api api, Partnership partnership, Seat seat) {
        return new SignedParty(partnership.signIn(api, seat), partnership.slug());
    }

    JsonObject reads() {
        return reached(STATEMENTS, Map.of("slug", partnership))
                .getAsJsonObject("data")
                .getAsJsonObject("partnership");
    }

    /** Everything that tells of money, by GraphQL and as files, in one text. */
    String money() {
        String files = Stream.of("statements.csv", "audit.csv?source=incentives")
                .map(file -> caller.get("/api/partnerships/" + partnership + "/" + file)
                        .body())
                .collect(Collectors.joining("\n"));
        return reached(MONEY, Map.of("slug", partnership)) + "\n" + files;
    }

    /** Newest first. */
    List<JsonObject> statements() {
        List<JsonObject> statements = new ArrayList<>();
        nodes(reads(), "statements").forEach(node -> statements.add(node.getAsJsonObject()));
        return statements;
    }

    static JsonArray nodes(JsonObject partnership, String connection) {
        return partnership.getAsJsonObject(connection).getAsJsonArray("nodes");
    }

    JsonObject verification() {
        return reads().getAsJsonObject("statementVerification");
    }

    JsonObject change(String mutation, String selection, Map<String, ?> input) {
        return caller.change(document(mutation, selection), mutation, withRequest(input));
    }

    /** What the gateway answers, whatever it is. */
    String tries(String mutation, Map<String, ?> input) {
        return reached(document(mutation, "statement { state }"), Map.of("input", withRequest(input)))
                .toString();
    }

    /** The answer of a service that was killed a moment ago: once the gateway reaches it again. */
    private JsonObject reached(String document, Map<String, ?> variables) {
        return Awaitility.await("an answer")
                .atMost(PATIENCE)
                .until(
                        () -> caller.graphql(document, variables),
                        answer -> !answer.toString().contains("UNAVAILABLE"));
    }

    private static Map<String, Object> withRequest(Map<String, ?> input) {
        Map<String, Object> complete = new HashMap<>(input);
        complete.putIfAbsent("requestId", UUID.randomUUID().toString());
        return complete;
    }

    private static String document(String mutation, String selection) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return "mutation M($input: %s!) { %s(input: $input) { %s userErrors { code field message } } }"
                .formatted(type, mutation, selection);
    }
}
