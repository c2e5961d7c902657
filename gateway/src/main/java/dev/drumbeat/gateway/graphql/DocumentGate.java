package dev.drumbeat.gateway.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.netflix.graphql.dgs.context.DgsContext;
import dev.drumbeat.gateway.asker.Asker.Token;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.DocumentSettings.Documents;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.execution.preparsed.persisted.PersistedQuerySupport;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/** Every document comes through here: found by its hash or read once, within its limits, and remembered. */
@Component
final class DocumentGate implements PreparsedDocumentProvider {
    private static final int KEPT = 500;

    private final RegisteredDocuments registered;
    private final DocumentSettings settings;
    private final ObjectProvider<GraphQlSource> engine;
    private final Cache<String, PreparsedDocumentEntry> entries =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    DocumentGate(RegisteredDocuments registered, DocumentSettings settings, ObjectProvider<GraphQlSource> engine) {
        this.engine = engine;
        this.registered = registered;
        this.settings = settings;
        ParserOptions.setDefaultOperationParserOptions(ParserOptions.newParserOptions()
                .maxTokens(settings.maxTokens())
                .maxWhitespaceTokens(settings.bodyBytes())
                .maxCharacters(settings.bodyBytes())
                .captureLineComments(false)
                .build());
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        return CompletableFuture.completedFuture(entry(input, parseAndValidate));
    }

    private PreparsedDocumentEntry entry(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        String text = input.getQuery();
        if (text.isEmpty() || text.equals(PersistedQuerySupport.PERSISTED_QUERY_MARKER)) {
            String hash = hash(input);
            if (hash == null) {
                return refused("BAD_REQUEST", "Send a document as query.");
            }
            text = registered.text(hash).orElse(null);
            if (text == null) {
                return refused("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
            }
        } else if (settings.documents() == Documents.REGISTERED && !isToken(input) && !registered.contains(text)) {
            return refused("DOCUMENT_NOT_REGISTERED", "Only the page's own documents are answered here.");
        }
        PreparsedDocumentEntry entry = entries.getIfPresent(text);
        if (entry == null) {
            entry = prepared(text, input, parseAndValidate);
            entries.put(text, entry);
        }
        if (!entry.hasErrors()
                && DocumentCost.of(schema(), entry.getDocument(), input.getVariables()) > settings.maxCost()) {
            return refused(
                    "QUERY_TOO_COSTLY", "This asks for too much at once: ask for shorter pages or fewer fields.");
        }
        return entry;
    }

    /** The engine needs this gate to be made, so it is asked for its schema only when a document comes. */
    private GraphQLSchema schema() {
        return engine.getObject().schema();
    }

    private PreparsedDocumentEntry prepared(
            String text, ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        PreparsedDocumentEntry entry = parseAndValidate.apply(input.transform(builder -> builder.query(text)));
        if (entry.hasErrors()) {
            return entry;
        }
        return DocumentShape.brokenLimit(entry.getDocument(), settings)
                .map(limit -> refused("QUERY_TOO_LARGE", "A document may have " + limit + "."))
                .orElse(entry);
    }

    private static @Nullable String hash(ExecutionInput input) {
        return input.getExtensions().get("persistedQuery") instanceof Map<?, ?> persisted
                        && persisted.get("sha256Hash") instanceof String hash
                ? hash
                : null;
    }

    private static boolean isToken(ExecutionInput input) {
        Request request =
                DgsContext.Companion.from(input.getGraphQLContext()).getCustomContext() instanceof Request known
                        ? known
                        : null;
        return request != null && request.asker() instanceof Token;
    }

    private static PreparsedDocumentEntry refused(String code, String message) {
        GraphQLError error = GraphqlErrorBuilder.newError()
                .message(message)
                .extensions(Map.of("code", code))
                .build();
        return new PreparsedDocumentEntry(error);
    }
}
