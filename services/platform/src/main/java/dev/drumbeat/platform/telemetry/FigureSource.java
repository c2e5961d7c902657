package dev.drumbeat.platform.telemetry;

import java.util.List;

/** Knows figures that have to be looked up. Asked only when somebody looks, and never more often than {@link Board#FRESH}. */
@FunctionalInterface
public interface FigureSource {
    List<Figure> look();
}
