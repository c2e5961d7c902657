package dev.drumbeat.platform.mongo;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import dev.drumbeat.platform.telemetry.CurrentSpan;
import dev.drumbeat.platform.telemetry.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Every command to the store that is sent on behalf of a request is a span of its trace: the command's name and the collection,
 * never what it asks for.
 */
final class TracedCommands implements CommandListener {
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
    private static final AttributeKey<String> COLLECTION = AttributeKey.stringKey("db.collection.name");

    private final Map<Integer, Span> under = new ConcurrentHashMap<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        Span parent = CurrentSpan.get();
        if (!parent.isRecording()) {
            return;
        }
        String collection = collection(event.getCommand(), event.getCommandName());
        Span span = Tracing.ofProcess()
                .asked((event.getCommandName() + " " + collection).strip(), parent)
                .setAttribute(SYSTEM, "mongodb");
        if (!collection.isEmpty()) {
            span.setAttribute(COLLECTION, collection);
        }
        under.put(event.getRequestId(), span);
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        @Nullable Span span = under.remove(event.getRequestId());
        if (span != null) {
            span.end();
        }
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        @Nullable Span span = under.remove(event.getRequestId());
        if (span != null) {
            span.setStatus(StatusCode.ERROR).end();
        }
    }

    private static String collection(BsonDocument command, String name) {
        @Nullable BsonValue named = command.get(name.equals("getMore") ? "collection" : name);
        return named != null && named.isString() ? named.asString().getValue() : "";
    }
}
