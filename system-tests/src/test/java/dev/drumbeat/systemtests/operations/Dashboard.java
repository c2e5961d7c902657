package dev.drumbeat.systemtests.operations;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.drumbeat.systemtests.house.TestHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Grafana dashboard as it is in the repository, and the rules by which somebody is woken. */
public final class Dashboard {
    private static final Pattern SELECTOR =
            Pattern.compile("\\b((?:drumbeat|jvm|process|system|resilience4j)_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern GROUPED = Pattern.compile("\\bby\\s*\\(([^)]*)\\)");

    /**
     * What a query asks for.
     *
     * @param labels by which it chooses
     * @param exact those of them that have to equal something; what a label merely is like (a kind of failure, a variable of the
     *     dashboard) need not be there while all is well
     */
    public record Selector(String metric, Set<String> labels, Map<String, String> exact) {
        public boolean selects(Sample sample) {
            return sample.name().equals(metric)
                    && sample.labels().keySet().containsAll(labels)
                    && sample.labels().entrySet().containsAll(exact.entrySet());
        }
    }

    private Dashboard() {}

    /** Every query: its panel or rule, and its text. */
    public static List<Map.Entry<String, String>> queries() {
        Path operations = TestHouse.projectRoot().resolve("k8s/observability");
        List<Map.Entry<String, String>> all = new ArrayList<>();
        panels(
                JsonParser.parseString(text(operations.resolve("dashboard.json")))
                        .getAsJsonObject()
                        .getAsJsonArray("panels"),
                all);
        text(operations.resolve("alerts.yaml"))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("expr: "))
                .forEach(line -> all.add(Map.entry("alert", line.substring("expr: ".length()))));
        return all;
    }

    private static void panels(JsonArray panels, List<Map.Entry<String, String>> all) {
        for (JsonElement element : panels) {
            JsonObject panel = element.getAsJsonObject();
            if (panel.has("panels")) {
                panels(panel.getAsJsonArray("panels"), all);
            }
            if (panel.has("targets")) {
                panel.getAsJsonArray("targets")
                        .forEach(target -> all.add(Map.entry(
                                panel.get("title").getAsString(),
                                target.getAsJsonObject().get("expr").getAsString())));
            }
        }
    }

    public static List<Selector> selectors(String query) {
        return SELECTOR.matcher(query).results().map(Dashboard::selector).toList();
    }

    /** The labels by which a query groups. */
    public static Set<String> groupedBy(String query) {
        return GROUPED.matcher(query)
                .results()
                .flatMap(grouped -> Stream.of(grouped.group(1).split(",")))
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Selector selector(MatchResult found) {
        List<MatchResult> labels = MATCHER.matcher(found.group(2) == null ? "" : found.group(2))
                .results()
                .toList();
        return new Selector(
                found.group(1),
                labels.stream().map(label -> label.group(1)).collect(Collectors.toUnmodifiableSet()),
                labels.stream()
                        .filter(label -> label.group(2).equals("="))
                        .collect(Collectors.toUnmodifiableMap(label -> label.group(1), label -> label.group(3))));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
