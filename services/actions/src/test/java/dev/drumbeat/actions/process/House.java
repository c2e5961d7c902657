package dev.drumbeat.actions.process;

import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc.ActionsServiceBlockingStub;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.GetActionRequest;
import dev.drumbeat.proto.actions.v1.ListActionsRequest;
import dev.drumbeat.testkit.Identities;
import dev.drumbeat.testkit.MutableClock;
import dev.drumbeat.testkit.ProcessUnderTest;
import dev.drumbeat.testkit.StoreUnderTest;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service as its process is, once or twice on one store; the services that it asks, time and keys are made up. */
final class House implements AutoCloseable {
    final MutableClock clock = MutableClock.pinned();
    final FakePartners partners = new FakePartners();
    final FakeKpis kpis = new FakeKpis();
    private final Identities identities;
    private final Path keys;
    private final StoreUnderTest store = StoreUnderTest.open();
    private final Server others;
    private final List<ProcessUnderTest> replicas = new ArrayList<>();

    House(Path keys) {
        this.keys = keys;
        this.identities = Identities.inFiles(keys, clock);
        try {
            this.others = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .addService(partners)
                    .addService(kpis)
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more replica. */
    void start() {
        String address = "dns:///127.0.0.1:" + others.getPort();
        replicas.add(ProcessUnderTest.start(
                "actions",
                keys,
                identities,
                store,
                clock,
                Map.of(
                        "drumbeat.partners-address",
                        address,
                        "drumbeat.kpis-address",
                        address,
                        "drumbeat.reconcile-period",
                        "200ms")));
    }

    void stop() {
        replicas.forEach(ProcessUnderTest::close);
        replicas.clear();
    }

    ActionsServiceBlockingStub as(String person) {
        return ActionsServiceGrpc.newBlockingStub(replicas.getFirst().as("people/" + person));
    }

    ActionsServiceGrpc.ActionsServiceStub watching(String subject) {
        return ActionsServiceGrpc.newStub(replicas.getLast().as(subject));
    }

    List<CorrectiveAction> live(String person, String partnership) {
        return as(person)
                .listActions(
                        ListActionsRequest.newBuilder().setParent(partnership).build())
                .getActionsList();
    }

    CorrectiveAction get(String person, String name) {
        return as(person).getAction(GetActionRequest.newBuilder().setName(name).build());
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        stop();
        others.shutdownNow();
        store.close();
    }
}
