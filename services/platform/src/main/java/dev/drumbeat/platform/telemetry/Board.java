package dev.drumbeat.platform.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Figures that are looked up, as gauges. What can't be looked up is no number then, rather than an old one. */
final class Board {
    static final Duration FRESH = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Board.class);

    private final MeterRegistry registry;
    private final List<FigureSource> sources = new CopyOnWriteArrayList<>();
    private final Map<Key, AtomicReference<Double>> values = new HashMap<>();
    private long refreshedAt;
    private boolean wasRefreshed;

    private record Key(String name, Tags tags) {}

    Board(MeterRegistry registry) {
        this.registry = registry;
    }

    void add(List<FigureSource> more) {
        sources.addAll(more);
    }

    synchronized void refresh() {
        long now = System.nanoTime();
        if (wasRefreshed && now - refreshedAt < FRESH.toNanos()) {
            return;
        }
        Set<Key> seen = new HashSet<>();
        for (FigureSource source : sources) {
            try {
                source.look().forEach(figure -> seen.add(show(figure)));
            } catch (RuntimeException e) {
                LOG.debug("figures can't be looked up", e);
            }
        }
        values.forEach((key, value) -> {
            if (!seen.contains(key)) {
                value.set(Double.NaN);
            }
        });
        refreshedAt = now;
        wasRefreshed = true;
    }

    private Key show(Figure figure) {
        Key key = new Key(figure.name(), figure.tags());
        values.computeIfAbsent(key, absent -> gauge(figure)).set(figure.value());
        return key;
    }

    private AtomicReference<Double> gauge(Figure figure) {
        AtomicReference<Double> value = new AtomicReference<>(figure.value());
        Gauge.builder(figure.name(), value, AtomicReference::get)
                .description(figure.description())
                .tags(figure.tags())
                .register(registry);
        return value;
    }
}
