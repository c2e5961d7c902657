package dev.drumbeat.gateway.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The page's documents by the SHA-256 of their text, as they were when it was built. */
@Component
public final class RegisteredDocuments {
    private static final String MANIFEST = "META-INF/drumbeat/persisted-documents.json";

    private final Map<String, String> texts;

    RegisteredDocuments(JsonMapper json) {
        Map<String, String> all = new HashMap<>();
        try {
            var manifests = RegisteredDocuments.class.getClassLoader().getResources(MANIFEST);
            while (manifests.hasMoreElements()) {
                try (InputStream manifest = manifests.nextElement().openStream()) {
                    all.putAll(json.readValue(manifest, new TypeReference<Map<String, String>>() {}));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.texts = Map.copyOf(all);
    }

    Optional<String> text(String hash) {
        return Optional.ofNullable(texts.get(hash));
    }

    /** The hashes of those that get one answer and no stream. */
    public List<String> answeredAtOnce() {
        return texts.entrySet().stream()
                .filter(entry -> !entry.getValue().startsWith("subscription"))
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean contains(String text) {
        return texts.containsValue(text);
    }
}
