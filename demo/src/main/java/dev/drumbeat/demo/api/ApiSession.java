package dev.drumbeat.demo.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What one signed-in person asks for. Safe for several threads at once. */
public final class ApiSession {
    private static final Duration SERVICE_BACK_WITHIN = Duration.ofSeconds(15);
    private static final String UNAVAILABLE = "SERVICE_UNAVAILABLE";
    private static final String NOT_FOUND = "RESOURCE_NOT_FOUND";
    private static final List<String> TELLING = List.of("partnership", "slug", "kpi", "person", "period", "fromPeriod");

    private final HttpDoor door;
    private final CookieStore cookies;

    ApiSession(HttpDoor door, CookieStore cookies) {
        this.door = door;
        this.cookies = cookies;
    }

    /** Asks for data; gives the answer's `data`. Asks again while a service can't be reached; any other error is thrown. */
    public JsonNode query(String document, Map<String, ?> variables) {
        var patience = new Patience(SERVICE_BACK_WITHIN);
        return answered(document, variables, errors -> has(errors, UNAVAILABLE) && patience.pause());
    }

    /**
     * Changes something by a document with one mutation field; gives that field's payload. A refusal is thrown in its words. The
     * same wish is sent again while a service can't be reached, and while a partnership is not found: a new membership is known
     * everywhere within two seconds.
     */
    public JsonNode change(String document, Map<String, ?> input) {
        var patience = new Patience(SERVICE_BACK_WITHIN);
        while (true) {
            JsonNode payload = answered(
                            document, Map.of("input", input), errors -> has(errors, UNAVAILABLE) && patience.pause())
                    .elements()
                    .next();
            JsonNode errors = payload.path("userErrors");
            if (errors.isEmpty()) {
                return payload;
            }
            if (!has(errors, NOT_FOUND) || !patience.pause()) {
                throw new ApiException(named(document) + subject(input) + ": " + messages(errors));
            }
        }
    }

    private JsonNode answered(String document, Map<String, ?> variables, Predicate<JsonNode> again) {
        String body = json(Map.of("query", document, "variables", variables));
        while (true) {
            HttpResponse<String> answer = door.send(withPageToken(door.to("/graphql"))
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/graphql-response+json, application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            JsonNode read = tree(answer);
            JsonNode errors = read.path("errors");
            if (errors.isEmpty() && read.path("data").isObject()) {
                return read.path("data");
            }
            if (errors.isEmpty()) {
                throw new ApiException(named(document) + ": " + HttpDoor.problem(answer));
            }
            if (!again.test(errors)) {
                throw new ApiException(named(document) + ": " + messages(errors));
            }
        }
    }

    /** Looks at a CSV file's rows without recording them. */
    public ImportReport previewImport(String partnership, String csv) {
        return imported(partnership, "preview", csv, door.to(path(partnership, "preview")));
    }

    /** Records all rows of a CSV file or none; the same key has one effect. */
    public ImportReport commitImport(String partnership, String csv, String idempotencyKey) {
        return imported(
                partnership,
                "commit",
                csv,
                door.to(path(partnership, "commit")).header("Idempotency-Key", idempotencyKey));
    }

    private static String path(String partnership, String mode) {
        return "/api/partnerships/" + partnership + "/imports?mode=" + mode;
    }

    private ImportReport imported(String partnership, String mode, String csv, HttpRequest.Builder request) {
        HttpResponse<String> answer = door.send(withPageToken(request)
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(csv)));
        if (answer.statusCode() / 100 != 2) {
            throw new ApiException(
                    "The " + mode + " of " + partnership + "'s figures failed: " + HttpDoor.problem(answer));
        }
        return ImportReport.of(tree(answer));
    }

    /** The page's scripts send the cookie's value back as a header; so do we. */
    private HttpRequest.Builder withPageToken(HttpRequest.Builder request) {
        for (HttpCookie cookie : cookies.getCookies()) {
            if (cookie.getName().endsWith("XSRF-TOKEN")) {
                request.header("X-XSRF-TOKEN", cookie.getValue());
            }
        }
        return request;
    }

    private static JsonNode tree(HttpResponse<String> answer) {
        try {
            return HttpDoor.JSON.readTree(answer.body());
        } catch (JsonProcessingException notJson) {
            throw new ApiException("Not an answer of Drumbeat: " + HttpDoor.problem(answer), notJson);
        }
    }

    private static String json(Object value) {
        try {
            return HttpDoor.JSON.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    /** The operation's name: the second word of the document. */
    private static String named(String document) {
        return document.strip().split("[\\s({]+", 3)[1];
    }

    /** What the input is about, for people: its telling fields. */
    private static String subject(Map<String, ?> input) {
        return TELLING.stream()
                .filter(input::containsKey)
                .map(field -> " " + input.get(field))
                .collect(Collectors.joining());
    }

    private static boolean has(JsonNode errors, String code) {
        JsonNode first = errors.path(0);
        return first.path("code")
                .asText(first.path("extensions").path("code").asText())
                .equals(code);
    }

    private static String messages(JsonNode errors) {
        return StreamSupport.stream(errors.spliterator(), false)
                .map(error -> error.path("message").asText()
                        + (error.hasNonNull("field")
                                ? " [" + error.path("field").asText() + "]"
                                : ""))
                .collect(Collectors.joining("; "));
    }
}
