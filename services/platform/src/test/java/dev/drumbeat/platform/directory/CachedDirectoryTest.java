package dev.drumbeat.platform.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.platform.domain.Caller;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CachedDirectoryTest {
    private static final Caller ADA = new Caller("people/ada", "Ada", "companies/c", false, Map.of());

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final AtomicInteger asked = new AtomicInteger();
    private Supplier<Optional<Caller>> answer = () -> Optional.of(ADA);
    private final CachedDirectory directory = new CachedDirectory(
            subject -> {
                asked.incrementAndGet();
                return answer.get();
            },
            names -> Map.of(),
            new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            });

    @Test
    void it_asks_again_after_two_seconds() {
        directory.resolve("people/ada");
        now = now.plusMillis(1_999);
        directory.resolve("people/ada");
        assertThat(asked).hasValue(1);

        now = now.plusMillis(1);
        answer = Optional::empty;

        assertThat(directory.resolve("people/ada")).isEmpty();
    }

    @Test
    void what_it_learned_before_the_clock_was_set_back_does_not_count_for_hours() {
        directory.resolve("people/ada");

        now = now.minus(Duration.ofHours(3));
        answer = Optional::empty;

        assertThat(directory.resolve("people/ada")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"UNAVAILABLE", "DEADLINE_EXCEEDED", "UNAUTHENTICATED"})
    void it_lives_on_what_it_knows_for_a_minute_while_the_directory_is_out_of_reach(Status.Code code) {
        directory.resolve("people/ada");
        answer = () -> {
            throw new StatusRuntimeException(code.toStatus());
        };

        now = now.plusSeconds(59);
        assertThat(directory.resolve("people/ada")).contains(ADA);
        now = now.plusSeconds(1);
        assertThatThrownBy(() -> directory.resolve("people/ada")).isInstanceOf(StatusRuntimeException.class);
    }

    @Test
    void it_does_not_wait_for_a_directory_that_was_down_just_now() {
        directory.resolve("people/ada");
        answer = () -> {
            throw new StatusRuntimeException(Status.UNAVAILABLE);
        };
        now = now.plusSeconds(3);
        directory.resolve("people/ada");
        directory.resolve("people/ada");
        assertThat(asked).hasValue(2);

        answer = Optional::empty;
        now = now.plus(Duration.ofSeconds(1));

        assertThat(directory.resolve("people/ada")).as("back, and Ada has left").isEmpty();
    }

    @Test
    void a_refusal_is_never_papered_over() {
        directory.resolve("people/ada");
        now = now.plusSeconds(3);
        answer = () -> {
            throw new StatusRuntimeException(Status.PERMISSION_DENIED);
        };

        assertThatThrownBy(() -> directory.resolve("people/ada")).isInstanceOf(StatusRuntimeException.class);
    }

    @Test
    void many_who_ask_at_once_ask_once() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                threads.submit(() -> directory.resolve("people/ada"));
            }
        }
        assertThat(asked).hasValue(1);
    }
}
