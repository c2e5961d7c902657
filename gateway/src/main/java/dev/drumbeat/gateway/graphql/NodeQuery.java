package dev.drumbeat.gateway.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import dev.drumbeat.gateway.asker.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Any node by its id. What is foreign and what does not exist get the same answer. */
@DgsComponent
final class NodeQuery {
    private final List<NodeReader> readers;

    NodeQuery(List<NodeReader> readers) {
        this.readers = readers;
    }

    @DgsQuery
    @Nullable
    Object node(@InputArgument String id, DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        request.person();
        return Reads.orNull(() -> GlobalId.decode(id)
                .flatMap(global -> readers.stream()
                        .filter(reader -> reader.reads(global.type()))
                        .findFirst()
                        .map(reader -> reader.read(request, global)))
                .orElse(null));
    }
}
