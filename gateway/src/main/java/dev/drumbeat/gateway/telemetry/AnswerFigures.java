package dev.drumbeat.gateway.telemetry;

import dev.drumbeat.platform.telemetry.Meters;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Rate, errors and duration of what the gateway answers. Everything here has a name of ours: an address by its pattern, an
 * operation by the name that the page gave it at build time; whatever else anybody sends is {@code other}.
 */
@Component
public final class AnswerFigures {
    private static final String ANSWERS = "drumbeat.http";
    private static final String OPERATIONS = "drumbeat.graphql";

    private final Meters meters;
    private final Map<Tags, Timer> answers = new ConcurrentHashMap<>();
    private final Map<Operation, Timer> operations = new ConcurrentHashMap<>();

    private record Operation(String name, String outcome) {}

    AnswerFigures(Meters meters) {
        this.meters = meters;
    }

    /** Begins to count now. */
    public void begin() {
        answers.clear();
        operations.clear();
        meters.forget(ANSWERS);
        meters.forget(OPERATIONS);
    }

    /** @param route pattern of the address */
    void answered(String route, int status, long nanos) {
        answers.computeIfAbsent(
                        Tags.of("route", route, "status", status / 100 + "xx"),
                        tags -> meters.timer(ANSWERS, "How long requests took, by address and kind of answer.", tags))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** @param outcome ok, refused (the asker's doing), unavailable (a service could not be reached), fault (ours), or stream */
    void executed(String operation, String outcome, long nanos) {
        operations
                .computeIfAbsent(
                        new Operation(operation, outcome),
                        key -> meters.timer(
                                OPERATIONS,
                                "How long GraphQL operations took, by the page's name for them and how they ended.",
                                Tags.of("operation", key.name(), "outcome", key.outcome())))
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}
