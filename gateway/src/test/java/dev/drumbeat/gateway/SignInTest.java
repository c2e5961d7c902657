package dev.drumbeat.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.gateway.house.Browser;
import dev.drumbeat.gateway.house.FakePartners;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SignInTest extends GatewayTest {
    private static final String VIEWER =
            "{\"query\":\"{ viewer { administrator partnershipCount person { slug email companySlug } } }\"}";

    @Test
    void the_session_is_for_the_browser_and_the_page_token_for_the_page() {
        HttpResponse<String> response = browser().signIn("ana@example.test", FakePartners.PASSWORD);
        assertThat(response.statusCode()).isEqualTo(204);
        List<String> cookies = response.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("drumbeat-session=")
                        .contains("HttpOnly")
                        .contains("SameSite=Strict")
                        .contains("Path=/")
                        .doesNotContain("Secure"));
        assertThat(cookies)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("XSRF-TOKEN=")
                        .contains("SameSite=Strict")
                        .doesNotContain("HttpOnly"));
    }

    @Test
    void behind_tls_cookies_are_secure_and_the_browser_stays_with_tls() {
        HttpResponse<String> response = browser()
                .send(HttpRequest.newBuilder(URI.create(browser().root() + "/api/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Forwarded-Proto", "https")
                        .POST(BodyPublishers.ofString("email=ana%40example.test&password=correct+horse+battery")));
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("; Secure")
                        .contains("Path=/")
                        .doesNotContain("Domain"));
        assertThat(response.headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000; includeSubDomains");
    }

    /** Without TLS anybody on the way may have planted it. */
    @Test
    void behind_tls_a_cookie_of_the_plain_name_is_no_session() {
        Browser ana = browser().signIn("ana");
        String session = ana.cookies().get("drumbeat-session");
        assertThat(portfolio("drumbeat-session=" + session).statusCode()).isEqualTo(401);
        assertThat(portfolio("__Host-drumbeat-session=" + session).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> portfolio(String cookie) {
        return browser()
                .get(
                        "/api/portfolio.csv",
                        request -> request.header("X-Forwarded-Proto", "https").header("Cookie", cookie));
    }

    @Test
    void the_viewer_is_who_signed_in() {
        var viewer = Browser.JSON.readTree(
                browser().signIn("ana").postBody(VIEWER, request -> request).body());
        assertThat(viewer.at("/data/viewer/person/slug").asString()).isEqualTo("ana");
        assertThat(viewer.at("/data/viewer/person/email").asString()).isEqualTo("ana@example.test");
        assertThat(viewer.at("/data/viewer/partnershipCount").asInt()).isEqualTo(2);
    }

    @Test
    void nobody_is_signed_in_before_signing_in() {
        var answer = browser().ask("{ viewer { administrator } }");
        assertThat(answer.at("/data/viewer").isNull()).isTrue();
        assertThat(answer.has("errors")).isFalse();
    }

    @Test
    void unknown_people_and_wrong_passwords_get_the_same_answer() {
        HttpResponse<String> unknown = browser().signIn("nobody@example.test", FakePartners.PASSWORD);
        HttpResponse<String> wrong = browser().signIn("ana@example.test", "wrong");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(withoutId(unknown)).isEqualTo(withoutId(wrong));
        assertThat(wrong.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(wrong.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void after_too_many_attempts_one_is_told_how_long_to_wait() {
        HttpResponse<String> response = browser().signIn("locked@example.test", "whatever");
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void who_watches_the_door_sees_what_happens_and_nothing_secret(CapturedOutput written) {
        browser().signIn("spy@example.test", "a guessed word");
        browser().signIn("locked@example.test", "whatever");
        Browser ana = browser().signIn("ana");
        ana.postBody(VIEWER, request -> request.header("Origin", "https://evil.test"));
        browser().postBody(VIEWER, request -> request.header("Authorization", "Bearer forged"));

        assertThat(written)
                .contains("SIGN_IN_REFUSED nobody")
                .contains("SIGN_IN_SLOWED_DOWN nobody")
                .contains("SIGNED_IN people/ana")
                .contains("FOREIGN_ORIGIN nobody")
                .contains("TOKEN_INVALID nobody")
                .doesNotContain("spy@", "guessed", "whatever", "evil", "forged")
                .doesNotContain(String.valueOf(ana.cookies().get("drumbeat-session")));
    }

    @Test
    void signing_out_ends_the_session_at_once() {
        Browser ana = browser().signIn("ana");
        String session = ana.cookies().get("drumbeat-session");
        HttpResponse<String> response = ana.send(ana.withToken(
                HttpRequest.newBuilder(URI.create(ana.root() + "/api/sign-out")).POST(BodyPublishers.noBody())));
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(ana.cookies()).isEmpty();
        Browser thief = browser();
        thief.cookies().put("drumbeat-session", session);
        assertThat(thief.get("/api/portfolio.csv", request -> request).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_session_without_the_pages_token_changes_nothing_and_reads_nothing_by_post() {
        Browser ana = browser().signIn("ana");
        ana.cookies().remove("XSRF-TOKEN");
        HttpResponse<String> without = ana.postBody(VIEWER, request -> request);
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("PAGE_TOKEN_MISSING");
        HttpResponse<String> forged = ana.postBody(VIEWER, request -> request.header("X-XSRF-TOKEN", "forged"));
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void the_token_of_another_session_is_no_token() {
        Browser ana = browser().signIn("ana");
        String other = browser().signIn("ana").cookies().get("XSRF-TOKEN");
        HttpResponse<String> response = ana.postBody(VIEWER, request -> request.setHeader("X-XSRF-TOKEN", other));
        assertThat(response.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.test, 403",
        "Origin, null, 403",
        "Origin, http://127.0.0.1:1, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200",
    })
    void other_sites_pages_are_refused(String header, String value, int status) {
        HttpResponse<String> response =
                browser().signIn("ana").postBody(VIEWER, request -> request.header(header, value));
        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void our_own_page_is_not_refused() {
        Browser ana = browser().signIn("ana");
        assertThat(ana.postBody(VIEWER, request -> request.header("Origin", ana.root()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void another_site_can_not_sign_somebody_in() {
        Browser victim = browser();
        HttpResponse<String> response = victim.send(HttpRequest.newBuilder(URI.create(victim.root() + "/api/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://evil.test")
                .POST(BodyPublishers.ofString("email=ana%40example.test&password=correct+horse+battery")));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(victim.cookies()).isEmpty();
    }

    @Test
    void an_unknown_bearer_secret_is_refused_before_anything_is_read() {
        HttpResponse<String> response =
                browser().postBody(VIEWER, request -> request.header("Authorization", "Bearer forged"));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void the_services_are_told_who_asks_and_not_who_says_so() {
        Browser ana = browser().signIn("ana");
        forgetCalls();
        ana.ask("{ partnership(slug: \"alpha\") { slug } }");
        assertThat(HOUSE.partnersServer.requests())
                .allSatisfy(received -> assertThat(received.subject()).isEqualTo("people/ana"));
    }

    private static String withoutId(HttpResponse<String> response) {
        return response.body().replaceFirst("\"correlationId\":\"[^\"]*\"", "");
    }
}
