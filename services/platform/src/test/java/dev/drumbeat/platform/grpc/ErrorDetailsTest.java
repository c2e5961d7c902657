package dev.drumbeat.platform.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Violation;
import io.grpc.InternalMetadata;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ErrorDetailsTest {
    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_reason_survives_the_wire(Reason reason) {
        Refusal sent = Refusal.of(
                reason,
                List.of(new Violation("a.b[3]", "rule.one", "Do this."), new Violation("", "rule.two", "And that.")));

        Refusal received = roundTrip(sent);

        assertThat(received.reason()).isEqualTo(reason);
        assertThat(received.violations()).isEqualTo(sent.violations());
    }

    @Test
    void how_long_to_wait_survives_too() {
        assertThat(roundTrip(Refusal.tooManyAttempts(Duration.ofMillis(10_500))).retryAfter())
                .contains(Duration.ofMillis(10_500));
    }

    @Test
    void a_thousand_broken_rules_in_any_script_fit_into_the_trailers() {
        Refusal many = Refusal.of(
                Reason.INVALID_FIELD,
                IntStream.range(0, 1_000)
                        .mapToObj(i ->
                                new Violation("measurements[" + i + "].value", "rule.value", "値が正しくありません。".repeat(40)))
                        .toList());
        Metadata trailers = new Metadata();

        Status status = ErrorDetails.encode(many, trailers);

        int bytes = 0;
        for (byte[] part : InternalMetadata.serialize(trailers)) {
            bytes += part.length;
        }
        int messageBytes = String.valueOf(status.getDescription()).length() * 9;
        assertThat(bytes * 4 / 3 + messageBytes).isLessThan(8_000);
        assertThat(roundTrip(many).violations()).hasSizeGreaterThan(2);
    }

    @Test
    void a_status_of_somebody_else_is_no_refusal_of_ours() {
        assertThat(ErrorDetails.decode(Status.UNAVAILABLE.asRuntimeException())).isEmpty();
        assertThat(ErrorDetails.decode(new IllegalStateException())).isEmpty();
    }

    private static Refusal roundTrip(Refusal refusal) {
        Metadata trailers = new Metadata();
        Status status = ErrorDetails.encode(refusal, trailers);
        return ErrorDetails.decode(status.asRuntimeException(trailers)).orElseThrow();
    }
}
