package dev.drumbeat.demo.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Sends requests, and sends them again when a part of the house can't be reached for a moment: every change that we ask for names
 * itself, so a repeat has no second effect.
 */
final class HttpDoor {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration OUTAGE_LIMIT = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(40);

    private final HttpClient client;
    private final URI address;

    HttpDoor(HttpClient client, URI address) {
        this.client = client;
        this.address = address;
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(ANSWER_LIMIT);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        var patience = new Patience(OUTAGE_LIMIT);
        while (true) {
            try {
                HttpResponse<String> answer = client.send(built, HttpResponse.BodyHandlers.ofString());
                if (!isTemporary(answer) || !patience.pause()) {
                    return answer;
                }
            } catch (IOException unreachable) {
                if (!patience.pause()) {
                    throw new ApiException("Can't reach Drumbeat at " + address + ": " + unreachable, unreachable);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new ApiException("Interrupted while waiting for " + address, interrupted);
            }
        }
    }

    /** What the house says is wrong, from a problem document or as it came. */
    static String problem(HttpResponse<String> answer) {
        try {
            JsonNode document = JSON.readTree(answer.body());
            String detail =
                    document.path("detail").asText(document.path("title").asText(""));
            if (!detail.isEmpty()) {
                return detail + " (" + answer.statusCode() + ")";
            }
        } catch (JsonProcessingException notJson) {
            // Not one of ours; told as it came.
        }
        return "status " + answer.statusCode() + " " + answer.body();
    }

    private static boolean isTemporary(HttpResponse<String> answer) {
        return answer.statusCode() == 503 || answer.statusCode() == 502;
    }
}
