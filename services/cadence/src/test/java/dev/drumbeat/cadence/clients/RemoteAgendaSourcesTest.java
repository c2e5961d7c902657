package dev.drumbeat.cadence.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.cadence.agenda.Findings;
import dev.drumbeat.cadence.agenda.Part;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc;
import dev.drumbeat.proto.actions.v1.ListActionsRequest;
import dev.drumbeat.proto.actions.v1.ListActionsResponse;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc;
import dev.drumbeat.proto.incentives.v1.ListStatementsRequest;
import dev.drumbeat.proto.incentives.v1.ListStatementsResponse;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc;
import dev.drumbeat.proto.kpis.v1.Scorecard;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of an agenda's sources within the time that a reader has. */
class RemoteAgendaSourcesTest {
    /** What the gateway gives a read. */
    private static final long READ_MILLIS = 800;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private Server server;
    private ManagedChannel channel;

    @BeforeEach
    void start() throws Exception {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new Kpis())
                .addService(new HangingActions())
                .addService(new Incentives())
                .build()
                .start();
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void a_service_that_hangs_is_missing_and_what_the_others_say_reaches_the_reader_in_time() throws Exception {
        RemoteAgendaSources sources = new RemoteAgendaSources(channel, channel, channel, Clock.systemUTC());
        // Once without a reader who waits, so that nothing is done for the first time when it counts.
        assertThat(sources.find("partnerships/acme").missing()).containsExactly(Part.ACTIONS);

        try (Context.CancellableContext reading =
                Context.current().withDeadlineAfter(READ_MILLIS, TimeUnit.MILLISECONDS, timer)) {
            Findings found = reading.call(() -> sources.find("partnerships/acme"));
            assertThat(found.missing()).containsExactly(Part.ACTIONS);
            assertThat(reading.isCancelled()).as("the reader's time is up").isFalse();
        }
    }

    private static final class Kpis extends KpisServiceGrpc.KpisServiceImplBase {
        @Override
        public void getScorecard(GetScorecardRequest request, StreamObserver<Scorecard> answer) {
            answer.onNext(Scorecard.getDefaultInstance());
            answer.onCompleted();
        }
    }

    private static final class Incentives extends IncentivesServiceGrpc.IncentivesServiceImplBase {
        @Override
        public void listStatements(ListStatementsRequest request, StreamObserver<ListStatementsResponse> answer) {
            answer.onNext(ListStatementsResponse.getDefaultInstance());
            answer.onCompleted();
        }
    }

    /** Takes every question and answers none. */
    private static final class HangingActions extends ActionsServiceGrpc.ActionsServiceImplBase {
        @Override
        public void listActions(ListActionsRequest request, StreamObserver<ListActionsResponse> answer) {}
    }
}
