package dev.drumbeat.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.gateway.house.Browser;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's files, and what every answer tells the browser. */
class PageTest extends GatewayTest {
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/partnerships/alpha",
                "/partnerships/alpha/kpis/training",
                "/sign-in",
                "/p/alpha/statements/service-bonus.2026-10.1"
            })
    void every_address_of_the_page_is_the_page_and_asked_for_anew(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(response.body()).containsPattern(SCRIPT);
    }

    @Test
    void files_with_a_hash_in_their_name_are_kept_forever() {
        HttpResponse<String> response = get(script());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control").orElse(""))
                .contains("max-age=31536000")
                .contains("immutable");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
    }

    @ParameterizedTest
    @CsvSource({"'gzip, deflate, br, zstd', br", "'br;q=0, gzip', gzip", "gzip, gzip"})
    void files_come_compressed_as_they_were_built(String accepted, String encoding) {
        String path = script();
        byte[] whole = bytes(path, "identity").body();
        HttpResponse<byte[]> response = bytes(path, accepted);
        assertThat(response.headers().firstValue("Content-Encoding")).contains(encoding);
        assertThat(response.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(response.body().length).isPositive().isLessThan(whole.length / 2);
    }

    @Test
    void the_page_comes_compressed_under_whatever_address() {
        HttpResponse<byte[]> response = bytes("/partnerships/alpha", "br");
        assertThat(response.headers().firstValue("Content-Encoding")).contains("br");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nothing",
                "/api",
                "/api/partnerships/alpha/nothing.csv",
                "/assets/nothing-12345678.js",
                "/nothing.txt",
                "/health/nothing",
                "/bench/portfolio",
                "/.git/config",
                "/META-INF/MANIFEST.MF",
                "/application.yml",
            })
    void what_there_is_not_is_not_found_and_not_the_page(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Browser.JSON.readTree(response.body()).path("code").asString())
                .isEqualTo("NOT_FOUND");
        assertThat(response.headers().firstValue("Cache-Control").orElse(""))
                .as("a file that comes with the next version must not stay missing")
                .doesNotContain("immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/portfolio.csv", "/health/live", "/nothing.txt", "/META-INF/MANIFEST.MF"})
    void every_answer_tells_the_browser_to_be_careful(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .contains("base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(response.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(response.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(response.headers().firstValue("Strict-Transport-Security"))
                .as("not without TLS")
                .isEmpty();
    }

    @Test
    void answers_are_kept_nowhere() {
        assertThat(browser()
                        .postBody("{\"query\":\"{ viewer { administrator } }\"}", request -> request)
                        .headers()
                        .firstValue("Cache-Control"))
                .contains("no-store");
        assertThat(browser()
                        .signIn("ana")
                        .get("/api/portfolio.csv", request -> request)
                        .headers()
                        .firstValue("Cache-Control"))
                .contains("no-store");
    }

    private String script() {
        Matcher script = SCRIPT.matcher(get("/").body());
        assertThat(script.find()).as("the page has a script").isTrue();
        return script.group(1);
    }

    private HttpResponse<String> get(String path) {
        return browser().get(path, request -> request);
    }

    private HttpResponse<byte[]> bytes(String path, String accepted) {
        Browser browser = browser();
        return browser.send(
                HttpRequest.newBuilder(URI.create(browser.root() + path)).header("Accept-Encoding", accepted),
                BodyHandlers.ofByteArray());
    }
}
