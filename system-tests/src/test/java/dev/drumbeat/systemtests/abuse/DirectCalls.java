package dev.drumbeat.systemtests.abuse;

import dev.drumbeat.launcher.House;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Every method of every service of a house, called past the gateway with whatever identity somebody makes up. */
final class DirectCalls implements AutoCloseable {
    private static final Map<String, ServiceDescriptor> SERVICES = Map.of(
            "partners", PartnersServiceGrpc.getServiceDescriptor(),
            "kpis", KpisServiceGrpc.getServiceDescriptor(),
            "actions", ActionsServiceGrpc.getServiceDescriptor(),
            "incentives", IncentivesServiceGrpc.getServiceDescriptor(),
            "cadence", CadenceServiceGrpc.getServiceDescriptor());
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final long PATIENCE_SECONDS = 10;

    /** What one method answered. */
    record Answered(String method, Status status, int messages) {}

    private final Map<String, ManagedChannel> channels;

    DirectCalls(House house) {
        this.channels = SERVICES.keySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        service -> service,
                        service -> ManagedChannelBuilder.forAddress("127.0.0.1", house.port(service))
                                .usePlaintext()
                                .build()));
    }

    /** @param authorization the header as it is sent; null for none */
    List<Answered> callAll(@Nullable String authorization) {
        List<CompletableFuture<Answered>> calls = new ArrayList<>();
        SERVICES.forEach((service, descriptor) -> descriptor
                .getMethods()
                .forEach(method ->
                        calls.add(call(Objects.requireNonNull(channels.get(service)), method, authorization))));
        return calls.stream().map(CompletableFuture::join).toList();
    }

    private static <Q, A> CompletableFuture<Answered> call(
            ManagedChannel channel, MethodDescriptor<Q, A> method, @Nullable String authorization) {
        ClientCall<Q, A> call =
                channel.newCall(method, CallOptions.DEFAULT.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS));
        Metadata headers = new Metadata();
        if (authorization != null) {
            headers.put(AUTHORIZATION, authorization);
        }
        CompletableFuture<Answered> answered = new CompletableFuture<>();
        call.start(
                new ClientCall.Listener<>() {
                    private int messages;

                    @Override
                    public void onMessage(A message) {
                        messages++;
                    }

                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        answered.complete(new Answered(method.getFullMethodName(), status, messages));
                    }
                },
                headers);
        call.request(10);
        call.sendMessage(empty(method));
        call.halfClose();
        return answered;
    }

    @SuppressWarnings("unchecked")
    private static <Q> Q empty(MethodDescriptor<Q, ?> method) {
        return Objects.requireNonNull(((PrototypeMarshaller<Q>) method.getRequestMarshaller()).getMessagePrototype());
    }

    @Override
    public void close() {
        channels.values().forEach(ManagedChannel::shutdownNow);
    }
}
