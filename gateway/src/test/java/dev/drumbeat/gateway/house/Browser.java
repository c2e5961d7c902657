package dev.drumbeat.gateway.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the gateway as a page does: keeps cookies, sends the page's token back. */
public final class Browser {
    public static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String root;
    private final Map<String, String> cookies = new HashMap<>();

    public Browser(int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    public Browser signIn(String person) {
        HttpResponse<String> response = signIn(person + "@example.test", FakePartners.PASSWORD);
        if (response.statusCode() != 204) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return this;
    }

    public HttpResponse<String> signIn(String email, String password) {
        return send(HttpRequest.newBuilder(URI.create(root + "/api/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("email=" + encoded(email) + "&password=" + encoded(password))));
    }

    public JsonNode ask(String document) {
        return ask(document, Map.of());
    }

    public JsonNode ask(String document, Map<String, ?> variables) {
        HttpResponse<String> response = post(document, variables, request -> request);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    public HttpResponse<String> post(
            String document, Map<String, ?> variables, UnaryOperator<HttpRequest.Builder> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", document);
        body.put("variables", variables);
        return postBody(JSON.writeValueAsString(body), more);
    }

    public HttpResponse<String> postBody(String body, UnaryOperator<HttpRequest.Builder> more) {
        return send(more.apply(withToken(HttpRequest.newBuilder(URI.create(root + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)))));
    }

    public HttpResponse<String> get(String path, UnaryOperator<HttpRequest.Builder> more) {
        return send(more.apply(HttpRequest.newBuilder(URI.create(root + path)).GET()));
    }

    public HttpRequest.Builder withToken(HttpRequest.Builder request) {
        String token = cookies.get("XSRF-TOKEN");
        return token == null ? request : request.setHeader("X-XSRF-TOKEN", token);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            if (!cookies.isEmpty()) {
                StringBuilder header = new StringBuilder();
                cookies.forEach((name, value) -> header.append(header.isEmpty() ? "" : "; ")
                        .append(name)
                        .append('=')
                        .append(value));
                request.header("Cookie", header.toString());
            }
            HttpResponse<T> response = HTTP.send(request.build(), handler);
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public String root() {
        return root;
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
