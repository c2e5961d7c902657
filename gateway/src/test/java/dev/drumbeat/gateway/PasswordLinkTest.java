package dev.drumbeat.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.gateway.house.FakePartners;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Ways to a password for those who are not signed in. */
class PasswordLinkTest extends GatewayTest {
    @Test
    void a_link_greets_its_person_and_takes_a_password() {
        HttpResponse<String> link = post("/api/password-link", "secret=" + FakePartners.LINK);
        assertThat(link.statusCode()).isEqualTo(200);
        assertThat(link.body()).contains("\"displayName\":\"Zoe\"").contains("\"invitation\":true");
        HttpResponse<String> refused = post("/api/password", "secret=" + FakePartners.LINK + "&password=short");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("PASSWORD_REFUSED").contains("At least 12 characters");
        HttpResponse<String> set = post("/api/password", "secret=" + FakePartners.LINK + "&password=long+enough+it+is");
        assertThat(set.statusCode()).isEqualTo(204);
        assertThat(set.headers().allValues("Set-Cookie")).as("signs nobody in").isEmpty();
    }

    @Test
    void a_link_that_is_over_says_so() {
        assertThat(post("/api/password-link", "secret=other").statusCode()).isEqualTo(410);
        assertThat(post("/api/password", "secret=other&password=long+enough+it+is")
                        .body())
                .contains("LINK_UNUSABLE");
    }

    @Test
    void asking_for_a_reset_says_nothing_of_who_exists() {
        assertThat(post("/api/password-reset", "email=ana%40example.test").statusCode())
                .isEqualTo(204);
        assertThat(post("/api/password-reset", "email=nobody%40example.test").statusCode())
                .isEqualTo(204);
        assertThat(post("/api/password-reset", "").statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> post(String path, String body) {
        return browser()
                .send(HttpRequest.newBuilder(URI.create(browser().root() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }
}
