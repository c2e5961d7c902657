package dev.drumbeat.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a kustomization renders to. */
record Manifests(List<ObjectNode> objects) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** @throws IllegalStateException when it doesn't render, with what kubectl says. */
    static Manifests rendered(Path kustomization) {
        try {
            Process kubectl = new ProcessBuilder("kubectl", "kustomize", kustomization.toString()).start();
            byte[] yaml;
            try (var out = kubectl.getInputStream()) {
                yaml = out.readAllBytes();
            }
            String problem = new String(kubectl.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            if (kubectl.waitFor() != 0) {
                throw new IllegalStateException(kustomization + " doesn't render: " + problem);
            }
            return parsed(new String(yaml, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("kubectl is needed on the PATH to render " + kustomization, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Manifests parsed(String yaml) throws IOException {
        List<ObjectNode> objects = new ArrayList<>();
        try (var documents = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(yaml)) {
            documents.forEachRemaining(objects::add);
        }
        return new Manifests(List.copyOf(objects));
    }

    Manifests copy() {
        return new Manifests(objects.stream().map(ObjectNode::deepCopy).toList());
    }

    Manifests without(String kind, String name) {
        return new Manifests(objects.stream()
                .filter(object -> !(kind(object).equals(kind) && name(object).equals(name)))
                .toList());
    }

    Stream<ObjectNode> of(String kind) {
        return objects.stream().filter(object -> kind(object).equals(kind));
    }

    ObjectNode one(String kind, String name) {
        return of(kind).filter(object -> name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name));
    }

    static String kind(JsonNode object) {
        return object.path("kind").asText();
    }

    static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    /** Kind and name, for findings. */
    static String called(JsonNode object) {
        return kind(object) + " " + name(object);
    }

    static JsonNode pod(JsonNode workload) {
        return workload.path("spec").path("template").path("spec");
    }

    static Stream<JsonNode> containers(JsonNode workload) {
        return Stream.concat(
                each(pod(workload).path("containers")), each(pod(workload).path("initContainers")));
    }

    static Stream<JsonNode> each(JsonNode array) {
        Iterator<JsonNode> elements = array.elements();
        Stream.Builder<JsonNode> stream = Stream.builder();
        elements.forEachRemaining(stream);
        return stream.build();
    }

    static boolean any(JsonNode array, Predicate<JsonNode> is) {
        return each(array).anyMatch(is);
    }

    /** Whether a label selector's matchLabels all stand on those labels. An empty selector selects everything. */
    static boolean selects(JsonNode matchLabels, JsonNode labels) {
        return matchLabels
                .propertyStream()
                .allMatch(wanted -> wanted.getValue()
                        .asText()
                        .equals(labels.path(wanted.getKey()).asText()));
    }

    static JsonNode podLabels(JsonNode workload) {
        return workload.path("spec").path("template").path("metadata").path("labels");
    }
}
