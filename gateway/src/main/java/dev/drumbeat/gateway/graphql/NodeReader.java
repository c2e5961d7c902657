package dev.drumbeat.gateway.graphql;

import dev.drumbeat.gateway.asker.Request;
import org.jspecify.annotations.Nullable;

/** Reads nodes of some types by their names. */
public interface NodeReader {
    boolean reads(String type);

    /** The node; null when there is none that the asker may see. */
    @Nullable
    Object read(Request request, GlobalId id);
}
