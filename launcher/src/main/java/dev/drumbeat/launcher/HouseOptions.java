package dev.drumbeat.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a house stands and what is particular about it. Two houses run side by side when their data directories and port
 * offsets differ.
 *
 * @param root the project directory, whose modules were built
 * @param data where data, keys, logs and process ids lie; never shared by two houses
 * @param portOffset added to every default port
 * @param environment settings as they would stand in the environment: {@code MONGODB_URI}, {@code DRUMBEAT_…}; all are handed to
 *     every process
 */
public record HouseOptions(Path root, Path data, int portOffset, Map<String, String> environment) {
    public HouseOptions {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
        if (portOffset < 0 || portOffset > 14_000) {
            throw new IllegalArgumentException("DRUMBEAT_PORT_OFFSET is between 0 and 14000, not " + portOffset);
        }
    }

    /** Reads {@code DRUMBEAT_DATA} (default {@code var}) and {@code DRUMBEAT_PORT_OFFSET} (default 0). */
    public static HouseOptions fromEnvironment(Path root, Map<String, String> environment) {
        String data = environment.getOrDefault("DRUMBEAT_DATA", "var");
        return new HouseOptions(root, root.resolve(data), number(environment, "DRUMBEAT_PORT_OFFSET", 0), environment);
    }

    /** The same house with one more setting. */
    public HouseOptions with(String setting, String value) {
        Map<String, String> settings = new HashMap<>(environment);
        settings.put(setting, value);
        return new HouseOptions(root, data, portOffset, settings);
    }

    /** The port of a process: {@code DRUMBEAT_<NAME>_PORT}, else its default plus the offset. */
    int port(ProcessSpec process) {
        return number(environment, setting(process, "PORT"), process.defaultPort() + portOffset);
    }

    /** Where a process answers its operator: {@code DRUMBEAT_<NAME>_OPERATOR_PORT}, else its default plus the offset. */
    int operatorPort(ProcessSpec process) {
        return number(environment, setting(process, "OPERATOR_PORT"), process.operatorPort() + portOffset);
    }

    /**
     * Where others reach a process: {@code DRUMBEAT_<NAME>_REACHED_BY_PORT}, when something stands between, such as a slow line; else
     * where it listens.
     */
    int reachedByPort(ProcessSpec process) {
        return number(environment, setting(process, "REACHED_BY_PORT"), port(process));
    }

    /** How many of this process: {@code DRUMBEAT_<NAME>_REPLICAS}, else one. */
    int replicas(ProcessSpec process) {
        return number(environment, setting(process, "REPLICAS"), 1);
    }

    Optional<String> mongodbUri() {
        return Optional.ofNullable(environment.get("MONGODB_URI")).filter(uri -> !uri.isBlank());
    }

    Optional<String> javaOptions(ProcessSpec process) {
        return Optional.ofNullable(environment.get(setting(process, "JAVA_OPTIONS")))
                .filter(text -> !text.isBlank());
    }

    private static String setting(ProcessSpec process, String what) {
        return "DRUMBEAT_" + process.name().toUpperCase(Locale.ROOT) + "_" + what;
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String text = environment.get(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new HouseException(name + " is a number, not \"" + text + "\".", e);
        }
    }
}
