package dev.drumbeat.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import dev.drumbeat.platform.telemetry.CurrentSpan;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinesTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final Span SPAN =
            Span.wrap(SpanContext.create(TRACE, "b7ad6b7169203331", TraceFlags.getDefault(), TraceState.getDefault()));

    @Test
    void a_line_of_json_says_when_what_and_to_which_request_it_belongs() throws Exception {
        String line = CurrentSpan.with(SPAN).call(() -> written(new JsonLines(), "said \"no\"\n\tto it", null));

        assertThat(line)
                .startsWith("{\"time\":\"2026-11-23T00:00:00Z\",\"level\":\"WARN\",\"logger\":\"a.b.C\"")
                .contains("\"message\":\"said \\\"no\\\"\\n\\tto it\"")
                .contains("\"trace\":\"" + TRACE + "\"")
                .endsWith("}\n");
        assertThat(line.chars().filter(character -> character == '\n')).hasSize(1);
        assertThat(written(new JsonLines(), "outside of any request", null)).doesNotContain("trace");
    }

    @Test
    void a_line_for_people_ends_with_the_trace() throws Exception {
        assertThat(CurrentSpan.with(SPAN)
                        .call(() -> written(new PlainLines(), "hello", null))
                        .strip())
                .isEqualTo("2026-11-23T00:00:00Z WARN  C hello [" + TRACE + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E11000 duplicate key error collection: people index: email dup key: { email: \"SECRET@partner.example\" }",
                "exception connecting to mongodb://drumbeat:SECRET@store-0.store:27017/?replicaSet=store",
                "token eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJwZW9wbGUvMSJ9.SECRETsecretSECRET was refused",
                "password=SECRET was wrong",
                "{\"password\": \"SECRET\"}",
                "Cookie: drumbeat-session=SECRET; XSRF-TOKEN=SECRET",
                "Authorization: Bearer SECRETSECRET",
                "hash $argon2id$v=19$m=19456,t=2,p=1$SECRET does not match"
            })
    void what_a_library_says_of_a_person_or_a_secret_does_not_get_into_the_log(String said) {
        assertThat(written(new JsonLines(), said, null)).doesNotContain("SECRET");
        assertThat(written(new PlainLines(), "failed", new IllegalStateException(said)))
                .contains("IllegalStateException")
                .doesNotContain("SECRET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ready on port 50052",
                "drumbeat.kpis.v1.KpisService/GetScorecard failed (0af7651916cd43dd)",
                "SIGNED_IN people/0af7651916cd (0af7651916cd43dd8448eb211c80319c)"
            })
    void everything_else_stays_as_it_is(String said) {
        assertThat(written(new PlainLines(), said, null)).contains(said);
    }

    private static String written(Lines lines, String message, @Nullable Throwable thrown) {
        LoggingEvent event = new LoggingEvent(
                LinesTest.class.getName(), new LoggerContext().getLogger("a.b.C"), Level.WARN, message, thrown, null);
        event.setTimeStamp(1_795_392_000_000L);
        return new String(lines.encode(event), StandardCharsets.UTF_8);
    }
}
