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

    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
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
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> answer = client.send(built, HttpResponse.BodyHandlers.ofString());
                if (!isTemporary(answer) || attempt == ATTEMPTS) {
                    return answer;
                }
            } catch (IOException unreachable) {
                if (attempt == ATTEMPTS) {
                    throw new ApiException("Can't reach Drumbeat at " + address + ": " + unreachable, unreachable);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new ApiException("Interrupted while waiting for " + address, interrupted);
            }
            pause(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
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

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ApiException("Interrupted between two attempts", interrupted);
        }
    }
}
