package dev.drumbeat.gateway.graphql;

import java.util.List;
import java.util.Map;

/** What a mutation answers: results by field, or why nothing was changed. */
public record Payload(Map<String, Object> results, List<UserError> userErrors) {
    public Payload {
        results = Map.copyOf(results);
        userErrors = List.copyOf(userErrors);
    }

    public static Payload done() {
        return new Payload(Map.of(), List.of());
    }

    public static Payload of(String field, Object result) {
        return new Payload(Map.of(field, result), List.of());
    }

    public static Payload of(Map<String, Object> results) {
        return new Payload(results, List.of());
    }

    public static Payload refused(List<UserError> errors) {
        return new Payload(Map.of(), errors);
    }
}
