package dev.drumbeat.gateway.house;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A page that follows scorecards. */
public final class EventStream implements AutoCloseable {
    private final HttpResponse<Stream<String>> response;
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    public EventStream(Browser browser, String body) {
        response = browser.send(
                browser.withToken(HttpRequest.newBuilder(URI.create(browser.root() + "/graphql"))
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .POST(BodyPublishers.ofString(body))),
                BodyHandlers.ofLines());
        Thread.startVirtualThread(() -> {
            try (Stream<String> all = response.body()) {
                all.forEach(this::take);
            } catch (RuntimeException e) {
                lines.add("broken");
            }
            over = true;
        });
    }

    public int status() {
        return response.statusCode();
    }

    /** The data of the events so far. */
    public List<JsonNode> events() {
        return List.copyOf(events);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public boolean isOver() {
        return over;
    }

    /** How often a partnership was told of. */
    public long told(String slug) {
        return events.stream()
                .filter(event ->
                        event.at("/data/scorecardChanged/slug").asString("").equals(slug))
                .count();
    }

    @Override
    public void close() {
        response.body().close();
    }

    private void take(String line) {
        lines.add(line);
        if (line.startsWith("data:") && line.contains("{")) {
            events.add(Browser.JSON.readTree(line.substring("data:".length())));
        }
    }
}
