package dev.drumbeat.gateway.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The page's documents by the SHA-256 of their text, as they were when it was built. */
@Component
public final class RegisteredDocuments {
    private static final String MANIFEST = "META-INF/drumbeat/persisted-documents.json";

    /** Fragments may stand before and behind it. */
    private static final Pattern NAME = Pattern.compile("\\b(?:query|mutation|subscription)\\s+(\\w+)\\s*[({@]");

    private static final String OTHER = "other";

    private final Map<String, String> texts;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> known;

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
        texts.forEach((hash, text) -> {
            Matcher name = NAME.matcher(text);
            if (name.find()) {
                names.put(hash, name.group(1));
                names.put(text, name.group(1));
            }
        });
        this.known = Set.copyOf(names.values());
    }

    Optional<String> text(String hash) {
        return Optional.ofNullable(texts.get(hash));
    }

    /** The page's name for what is asked, by hash or by text; {@code other} for what is not the page's. */
    public String operation(Map<String, Object> extensions, String text) {
        String hash = extensions.get("persistedQuery") instanceof Map<?, ?> persisted
                        && persisted.get("sha256Hash") instanceof String given
                ? given
                : "";
        String byHash = names.get(hash);
        return byHash == null ? names.getOrDefault(text, OTHER) : byHash;
    }

    /** The name itself when it is one of the page's, else {@code other}. */
    public String known(String operation) {
        return known.contains(operation) ? operation : OTHER;
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
