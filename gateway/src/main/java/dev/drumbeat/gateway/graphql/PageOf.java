package dev.drumbeat.gateway.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list and how to go on. */
public record PageOf<T>(List<T> nodes, String nextToken) {
    public static <T> PageOf<T> empty() {
        return new PageOf<>(List.of(), "");
    }

    public Info pageInfo() {
        return new Info(!nextToken.isEmpty(), Wire.text(nextToken));
    }

    /** Whether and how to go on. */
    public record Info(boolean hasNextPage, @Nullable String endCursor) {}
}
