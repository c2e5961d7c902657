package dev.drumbeat.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestLogTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Caller ADA = new Caller("people/ada", "Ada", "companies/c", false, java.util.Map.of());
    private static final Caller BOB = new Caller("people/bob", "Bob", "companies/c", false, java.util.Map.of());

    @Test
    void a_repeat_gets_the_first_answer() {
        RequestLog log = RequestLog.empty().with(Request.of(ADA, "request-1", "hash"), NOW, "first");

        assertThat(log.answer(Request.of(ADA, "request-1", "hash")))
                .hasValueSatisfying(answer -> assertThat(answer.result()).isEqualTo("first"));
    }

    @Test
    void the_same_id_with_other_content_is_refused() {
        RequestLog log = RequestLog.empty().with(Request.of(ADA, "request-1", "hash"), NOW, "first");

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> log.answer(Request.of(ADA, "request-1", "other hash")));

        assertThat(refusal.reason()).isEqualTo(Reason.REQUEST_ID_REUSED);
    }

    @Test
    void another_callers_equal_id_is_another_request() {
        RequestLog log = RequestLog.empty().with(Request.of(ADA, "request-1", "hash"), NOW, "first");

        assertThat(log.answer(Request.of(BOB, "request-1", "other hash"))).isEmpty();
    }

    @Test
    void it_remembers_the_last_fifty_and_grows_no_further() {
        RequestLog log = IntStream.rangeClosed(1, 51)
                .boxed()
                .reduce(
                        RequestLog.empty(),
                        (known, i) -> known.with(Request.of(ADA, "request-" + i, "hash"), NOW, ""),
                        (a, b) -> b);

        assertThat(log.answered()).hasSize(RequestLog.KEPT);
        assertThat(log.answer(Request.of(ADA, "request-1", "hash"))).isEmpty();
        assertThat(log.answer(Request.of(ADA, "request-2", "hash"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with space in it", "dollar$dollar", "line\nbreak-line"})
    void a_request_id_is_asked_for(String id) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Request.of(ADA, id, "hash"));

        assertThat(refusal.field()).isEqualTo("request_id");
    }
}
