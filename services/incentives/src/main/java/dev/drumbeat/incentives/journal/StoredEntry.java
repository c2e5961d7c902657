package dev.drumbeat.incentives.journal;

import java.util.Map;

/**
 * A row as the store gives it, believed in nothing.
 *
 * @param position where it lies
 * @param digest as stored beside the content
 */
public record StoredEntry(long position, String digest, Map<String, Object> tree) {
    String computed() {
        return Digests.of(tree);
    }

    boolean isIntact() {
        return computed().equals(digest);
    }

    /** The place its own content claims; -1 when it claims none. */
    long claimed() {
        return tree.get("sequence") instanceof Long sequence ? sequence : -1;
    }

    String predecessor() {
        return tree.get("predecessor") instanceof String text ? text : "";
    }

    /** The resource it says it is about; empty when it can't be read. */
    String resource() {
        try {
            return Entry.of(tree).fact().subject();
        } catch (RuntimeException e) {
            return "";
        }
    }
}
