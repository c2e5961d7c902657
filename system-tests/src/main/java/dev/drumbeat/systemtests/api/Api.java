package dev.drumbeat.systemtests.api;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The gateway of one house, for whoever is not signed in yet. */
public final class Api {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    public Api(URI address) {
        this.address = address;
    }

    public URI address() {
        return address;
    }

    /** Signs in by the form, as the page does. */
    public Caller signIn(String email, String password) {
        Caller caller = Caller.anonymous(client, address);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> answer = caller.send(caller.request("/api/sign-in")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("email=" + encoded(email) + "&password=" + encoded(password))));
            if (answer.statusCode() == 204) {
                return caller;
            }
            // Processes that have only just started may need longer than a call may take: try again, as a person would.
            if (answer.statusCode() != 503 || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "sign-in of " + email + " answered " + answer.statusCode() + " " + answer.body());
            }
        }
    }

    /** A system with an ingestion token. */
    public Caller token(String secret) {
        return Caller.bearer(client, address, secret);
    }

    public Caller nobody() {
        return Caller.anonymous(client, address);
    }

    public HttpResponse<String> get(String path) {
        Caller caller = nobody();
        return caller.send(
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).GET());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
