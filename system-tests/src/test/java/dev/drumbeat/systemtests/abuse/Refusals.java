package dev.drumbeat.systemtests.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.world.Setup;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Asks for what must not be granted, looks at how it is refused, and remembers how long that took. */
final class Refusals {
    private final ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();

    /** A change that is refused by one of these rules, in {@code userErrors} or {@code errors}. */
    void refused(Caller caller, String mutation, Map<String, ?> input, String... codes) {
        Map<String, Object> complete = new HashMap<>(input);
        complete.putIfAbsent("requestId", UUID.randomUUID().toString());
        refusedDocument(caller, Setup.document(mutation, "__typename"), Map.of("input", complete), codes);
    }

    /** A document that is refused by one of these rules. */
    void refusedDocument(Caller caller, String document, Map<String, ?> variables, String... codes) {
        long began = System.nanoTime();
        HttpResponse<String> answer = caller.post(document, variables);
        micros.add((System.nanoTime() - began) / 1_000);
        JsonObject json = JsonParser.parseString(answer.body()).getAsJsonObject();
        List<String> told = codes(json);
        assertThat(told)
                .as("%s with %s: %s", document, variables, answer.body())
                .isNotEmpty()
                .allSatisfy(code ->
                        assertThat(code).matches(known -> Arrays.stream(codes).anyMatch(known::matches)));
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("dev.drumbeat")
                .doesNotContain("\\tat ")
                .doesNotContain("Did you mean");
    }

    /** A sentence for the log of the run: the figure is looked at by people, a busy machine must fail no test. */
    String inWords() {
        long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? "nothing was refused"
                : "%d refusals, half of them within %.1f ms, 95 %% within %.1f ms, all within %.1f ms"
                        .formatted(
                                sorted.length,
                                sorted[sorted.length / 2] / 1e3,
                                sorted[(int) (sorted.length * 0.95)] / 1e3,
                                sorted[sorted.length - 1] / 1e3);
    }

    /** The codes of all refusals in an answer, however it tells them. */
    static List<String> codes(JsonObject answer) {
        if (answer.has("code")) {
            return List.of(answer.get("code").getAsString());
        }
        if (answer.has("errors")) {
            return answer.getAsJsonArray("errors").asList().stream()
                    .map(error -> error.getAsJsonObject()
                            .getAsJsonObject("extensions")
                            .get("code")
                            .getAsString())
                    .toList();
        }
        return answer.getAsJsonObject("data").asMap().values().stream()
                .filter(JsonElement::isJsonObject)
                .map(payload -> payload.getAsJsonObject().get("userErrors"))
                .filter(errors -> errors instanceof JsonArray)
                .flatMap(errors -> errors.getAsJsonArray().asList().stream())
                .map(error -> error.getAsJsonObject().get("code").getAsString())
                .toList();
    }
}
