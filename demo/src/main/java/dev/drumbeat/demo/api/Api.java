package dev.drumbeat.demo.api;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The address of a running house, and the door people come in by. */
public final class Api {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final URI address;

    public Api(URI address) {
        this.address = address;
    }

    /** Signs in as a person does: by form, with the two cookies that the answer sets. */
    public ApiSession signIn(String email, String password) {
        var cookies = new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .cookieHandler(cookies)
                .build();
        var door = new HttpDoor(client, address);
        String form = "email=" + encoded(email) + "&password=" + encoded(password);
        HttpResponse<String> answer = door.send(door.to("/api/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.statusCode() != 204) {
            throw new ApiException(email + " can't sign in at " + address + ": " + HttpDoor.problem(answer));
        }
        return new ApiSession(door, cookies.getCookieStore());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
