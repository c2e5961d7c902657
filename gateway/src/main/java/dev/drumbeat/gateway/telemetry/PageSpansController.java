package dev.drumbeat.gateway.telemetry;

import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.RegisteredDocuments;
import dev.drumbeat.gateway.http.LimitedBody;
import dev.drumbeat.gateway.http.Problem;
import dev.drumbeat.platform.telemetry.PageSpan;
import dev.drumbeat.platform.telemetry.Tracing;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what pages of people who are signed in measured of their own requests, so that a trace begins where the person sits. Names are
 * the page's operations, or {@code other}; what is no span of now is dropped.
 */
@RestController
final class PageSpansController {
    static final String PATH = "/api/page-spans";

    private static final int AT_ONCE = 50;
    private static final int LIMIT_BYTES = 20_000;
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);
    private static final Problem TOO_LARGE =
            new Problem(413, "TOO_MANY_SPANS", "Too much at once", "Send at most " + AT_ONCE + " spans at once.");
    private static final Problem UNREADABLE =
            new Problem(400, "BAD_REQUEST", "Not understood", "The body is not what is expected here.");

    private final Tracing tracing;
    private final RegisteredDocuments documents;
    private final JsonMapper json;

    /** @param begin in milliseconds since 1970, by the page's clock */
    record Measured(String traceId, String spanId, String operation, long begin, int milliseconds) {}

    PageSpansController(Tracing tracing, RegisteredDocuments documents, JsonMapper json) {
        this.tracing = tracing;
        this.documents = documents;
        this.json = json;
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@RequestAttribute(Request.ATTRIBUTE) Request asking, HttpServletRequest request) throws IOException {
        asking.person();
        List<Measured> all;
        try (InputStream body = new LimitedBody(request.getInputStream(), LIMIT_BYTES, TOO_LARGE, LIMIT)) {
            all = List.of(json.readValue(body.readAllBytes(), Measured[].class));
        } catch (JacksonException | NullPointerException e) {
            throw UNREADABLE.raised();
        }
        // By the machine's own time, as the page's is, whatever a moved clock says.
        Instant now = Instant.now();
        all.stream().limit(AT_ONCE).forEach(measured -> tell(measured, now));
    }

    private void tell(Measured measured, Instant now) {
        Instant begin = Instant.ofEpochMilli(measured.begin());
        if (Duration.between(begin, now).abs().compareTo(CLOCKS_APART) > 0) {
            return;
        }
        try {
            tracing.page(new PageSpan(
                    measured.traceId(),
                    measured.spanId(),
                    documents.known(measured.operation()),
                    begin,
                    Duration.ofMillis(measured.milliseconds())));
        } catch (IllegalArgumentException e) {
            // Not a span of ours; its page loses nothing by it.
        }
    }
}
