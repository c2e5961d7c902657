package dev.drumbeat.gateway.services;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.protobuf.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Remembers answers for the time when their service can't be reached. Whoever reads says under which visibility: what was seen
 * under one is never shown under another, and it is for the reader to know that the asker still has it.
 */
@Component
public final class LastKnown {
    private record Key(String visibility, Message question) {}

    private record Entry(Message answer, Instant at) {}

    private final Cache<Key, Entry> entries;
    private final Clock clock;

    LastKnown(ServiceSettings settings, Clock clock) {
        this.clock = clock;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(settings.lastKnownBytes())
                .weigher((Key key, Entry entry) -> entry.answer().getSerializedSize() + 200)
                .expireAfterWrite(settings.lastKnownLife())
                .build();
    }

    /** The service's answer, or what it answered last to the same question; its fault when there is neither. */
    public <A extends Message> Known<A> read(String visibility, Message question, Class<A> type, Supplier<A> service) {
        try {
            return remember(visibility, question, service.get());
        } catch (ServiceFault fault) {
            return recall(visibility, question, type, fault).orElseThrow(() -> fault);
        }
    }

    /** Remembers an answer, as to one question of many. */
    public <A extends Message> Known<A> remember(String visibility, Message question, A answer) {
        Instant now = clock.instant();
        entries.put(new Key(visibility, question), new Entry(answer, now));
        return new Known<>(answer, now, null);
    }

    /** What was answered last, while there is a fault. */
    public <A extends Message> Optional<Known<A>> recall(
            String visibility, Message question, Class<A> type, ServiceFault fault) {
        return Optional.ofNullable(entries.getIfPresent(new Key(visibility, question)))
                .map(entry -> new Known<>(type.cast(entry.answer()), entry.at(), fault));
    }
}
