package dev.drumbeat.cadence.clients;

import dev.drumbeat.cadence.agenda.ActionFact;
import dev.drumbeat.cadence.agenda.AgendaSources;
import dev.drumbeat.cadence.agenda.Findings;
import dev.drumbeat.cadence.agenda.KpiFact;
import dev.drumbeat.cadence.agenda.Seen;
import dev.drumbeat.cadence.agenda.StatementFact;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc;
import dev.drumbeat.proto.actions.v1.ListActionsRequest;
import dev.drumbeat.proto.actions.v1.ListActionsResponse;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc;
import dev.drumbeat.proto.incentives.v1.ListStatementsRequest;
import dev.drumbeat.proto.incentives.v1.StatementState;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks kpis, actions and incentives at the same time; whoever does not answer in time is out of reach. */
@Singleton
final class RemoteAgendaSources implements AgendaSources {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteAgendaSources.class);
    /** Enough for one answer with retries in between; what is later is missing and comes with the next comparison. */
    private static final long LIMIT_MILLIS = 1_000;

    /** Of a caller's own time, so that what the others said still reaches it when one of them hangs. */
    private static final long KEPT_FOR_CALLER_MILLIS = 300;

    /** The last of them is a question that we gave up ourselves. */
    private static final Set<Status.Code> OUT_OF_REACH =
            EnumSet.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED, Status.Code.CANCELLED);

    private static final int PAGE = 100;
    private static final int PAGES = 5;
    private static final int PERIODS = 2;

    private final KpisServiceGrpc.KpisServiceBlockingStub kpis;
    private final ActionsServiceGrpc.ActionsServiceBlockingStub actions;
    private final IncentivesServiceGrpc.IncentivesServiceBlockingStub incentives;
    private final Clock clock;
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();

    RemoteAgendaSources(
            @Named("kpis") ManagedChannel kpis,
            @Named("actions") ManagedChannel actions,
            @Named("incentives") ManagedChannel incentives,
            Clock clock) {
        this.kpis = KpisServiceGrpc.newBlockingStub(kpis);
        this.actions = ActionsServiceGrpc.newBlockingStub(actions);
        this.incentives = IncentivesServiceGrpc.newBlockingStub(incentives);
        this.clock = clock;
    }

    @Override
    public Findings find(String partnership) {
        Instant at = clock.instant();
        Future<Seen<KpiFact>> scorecard = ask("kpis", at, () -> kpis(partnership));
        Future<Seen<ActionFact>> open = ask("actions", at, () -> actions(partnership));
        Future<Seen<StatementFact>> unsigned = ask("incentives", at, () -> statements(partnership));
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis());
        return new Findings(answer(scorecard, end), answer(open, end), answer(unsigned, end), at);
    }

    private static long patienceMillis() {
        @Nullable Deadline caller = Context.current().getDeadline();
        return caller == null
                ? LIMIT_MILLIS
                : Math.min(LIMIT_MILLIS, caller.timeRemaining(TimeUnit.MILLISECONDS) - KEPT_FOR_CALLER_MILLIS);
    }

    private <T> Future<Seen<T>> ask(String whom, Instant at, Supplier<List<T>> question) {
        return asking.submit(() -> {
            try {
                return new Seen.Known<>(question.get(), at);
            } catch (StatusRuntimeException e) {
                Status.Code code = e.getStatus().getCode();
                if (OUT_OF_REACH.contains(code)) {
                    LOG.debug("{} can't be reached for an agenda", whom);
                } else {
                    LOG.warn("{} did not answer for an agenda: {}", whom, e.getStatus());
                }
                return new Seen.OutOfReach<>();
            }
        });
    }

    private static <T> Seen<T> answer(Future<Seen<T>> asked, long end) {
        try {
            return asked.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            asked.cancel(true);
            return new Seen.OutOfReach<>();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an agenda's source failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Seen.OutOfReach<>();
        }
    }

    private List<KpiFact> kpis(String partnership) {
        return kpis
                .getScorecard(GetScorecardRequest.newBuilder()
                        .setPartnership(partnership)
                        .setPeriods(PERIODS)
                        .build())
                .getStandingsList()
                .stream()
                .map(FactReading::kpi)
                .toList();
    }

    private List<ActionFact> actions(String partnership) {
        List<ActionFact> facts = new ArrayList<>();
        String token = "";
        for (int page = 0; page < PAGES; page++) {
            ListActionsResponse answer = actions.listActions(ListActionsRequest.newBuilder()
                    .setParent(partnership)
                    .setPageSize(PAGE)
                    .setPageToken(token)
                    .build());
            answer.getActionsList().forEach(action -> facts.add(FactReading.action(action)));
            token = answer.getNextPageToken();
            if (token.isEmpty()) {
                break;
            }
        }
        return facts;
    }

    private List<StatementFact> statements(String partnership) {
        return incentives
                .listStatements(ListStatementsRequest.newBuilder()
                        .setParent(partnership)
                        .setPageSize(PAGE)
                        .addStates(StatementState.STATEMENT_STATE_PROPOSED)
                        .addStates(StatementState.STATEMENT_STATE_DISPUTED)
                        .build())
                .getStatementsList()
                .stream()
                .map(FactReading::statement)
                .toList();
    }
}
