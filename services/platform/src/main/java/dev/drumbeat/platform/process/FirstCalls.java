package dev.drumbeat.platform.process;

import dev.drumbeat.platform.grpc.CallPolicy;
import dev.drumbeat.platform.grpc.Channels;
import dev.drumbeat.platform.grpc.IdentityClientInterceptor;
import dev.drumbeat.platform.identity.IdentityMinter;
import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks this process everything that can be asked without effect, in its own name and through a real connection, before its port
 * opens. The questions are empty, so most are refused; on the way there they have met the server, the identity check, the
 * decoding, the use case and the store.
 */
@Singleton
final class FirstCalls implements WarmUp {
    /** How methods without effect are named, in every contract. */
    private static final Pattern READS = Pattern.compile("(Get|BatchGet|List|Resolve)[A-Z].*");

    private static final int ROUNDS = 2;
    private static final long CALL_LIMIT_MILLIS = 2_000;

    private final List<BindableService> services;
    private final ServerInterceptor interceptor;
    private final IdentityMinter minter;

    FirstCalls(List<BindableService> services, ServerInterceptor interceptor, IdentityMinter minter) {
        this.services = services;
        this.interceptor = interceptor;
        this.minter = minter;
    }

    @Override
    public void warmUp() throws Exception {
        NettyServerBuilder builder = ServerLimits.apply(
                        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)))
                .intercept(interceptor);
        services.forEach(builder::addService);
        Server server = builder.build().start();
        ManagedChannel channel = Channels.open(
                "dns:///127.0.0.1:" + server.getPort(),
                CallPolicy.of("none"),
                new IdentityClientInterceptor(minter::service));
        try {
            for (int round = 0; round < ROUNDS; round++) {
                server.getServices().stream()
                        .flatMap(service -> service.getMethods().stream())
                        .map(ServerMethodDefinition::getMethodDescriptor)
                        .filter(FirstCalls::isRead)
                        .forEach(method -> ask(channel, method));
            }
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
        }
    }

    private static boolean isRead(MethodDescriptor<?, ?> method) {
        @Nullable String name = method.getBareMethodName();
        return method.getType() == MethodType.UNARY
                && name != null
                && READS.matcher(name).matches();
    }

    private static <Q> void ask(Channel channel, MethodDescriptor<Q, ?> method) {
        if (method.getRequestMarshaller() instanceof PrototypeMarshaller<Q> marshaller) {
            @Nullable Q emptyQuestion = marshaller.getMessagePrototype();
            if (emptyQuestion != null) {
                try {
                    ClientCalls.blockingUnaryCall(
                            channel,
                            method,
                            CallOptions.DEFAULT.withDeadlineAfter(CALL_LIMIT_MILLIS, TimeUnit.MILLISECONDS),
                            emptyQuestion);
                } catch (StatusRuntimeException e) {
                    // A refusal is an answer, too.
                }
            }
        }
    }
}
