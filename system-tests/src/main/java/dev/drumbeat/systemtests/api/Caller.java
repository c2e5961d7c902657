package dev.drumbeat.systemtests.api;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One person or system that talks to the gateway; keeps its own cookies. Usable from many threads. */
public final class Caller {
    private static final Gson GSON = new Gson();
    private static final long RETRY_NANOS = 200_000_000;
    private static final String XSRF_COOKIE = "XSRF-TOKEN";

    private final HttpClient client;
    private final URI address;
    private final @Nullable String bearer;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    private Caller(HttpClient client, URI address, @Nullable String bearer) {
        this.client = client;
        this.address = address;
        this.bearer = bearer;
    }

    static Caller anonymous(HttpClient client, URI address) {
        Caller caller = new Caller(client, address, null);
        // The page is loaded before anything else, and brings the cookie that changes are checked by.
        caller.send(caller.request("/").GET());
        return caller;
    }

    static Caller bearer(HttpClient client, URI address, String secret) {
        return new Caller(client, address, secret);
    }

    /** Executes a document; the whole answer with {@code data} and {@code errors}. */
    public JsonObject graphql(String document, Map<String, ?> variables) {
        HttpResponse<String> answer = post(document, variables);
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    /** Executes a document that must succeed; its {@code data}. */
    public JsonObject data(String document, Map<String, ?> variables) {
        HttpResponse<String> answer = post(document, variables);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("GraphQL answered " + answer.statusCode() + ": " + answer.body());
        }
        JsonObject json = JsonParser.parseString(answer.body()).getAsJsonObject();
        if (json.has("errors")) {
            throw new IllegalStateException("GraphQL answered " + json.get("errors"));
        }
        return json.getAsJsonObject("data");
    }

    /**
     * Executes a change that must not be refused; its payload. While a service can't be reached it is sent again under the same
     * request id, as the page and a plant's system do.
     */
    public JsonObject change(String document, String field, Map<String, ?> input) {
        long deadline = System.nanoTime() + Api.PATIENCE.toNanos();
        while (true) {
            try {
                return changeOnce(document, field, input);
            } catch (IllegalStateException e) {
                String message = String.valueOf(e.getMessage());
                if (!message.contains("UNAVAILABLE") || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    /** The same, sent once. */
    public JsonObject changeOnce(String document, String field, Map<String, ?> input) {
        JsonObject payload = data(document, Map.of("input", input)).getAsJsonObject(field);
        if (!payload.getAsJsonArray("userErrors").isEmpty()) {
            throw new IllegalStateException(field + " was refused: " + payload.get("userErrors") + " for " + input);
        }
        return payload;
    }

    public HttpResponse<String> post(String document, Map<String, ?> variables) {
        return send(request("/graphql")
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json, application/json")
                .POST(BodyPublishers.ofString(GSON.toJson(Map.of("query", document, "variables", variables)))));
    }

    /** Follows a subscription; the answer's body is a stream of server-sent events that ends when closed. */
    public HttpResponse<InputStream> follow(String document, Map<String, ?> variables) {
        HttpRequest.Builder request = request("/graphql")
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(GSON.toJson(Map.of("query", document, "variables", variables))));
        return sendFor(request, BodyHandlers.ofInputStream());
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Imports a CSV text; {@code mode} is {@code preview} or {@code commit}. */
    public HttpResponse<String> importCsv(String partnership, String mode, String key, String csv) {
        return send(request("/api/partnerships/" + partnership + "/imports?mode=" + mode)
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(csv)));
    }

    public HttpResponse<String> signOut() {
        return send(request("/api/sign-out").POST(BodyPublishers.noBody()));
    }

    /** The cookies, for a browser that goes on as this person. */
    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(Api.PATIENCE);
        if (bearer != null) {
            return request.header("Authorization", "Bearer " + bearer);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        String xsrf = cookies.get(XSRF_COOKIE);
        return xsrf == null ? request : request.header("X-XSRF-TOKEN", xsrf);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return sendFor(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> sendFor(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            HttpResponse<T> answer = client.send(request.build(), handler);
            answer.headers().allValues("Set-Cookie").forEach(this::remember);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void remember(String header) {
        for (HttpCookie cookie : HttpCookie.parse(header)) {
            if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
    }
}
