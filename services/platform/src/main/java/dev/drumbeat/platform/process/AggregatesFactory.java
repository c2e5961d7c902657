package dev.drumbeat.platform.process;

import dev.drumbeat.platform.mongo.MongoAggregates;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
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

    @Singleton
    Sweep outbox(List<MongoAggregates<?>> aggregates, Clock clock) {
        return new Sweep(
                "outbox",
                OUTBOX_PERIOD,
                () -> aggregates.forEach(kind -> kind.sweep(clock.instant().minus(OUTBOX_AGE))));
    }
}
