package dev.drumbeat.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.drumbeat.gateway.house.Browser;
import dev.drumbeat.gateway.house.FakePartners;
import dev.drumbeat.gateway.house.FakeServer.Received;
import dev.drumbeat.proto.kpis.v1.ImportMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.ImportMode;
import io.grpc.Status;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Figures from files. */
class ImportTest extends GatewayTest {
    private static final String HEAD = "kpi,period,value,numerator,denominator\n";
    private static final String GOOD = HEAD + "on-time-delivery,2026-10,90.35,,\n";
    private static final int LIMIT = 5 * 1024 * 1024;
    private static final UnaryOperator<HttpRequest.Builder> KEY = request -> request.header("Idempotency-Key", "k-1");

    @Test
    void a_preview_says_what_would_happen_row_by_row() {
        HttpResponse<String> response =
                post("alpha", "preview", BodyPublishers.ofString(GOOD + "days-late,2026-10,bad,,\n"), plain());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode report = Browser.JSON.readTree(response.body());
        assertThat(report.path("committed").asBoolean(true)).isFalse();
        assertThat(report.path("rows").asInt()).isEqualTo(2);
        assertThat(report.path("newRows").asInt()).isEqualTo(1);
        assertThat(report.path("errorRows").asInt()).isEqualTo(1);
        assertThat(report.at("/preview/0/outcome").asString()).isEqualTo("NEW");
        assertThat(report.at("/preview/1/line").asInt()).isEqualTo(3);
        assertThat(report.at("/preview/1/errors/0/code").asString()).isEqualTo("VALUE_FORMAT");
    }

    @Test
    void a_large_file_reaches_kpis_whole_and_in_pieces() {
        byte[] file = (HEAD + "training,2026-10,1,,\n".repeat(60_000)).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response = post("alpha", "commit", BodyPublishers.ofByteArray(file), KEY);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(Browser.JSON.readTree(response.body()).path("committed").asBoolean())
                .isTrue();
        List<ImportMeasurementsRequest> parts = parts();
        assertThat(parts.getFirst().getHeader().getPartnership()).isEqualTo("partnerships/alpha");
        assertThat(parts.getFirst().getHeader().getMode()).isEqualTo(ImportMode.IMPORT_MODE_COMMIT);
        assertThat(parts.getFirst().getHeader().getRequestId()).isEqualTo("k-1");
        List<ByteString> chunks =
                parts.stream().skip(1).map(ImportMeasurementsRequest::getChunk).toList();
        assertThat(chunks)
                .hasSizeGreaterThan(3)
                .allSatisfy(chunk -> assertThat(chunk.size()).isLessThanOrEqualTo(256 * 1024));
        assertThat(ByteString.copyFrom(chunks).toByteArray()).isEqualTo(file);
    }

    @Test
    void a_file_of_more_than_five_megabytes_is_refused_before_kpis_is_asked() {
        HttpResponse<String> response =
                post("alpha", "preview", BodyPublishers.ofByteArray(new byte[LIMIT + 1]), plain());
        assertTooLarge(response);
        assertThat(parts()).isEmpty();
    }

    @Test
    void a_file_that_does_not_say_how_long_it_is_is_measured_and_given_up() {
        int broken = HOUSE.kpis.brokenImports();
        HttpResponse<String> response =
                post("alpha", "commit", BodyPublishers.ofByteArrays(List.of(new byte[LIMIT], new byte[1])), KEY);
        assertTooLarge(response);
        await().until(() -> HOUSE.kpis.brokenImports() == broken + 1);
    }

    @Test
    void a_file_of_exactly_five_megabytes_is_taken() {
        byte[] file = new byte[LIMIT];
        java.util.Arrays.fill(file, (byte) 'x');
        assertThat(post("alpha", "preview", BodyPublishers.ofByteArray(file), plain())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void without_an_idempotency_key_nothing_is_committed() {
        for (UnaryOperator<HttpRequest.Builder> headers : List.<UnaryOperator<HttpRequest.Builder>>of(
                plain(), request -> request.header("Idempotency-Key", " "))) {
            HttpResponse<String> response = post("alpha", "commit", BodyPublishers.ofString(GOOD), headers);
            assertProblem(response, 400, "IDEMPOTENCY_KEY_MISSING");
        }
        assertThat(parts()).isEmpty();
    }

    @Test
    void other_modes_and_other_kinds_of_files_are_refused() {
        assertProblem(post("alpha", "perhaps", BodyPublishers.ofString(GOOD), KEY), 400, "MODE_UNKNOWN");
        assertThat(post(
                                "alpha",
                                "preview",
                                BodyPublishers.ofString(GOOD),
                                request -> request.setHeader("Content-Type", "application/json"))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void foreign_and_non_existing_partnerships_are_the_same() {
        assertProblem(post("gamma", "preview", BodyPublishers.ofString(GOOD), plain()), 404, "NOT_FOUND");
        assertProblem(post("nowhere", "preview", BodyPublishers.ofString(GOOD), plain()), 404, "NOT_FOUND");
    }

    @Test
    void nobody_imports_anything() {
        HttpResponse<String> response = send(browser(), "alpha", "preview", BodyPublishers.ofString(GOOD), plain());
        assertProblem(response, 401, "UNAUTHENTICATED");
    }

    @Test
    void a_token_brings_figures_and_is_told_of_its_mistakes_only() {
        HttpResponse<String> response = send(
                browser(),
                "alpha",
                "commit",
                BodyPublishers.ofString(GOOD + "days-late,2026-10,bad,,\n"),
                request -> KEY.apply(request).header("Authorization", "Bearer " + FakePartners.TOKEN));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode report = Browser.JSON.readTree(response.body());
        assertThat(report.path("committed").asBoolean(true)).isFalse();
        assertThat(report.path("preview").size()).isEqualTo(1);
        assertThat(report.at("/preview/0/outcome").asString()).isEqualTo("ERROR");
    }

    @Test
    void without_kpis_one_is_told_to_try_again() {
        Browser ana = browser().signIn("ana");
        HOUSE.kpisServer.failWith(Status.UNAVAILABLE);
        assertProblem(send(ana, "alpha", "commit", BodyPublishers.ofString(GOOD), KEY), 503, "SERVICE_UNAVAILABLE");
    }

    private static void assertTooLarge(HttpResponse<String> response) {
        assertProblem(response, 413, "FILE_TOO_LARGE");
        assertThat(response.body()).contains("5 MB");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Browser.JSON.readTree(response.body()).path("code").asString())
                .isEqualTo(code);
    }

    private static List<ImportMeasurementsRequest> parts() {
        return HOUSE.kpisServer.requests().stream()
                .map(Received::message)
                .filter(ImportMeasurementsRequest.class::isInstance)
                .map(ImportMeasurementsRequest.class::cast)
                .toList();
    }

    private HttpResponse<String> post(
            String slug, String mode, BodyPublisher file, UnaryOperator<HttpRequest.Builder> headers) {
        return send(browser().signIn("ana"), slug, mode, file, headers);
    }

    private static HttpResponse<String> send(
            Browser browser, String slug, String mode, BodyPublisher file, UnaryOperator<HttpRequest.Builder> headers) {
        URI address = URI.create(browser.root() + "/api/partnerships/" + slug + "/imports?mode=" + mode);
        return browser.send(headers.apply(browser.withToken(HttpRequest.newBuilder(address)
                .header("Content-Type", "text/csv")
                .POST(file))));
    }

    private static UnaryOperator<HttpRequest.Builder> plain() {
        return request -> request;
    }
}
