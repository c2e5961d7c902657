package dev.drumbeat.platform.directory;

import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.domain.PartnershipFacts;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers for {@link #FRESH}, so that a revoked membership ends within it, and lives on them for {@link #STALE} while
 * the directory is out of reach. Many who ask for one caller at a time ask once.
 */
public final class CachedDirectory implements CallerDirectory, PartnershipDirectory {
    public static final Duration FRESH = Duration.ofSeconds(2);
    public static final Duration STALE = Duration.ofSeconds(60);

    /** While the directory is out of reach it is asked this often, not by every call. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final int KEPT = 10_000;

    private final CallerDirectory callers;
    private final PartnershipDirectory partnerships;
    private final Clock clock;
    private final Map<String, Slot<Optional<Caller>>> callerSlots = new ConcurrentHashMap<>();
    private final Map<String, Slot<Optional<PartnershipFacts>>> partnershipSlots = new ConcurrentHashMap<>();
    private volatile Instant askAgainAt = Instant.EPOCH;

    public CachedDirectory(CallerDirectory callers, PartnershipDirectory partnerships, Clock clock) {
        this.callers = callers;
        this.partnerships = partnerships;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> resolve(String subject) {
        return remembered(callerSlots, subject, () -> callers.resolve(subject));
    }

    @Override
    public Map<String, PartnershipFacts> find(Collection<String> names) {
        if (names.size() > 1) {
            return partnerships.find(names);
        }
        Map<String, PartnershipFacts> found = new LinkedHashMap<>();
        for (String name : names) {
            remembered(
                            partnershipSlots,
                            name,
                            () -> Optional.ofNullable(
                                    partnerships.find(List.of(name)).get(name)))
                    .ifPresent(facts -> found.put(name, facts));
        }
        return found;
    }

    private <T> T remembered(Map<String, Slot<T>> slots, String key, Supplier<T> question) {
        forgetOld(slots);
        Slot<T> slot = slots.computeIfAbsent(key, unused -> new Slot<>());
        @Nullable Answer<T> known = slot.answer;
        if (known != null && isYounger(known, FRESH)) {
            return known.value();
        }
        slot.lock.lock();
        try {
            known = slot.answer;
            if (known != null && (isYounger(known, FRESH) || (isPausing() && isYounger(known, STALE)))) {
                return known.value();
            }
            return ask(slot, known, question);
        } finally {
            slot.lock.unlock();
        }
    }

    private <T> T ask(Slot<T> slot, @Nullable Answer<T> known, Supplier<T> question) {
        try {
            T value = question.get();
            slot.answer = new Answer<>(value, clock.instant());
            return value;
        } catch (StatusRuntimeException e) {
            if (!isOutOfReach(e)) {
                throw e;
            }
            askAgainAt = clock.instant().plus(PAUSE);
            if (known != null && isYounger(known, STALE)) {
                return known.value();
            }
            throw e;
        }
    }

    private static boolean isOutOfReach(StatusRuntimeException e) {
        return switch (e.getStatus().getCode()) {
            // Unauthenticated is this service itself, whose clock or keys are apart from the directory's for a moment.
            case UNAVAILABLE, DEADLINE_EXCEEDED, INTERNAL, UNKNOWN, RESOURCE_EXHAUSTED, UNAUTHENTICATED -> true;
            case OK,
                    CANCELLED,
                    INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    PERMISSION_DENIED,
                    FAILED_PRECONDITION,
                    ABORTED,
                    OUT_OF_RANGE,
                    UNIMPLEMENTED,
                    DATA_LOSS -> false;
        };
    }

    private boolean isPausing() {
        Duration left = Duration.between(clock.instant(), askAgainAt);
        return left.isPositive() && left.compareTo(PAUSE) <= 0;
    }

    /** An answer from the future, after the clock was set back, is of no age: it would be believed for as long as that. */
    private boolean isYounger(Answer<?> answer, Duration age) {
        Instant now = clock.instant();
        return !now.isBefore(answer.at()) && now.isBefore(answer.at().plus(age));
    }

    private <T> void forgetOld(Map<String, Slot<T>> slots) {
        if (slots.size() < KEPT) {
            return;
        }
        slots.values().removeIf(slot -> {
            @Nullable Answer<T> answer = slot.answer;
            return answer == null || !isYounger(answer, FRESH);
        });
        if (slots.size() >= KEPT) {
            slots.clear();
        }
    }

    private record Answer<T>(T value, Instant at) {}

    private static final class Slot<T> {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Answer<T> answer;
    }
}
