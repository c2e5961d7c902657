package dev.drumbeat.platform.telemetry;

import io.micrometer.core.instrument.Tags;

/**
 * One figure about what the house is for, as it is now.
 *
 * @param name such as {@code drumbeat.reds.open}; never with anything in it that a person typed
 * @param description in one sentence
 * @param tags few, of which each has few values
 */
public record Figure(String name, String description, Tags tags, double value) {
    public static Figure of(String name, String description, double value) {
        return new Figure(name, description, Tags.empty(), value);
    }
}
