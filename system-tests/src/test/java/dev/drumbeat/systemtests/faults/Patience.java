package dev.drumbeat.systemtests.faults;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Asks again, as it was asked, while nobody answers. */
final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Set<Status.Code> NO_ANSWER =
            Set.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED, Status.Code.UNAUTHENTICATED);

    private Patience() {}

    static <T> T until(String what, Supplier<T> question) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                return question.get();
            } catch (StatusRuntimeException e) {
                // A caller whose clock has just moved may be taken for a stranger for a moment.
                if (!NO_ANSWER.contains(e.getStatus().getCode()) || System.nanoTime() > deadline) {
                    throw new IllegalStateException(what + ": " + e.getStatus(), e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
