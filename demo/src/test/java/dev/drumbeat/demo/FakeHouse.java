package dev.drumbeat.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * The public API as far as a load needs it, over real HTTP: who is signed in, whether the page's token came along, whether the role
 * may do it, and that a request id has one effect. Keeps what was done, by whom.
 */
final class FakeHouse implements AutoCloseable {
    static final String ADMIN_EMAIL = "admin@house.example";
    static final String ADMIN_PASSWORD = "correct-horse-battery";

    static final String OUR_FAULT = "It is our fault.";

    private static final String CRASH = "crash";
    private static final String NOT_FOUND = """
            {"data":{"field":{"userErrors":[{"code":"RESOURCE_NOT_FOUND","message":"There is no such partnership."}]}}}
            """;
    private static final String UNAVAILABLE = """
            {"data":null,"errors":[{"message":"kpis can't be reached.","extensions":{"code":"SERVICE_UNAVAILABLE"}}]}
            """;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> ROLE_FOR = Map.of(
            "CreateCompany", "admin",
            "CreatePerson", "admin",
            "CreatePartnership", "admin",
            "GrantMembership", "admin",
            "CreateKpi", "ops",
            "ProposeTarget", "ops",
            "DecideTarget", "leader",
            "RecordMeasurements", "ops",
            "ProposeCorrection", "ops",
            "DecideCorrection", "leader");

    private final HttpServer server;
    private final Map<String, String> passwords = new HashMap<>(Map.of(ADMIN_EMAIL, ADMIN_PASSWORD));
    private final Map<String, String> requests = new HashMap<>();
    private final Map<String, String> notices = new HashMap<>();
    private final Set<String> people = new HashSet<>();
    private final List<String> facts = new ArrayList<>();
    private final Map<String, List<String>> stumbles = new HashMap<>();
    private int changesUntilCrash = Integer.MAX_VALUE;
    private int asked;

    FakeHouse() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was done, each with who did it; in an order that does not depend on chance. */
    synchronized List<String> facts() {
        return facts.stream().sorted().toList();
    }

    synchronized int asked() {
        return asked;
    }

    /** The next such change finds its partnership not known yet, and the one after that finds a service gone. */
    synchronized void stumbleAt(String operation) {
        stumbles.put(operation, List.of(NOT_FOUND, UNAVAILABLE));
    }

    /** The next such question finds a service gone. */
    synchronized void goneOnceAt(String operation) {
        stumbles.put(operation, List.of(UNAVAILABLE));
    }

    /** After so many more changes everything fails. */
    synchronized void crashAfter(int changes) {
        changesUntilCrash = changes;
    }

