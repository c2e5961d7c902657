package dev.drumbeat.gateway.live;

import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one service tells of changes. A feature whose changes pages follow adds one of these and nothing else. */
interface ChangeFeed {
    Source source();

    /** Opens a line; a connection that is waiting to be tried again is tried at once. */
    Line open();

    /** What to tell of a partnership when changes may have been missed; empty where reading the scorecards anew finds them. */
    Optional<Change> missed(String partnership);

    /** An open line. */
    interface Line {
        /** The next change, waited for; null when the service ended the line. */
        @Nullable
        Change next() throws StatusException, InterruptedException;

        void cancel();
    }

    /** A stream of the service as a line. */
    record Stream<M>(BlockingClientCall<?, M> call, Function<M, Change> reading) implements Line {
        @Override
        public @Nullable Change next() throws StatusException, InterruptedException {
            M message = call.read();
            return message == null ? null : reading.apply(message);
        }

        @Override
        public void cancel() {
            call.cancel("the gateway stops", null);
        }
    }
}
