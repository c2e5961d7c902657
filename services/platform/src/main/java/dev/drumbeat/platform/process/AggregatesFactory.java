package dev.drumbeat.platform.process;

import dev.drumbeat.platform.mongo.MongoAggregates;
import dev.drumbeat.platform.mongo.Outbox;
import dev.drumbeat.platform.telemetry.Figure;
import dev.drumbeat.platform.telemetry.FigureSource;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is done for whatever the service keeps in aggregates: their indexes made, their events told. */
@Factory
@Requires(beans = MongoAggregates.class)
final class AggregatesFactory {
    private static final Duration OUTBOX_PERIOD = Duration.ofSeconds(15);
    private static final Duration OUTBOX_AGE = Duration.ofSeconds(5);

    @Singleton
    Preparation aggregates(List<MongoAggregates<?>> aggregates) {
        return () -> aggregates.forEach(MongoAggregates::prepare);
    }

    /** Audit events that wait to be told; some for a moment are as it should be. */
    @Singleton
    FigureSource untold(List<MongoAggregates<?>> aggregates, Clock clock) {
        return () -> {
            List<Outbox.Backlog> backlogs =
                    aggregates.stream().map(MongoAggregates::backlog).toList();
            Instant now = clock.instant();
            return List.of(
                    Figure.of(
                            "drumbeat.outbox.waiting",
                            "Documents whose audit events are not in the audit trail yet.",
                            backlogs.stream()
                                    .mapToLong(Outbox.Backlog::documents)
                                    .sum()),
                    Figure.of(
                            "drumbeat.outbox.oldest.seconds",
                            "How long the oldest of them has waited.",
                            backlogs.stream()
                                    .flatMap(backlog -> backlog.oldest().stream())
                                    .mapToLong(oldest ->
                                            Duration.between(oldest, now).toSeconds())
                                    .max()
                                    .orElse(0)));
        };
    }

    @Singleton
    Sweep outbox(List<MongoAggregates<?>> aggregates, Clock clock) {
        return new Sweep(
                "outbox",
                OUTBOX_PERIOD,
                () -> aggregates.forEach(kind -> kind.sweep(clock.instant().minus(OUTBOX_AGE))));
    }
}