    synchronized void recover() {
        changesUntilCrash = Integer.MAX_VALUE;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/api/sign-in")) {
                signIn(exchange, body);
            } else if (!hasPageToken(exchange)) {
                send(exchange, 403, "{\"detail\":\"Send the page's token\"}");
            } else if (path.equals("/graphql")) {
                graphql(exchange, JSON.readTree(body));
            } else {
                importFile(exchange, path.split("/")[3], body);
            }
        }
    }

    private synchronized void signIn(HttpExchange exchange, String form) throws IOException {
        String[] parts = form.split("[=&]");
        String email = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
        String password = URLDecoder.decode(parts[3], StandardCharsets.UTF_8);
        if (!password.equals(passwords.get(email))) {
            send(exchange, 401, "{\"detail\":\"The e-mail address or the password is not right.\"}");
            return;
        }
        exchange.getResponseHeaders()
                .add("Set-Cookie", "drumbeat-session=" + email + "; Path=/; HttpOnly; SameSite=Strict");
        exchange.getResponseHeaders().add("Set-Cookie", "XSRF-TOKEN=token-of-" + email + "; Path=/; SameSite=Strict");
        exchange.sendResponseHeaders(204, -1);
    }

    private static String who(HttpExchange exchange) {
        String cookies = Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Cookie"));
        return cookies.replaceFirst(".*drumbeat-session=\"?([^;\"]*).*", "$1");
    }

    private static boolean hasPageToken(HttpExchange exchange) {
        return ("token-of-" + who(exchange)).equals(exchange.getRequestHeaders().getFirst("X-XSRF-TOKEN"));
    }

    private synchronized void graphql(HttpExchange exchange, JsonNode request) throws IOException {
        asked++;
        String operation = request.path("query").asText().strip().split("[\\s({]+", 3)[1];
        List<String> stumbling = stumbles.getOrDefault(operation, List.of());
        if (!stumbling.isEmpty()) {
            stumbles.put(operation, stumbling.subList(1, stumbling.size()));
            send(exchange, 200, stumbling.getFirst());
            return;
        }
        if (operation.equals("WhatIsThere")) {
            send(exchange, 200, whatIsThere().toString());
            return;
        }
        JsonNode input = request.path("variables").path("input");
        String refusal =
                change(who(exchange), operation, input.path("requestId").asText(), input);
        if (refusal.equals(CRASH)) {
            send(exchange, 500, "{\"detail\":\"" + OUR_FAULT + "\"}");
            return;
        }
        ObjectNode payload = JSON.createObjectNode();
        payload.putArray("userErrors");
        if (!refusal.isEmpty()) {
            payload.withArray("userErrors").addObject().put("code", "NO").put("message", refusal);
        }
        payload.putObject("target").put("id", input.path("requestId").asText());
        payload.putObject("correction").put("id", input.path("requestId").asText());
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("data").set("field", payload);
        send(exchange, 200, answer.toString());
    }

    private ObjectNode whatIsThere() {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode data = answer.putObject("data");
        data.putObject("viewer").put("administrator", true);
        people.forEach(
                slug -> data.withObject("people").withArray("nodes").addObject().put("slug", slug));
        notices.forEach((slug, notice) -> data.withObject("partnerships")
                .withArray("nodes")
                .addObject()
                .put("slug", slug)
                .put("dataNotice", notice));
        return answer;
    }

    /** Empty when done, {@link #CRASH}, or why not. */
    private String change(String who, String operation, String requestId, JsonNode input) {
        if (!who.startsWith(ROLE_FOR.getOrDefault(operation, "") + "@") && ROLE_FOR.containsKey(operation)) {
            return who + " may not " + operation;
        }
        String before = requests.get(who + requestId);
        if (before != null) {
            return before.equals(input.toString()) ? "" : "This request_id came before with other content.";
        }
        if (changesUntilCrash-- <= 0) {
            return CRASH;
        }
        requests.put(who + requestId, input.toString());
        facts.add(who + " " + operation + " " + input);
        if (operation.equals("CreatePerson")) {
            passwords.put(input.path("email").asText(), input.path("password").asText());
            people.add(input.path("slug").asText());
        } else if (operation.equals("CreatePartnership")) {
            notices.put(input.path("slug").asText(), input.path("dataNotice").asText());
        }
        return "";
    }

    private synchronized void importFile(HttpExchange exchange, String partnership, String csv) throws IOException {
        String key = Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        ObjectNode input =
                JSON.createObjectNode().put("partnership", partnership).put("csv", csv);
        String refusal = change(who(exchange), "RecordMeasurements", key, input);
        if (!refusal.isEmpty()) {
            send(exchange, 500, "{\"detail\":\"" + (refusal.equals(CRASH) ? OUR_FAULT : refusal) + "\"}");
            return;
        }
        long rows = csv.lines().count() - 1;
        send(exchange, 200, "{\"committed\":true,\"rows\":" + rows + ",\"newRows\":" + rows + "}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static JsonNode input(String fact) {
        try {
            return JSON.readTree(fact.substring(fact.indexOf('{')));
        } catch (JsonProcessingException notAFact) {
            throw new AssertionError(notAFact);
        }
    }
}
