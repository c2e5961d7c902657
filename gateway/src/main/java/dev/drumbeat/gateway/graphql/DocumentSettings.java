package dev.drumbeat.gateway.graphql;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which documents are answered, and how large they may be.
 *
 * @param bodyBytes of a request
 * @param maxDepth levels of fields
 * @param maxAliases in the document, fragments counted wherever they are spread
 * @param maxDirectives in the document, counted likewise
 * @param maxCost what it may ask of the services, see {@link DocumentCost}
 */
@ConfigurationProperties("drumbeat.graphql")
public record DocumentSettings(
        Documents documents,
        int bodyBytes,
        int maxTokens,
        int maxDepth,
        int maxAliases,
        int maxRootFields,
        int maxDirectives,
        int maxCost) {
    /** Which documents are answered. */
    public enum Documents {
        /** Any within the limits. */
        ANY,
        /** People's pages send only documents that were registered at build time; tokens send any within the limits. */
        REGISTERED
    }
}
