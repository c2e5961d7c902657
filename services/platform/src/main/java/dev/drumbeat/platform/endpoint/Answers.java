package dev.drumbeat.platform.endpoint;

import io.grpc.stub.StreamObserver;

/** How a call with one answer ends. */
public final class Answers {
    private Answers() {}

    public static <T> void answer(StreamObserver<T> observer, T message) {
        observer.onNext(message);
        observer.onCompleted();
    }
}
