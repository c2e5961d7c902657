package dev.drumbeat.gateway.house;

import com.google.protobuf.Message;
import dev.drumbeat.platform.identity.IdentityVerifier;
import dev.drumbeat.platform.identity.VerifiedIdentity;
import io.grpc.BindableService;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One service on a port of its own: counts its calls, checks who asks, and can be stopped and started again. */
public final class FakeServer {
    /** One message of a call. */
    public record Received(String method, String subject, Message message) {}

    static final Context.Key<String> SUBJECT = Context.key("subject");

    /** Whether the subject proved anew who they are. */
    static final Context.Key<Boolean> CONFIRMED = Context.key("confirmed");

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final int port;
    private final BindableService service;
    private final IdentityVerifier verifier;
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private @Nullable Server server;
    private volatile Status failure = Status.OK;
    private volatile String heldMethod = "";
    private volatile CountDownLatch held = new CountDownLatch(0);

    FakeServer(BindableService service, IdentityVerifier verifier) {
        this.service = service;
        this.verifier = verifier;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    public int port() {
        return port;
    }

    public void start() {
        try {
            server = Grpc.newServerBuilderForPort(port, InsecureServerCredentials.create())
                    .addService(service)
                    .intercept(new Watching())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As with kill -9: connections break, new ones are refused. */
    public void kill() {
        Objects.requireNonNull(server).shutdownNow();
        try {
            Objects.requireNonNull(server).awaitTermination();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every call fails like this; {@link Status#OK} for none. */
    public void failWith(Status status) {
        failure = status;
    }

    /** Calls of this method are not answered until all are let go. */
    public void hold(String method) {
        held = new CountDownLatch(1);
        heldMethod = method;
    }

    public void letGo() {
        heldMethod = "";
        held.countDown();
    }

    /** Short names of the methods called, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Every message that came, and on whose behalf. */
    public List<Received> requests() {
        return List.copyOf(requests);
    }

    public void forgetCalls() {
        requests.clear();
        calls.clear();
    }

    private void awaitLetGo() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Watching implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            String header = Objects.requireNonNull(headers.get(AUTHORIZATION), "no identity");
            VerifiedIdentity identity = verifier.verify(header.substring("Bearer ".length()));
            String subject = identity.subject();
            Context context =
                    Context.current().withValue(SUBJECT, subject).withValue(CONFIRMED, identity.confirmedAt() != null);
            calls.add(Objects.requireNonNull(call.getMethodDescriptor().getBareMethodName()));
            if (!failure.isOk()) {
                call.close(failure, new Metadata());
                return new ServerCall.Listener<>() {};
            }
            String method = Objects.requireNonNull(call.getMethodDescriptor().getBareMethodName());
            return new SimpleForwardingServerCallListener<>(Contexts.interceptCall(context, call, headers, next)) {
                @Override
                public void onMessage(Q message) {
                    requests.add(new Received(method, subject, (Message) message));
                    super.onMessage(message);
                }

                @Override
                public void onHalfClose() {
                    if (method.equals(heldMethod)) {
                        awaitLetGo();
                    }
                    super.onHalfClose();
                }
            };
        }
    }
}
