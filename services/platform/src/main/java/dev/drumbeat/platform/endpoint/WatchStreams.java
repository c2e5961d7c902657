package dev.drumbeat.platform.endpoint;

import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.watch.Feed;
import dev.drumbeat.platform.watch.Watcher;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Calls that stay open and tell what changes. */
public final class WatchStreams {
    private final Set<StreamObserver<?>> open = ConcurrentHashMap.newKeySet();

    /** Ends every open call, so that its watcher comes back to another process. */
    public void endAll() {
        open.forEach(observer -> observer.onError(Status.UNAVAILABLE
                .withDescription("This process ends; watch again.")
                .asRuntimeException()));
    }

    /**
     * Tells the caller what the feed tells, from now on; what was before may be offered to the watcher that this gives.
     *
     * @param visible asked again for each change, so that who lost a seat stops seeing; may block
     */
    public <E, W> Watcher<E> watch(
            StreamObserver<W> observer, Feed<E> feed, Predicate<E> visible, Function<E, W> encode) {
        ServerCallStreamObserver<W> call = (ServerCallStreamObserver<W>) observer;
        Watcher<E> watcher = new Watcher<>("call", feed.changes(), visible, new Watcher.Outlet<>() {
            @Override
            public boolean isReady() {
                return call.isReady();
            }

            @Override
            public void send(E change) {
                call.onNext(encode.apply(change));
            }

            @Override
            public void fail(RuntimeException cause) {
                call.onError(
                        cause instanceof Refusal
                                ? cause
                                : Status.UNAVAILABLE.withCause(cause).asRuntimeException());
            }
        });
        Runnable stopListening = feed.listen(watcher::offer);
        open.add(call);
        call.setOnReadyHandler(watcher::wake);
        call.setOnCancelHandler(() -> {
            stopListening.run();
            watcher.stop();
            open.remove(call);
        });
        watcher.start();
        return watcher;
    }
}
