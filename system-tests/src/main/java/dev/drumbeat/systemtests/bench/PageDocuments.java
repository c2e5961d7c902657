package dev.drumbeat.systemtests.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page's own GraphQL documents, as its build registers them with the gateway. */
record PageDocuments(List<String> texts) {
    private static final Path REGISTERED = Path.of("web-ui/target/classes/META-INF/drumbeat/persisted-documents.json");

    static PageDocuments read(Path root) throws IOException {
        JsonObject registered = JsonParser.parseString(Files.readString(root.resolve(REGISTERED)))
                .getAsJsonObject();
        return new PageDocuments(registered.entrySet().stream()
                .map(entry -> entry.getValue().getAsString())
                .toList());
    }

    /** The document of a named query. */
    String of(String query) {
        return texts.stream()
                .filter(text -> text.startsWith("query " + query + "("))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the page asks no query " + query));
    }
}
