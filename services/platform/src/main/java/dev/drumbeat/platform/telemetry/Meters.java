package dev.drumbeat.platform.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Every figure of one process; each names the process that it is of. */
public final class Meters implements AutoCloseable {
    /** Where the buckets of every duration end: around what a page, a read and a write may take. */
    private static final Duration[] BUCKETS = Stream.of(5, 10, 25, 50, 100, 200, 400, 800, 1_500, 3_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Board board = new Board(registry);

    /** @param process such as {@code kpis} */
    public Meters(String process) {
        registry.config().commonTags("process", process);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    public MeterRegistry registry() {
        return registry;
    }

    /** Durations with the same buckets everywhere, so that they can be added up. */
    public Timer timer(String name, String description, Tags tags) {
        return Timer.builder(name)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(BUCKETS)
                .minimumExpectedValue(BUCKETS[0])
                .maximumExpectedValue(LONGEST)
                .register(registry);
    }

    /** From now on these are asked for whenever somebody looks. */
    public void look(List<FigureSource> sources) {
        board.add(sources);
    }

    /** Forgets every duration of this name: what a process asked itself to become warm is nobody's experience. */
    public void forget(String name) {
        registry.find(name).timers().forEach(registry::remove);
    }

    /** Everything in the text format that Prometheus reads. */
    public String scrape() {
        board.refresh();
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
