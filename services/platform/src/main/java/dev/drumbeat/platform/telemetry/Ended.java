package dev.drumbeat.platform.telemetry;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.ServerCall;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says once that a call is over, however it ended. */
final class Ended<Q> extends SimpleForwardingServerCallListener<Q> {
    private final Runnable over;
    private final AtomicBoolean said = new AtomicBoolean();

    Ended(ServerCall.Listener<Q> listener, Runnable over) {
        super(listener);
        this.over = over;
    }

    @Override
    public void onComplete() {
        say();
        super.onComplete();
    }

    @Override
    public void onCancel() {
        say();
        super.onCancel();
    }

    private void say() {
        if (said.compareAndSet(false, true)) {
            over.run();
        }
    }
}
