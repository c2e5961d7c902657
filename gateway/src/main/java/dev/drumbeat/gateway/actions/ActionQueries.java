package dev.drumbeat.gateway.actions;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.InputArgument;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.PageOf;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.graphql.SelectedReads;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.proto.actions.v1.ActionCounts;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc.ActionsServiceFutureStub;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.EscalationLadder;
import dev.drumbeat.proto.actions.v1.GetActionRequest;
import dev.drumbeat.proto.actions.v1.ListActionsRequest;
import dev.drumbeat.proto.actions.v1.ListActionsResponse;
import dev.drumbeat.proto.actions.v1.ListMyActionsRequest;
import dev.drumbeat.proto.actions.v1.ListRaciVersionsRequest;
import dev.drumbeat.proto.actions.v1.Raci;
import dev.drumbeat.proto.kpis.v1.PortfolioLine;
import dev.drumbeat.proto.partners.v1.CallerMembership;
import dev.drumbeat.proto.partners.v1.Partnership;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** Reading corrective actions and the RACI. */
@DgsComponent
final class ActionQueries implements SelectedReads {
    private final ActionReads actions;
    private final ServiceClient<ActionsServiceFutureStub> service;

    ActionQueries(ActionReads actions, ServiceClient<ActionsServiceFutureStub> service) {
        this.actions = actions;
        this.service = service;
    }

    @DgsData(parentType = "Partnership", field = "actions")
    CompletableFuture<@Nullable DataFetcherResult<Known<ListActionsResponse>>> ofPartnership(
            DgsDataFetchingEnvironment environment) {
        ListActionsRequest question = ActionQuestion.of(partnership(environment), environment.getArguments());
        return load(question, environment).thenApply(outcome -> whole(environment, outcome));
    }

    @Override
    public String field() {
        return "actions";
    }

    @Override
    public void start(String partnership, Map<String, Object> arguments, DataFetchingEnvironment environment) {
        load(ActionQuestion.of(partnership, arguments), environment);
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    DataFetcherResult<CorrectiveAction> action(@InputArgument int number, DgsDataFetchingEnvironment environment) {
        if (number < 1) {
            return null;
        }
        GetActionRequest.Builder question =
                GetActionRequest.newBuilder().setName(partnership(environment) + "/actions/" + number);
        Instant asOf = environment.getArgument("asOf");
        if (asOf != null) {
            question.setAsOf(Wire.timestamp(asOf));
        }
        return value(environment, actions.one(Reads.request(environment), question.build()));
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    DataFetcherResult<Known<Raci>> raci(DgsDataFetchingEnvironment environment) {
        return whole(environment, actions.raci(Reads.request(environment), partnership(environment)));
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    DataFetcherResult<EscalationLadder> escalationLadder(DgsDataFetchingEnvironment environment) {
        return value(environment, actions.ladder(Reads.request(environment), partnership(environment)));
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    PageOf<Raci> raciVersions(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        ListRaciVersionsRequest question = ListRaciVersionsRequest.newBuilder()
                .setPartnership(partnership(environment))
                .setPageSize(Reads.first(environment))
                .setPageToken(Reads.after(environment))
                .build();
        return Reads.orNull(() -> {
            var page = service.call(request, stub -> stub.listRaciVersions(question));
            return new PageOf<>(page.getVersionsList(), page.getNextPageToken());
        });
    }

    @DgsData(parentType = "PortfolioLine")
    CompletableFuture<@Nullable DataFetcherResult<ActionCounts>> actionCounts(DgsDataFetchingEnvironment environment) {
        DataLoader<String, Outcome<ActionCounts>> loader =
                Objects.requireNonNull(environment.getDataLoader(ActionCountsLoader.NAME));
        return loader.load(environment.<PortfolioLine>getSourceOrThrow().getPartnership())
                .thenApply(outcome -> value(environment, outcome));
    }

    @DgsData(parentType = "Viewer", field = "actions")
    @Nullable
    DataFetcherResult<Known<ListActionsResponse>> ofViewer(DgsDataFetchingEnvironment environment) {
        ListMyActionsRequest question = ListMyActionsRequest.newBuilder()
                .setPageSize(Reads.first(environment))
                .setPageToken(Reads.after(environment))
                .build();
        return whole(environment, actions.mine(Reads.request(environment), question));
    }

    /** From the asker's own memberships: no service has to be asked for the names of many. */
    @DgsData(parentType = "CorrectiveAction")
    String partnershipDisplayName(DgsDataFetchingEnvironment environment) {
        String partnership = Names.partnershipOf(
                environment.<CorrectiveAction>getSourceOrThrow().getName());
        return Reads.request(environment)
                .person()
                .membership(partnership)
                .map(CallerMembership::getDisplayName)
                .orElseGet(() -> partnership.substring(partnership.indexOf('/') + 1));
    }

    private static <A> @Nullable DataFetcherResult<Known<A>> whole(
            DgsDataFetchingEnvironment environment, Outcome<A> outcome) {
        return outcome.orFault()
                .map(known -> Reads.result(environment, known, known))
                .orElse(null);
    }

    private static <A> @Nullable DataFetcherResult<A> value(
            DgsDataFetchingEnvironment environment, Outcome<A> outcome) {
        return outcome.orFault()
                .map(known -> Reads.result(environment, known, known.value()))
                .orElse(null);
    }

    private static String partnership(DgsDataFetchingEnvironment environment) {
        return environment.<Partnership>getSourceOrThrow().getName();
    }

    private static CompletableFuture<Outcome<ListActionsResponse>> load(
            ListActionsRequest question, DataFetchingEnvironment environment) {
        DataLoader<ListActionsRequest, Outcome<ListActionsResponse>> loader =
                Objects.requireNonNull(environment.getDataLoader(ActionListLoader.NAME));
        return loader.load(question);
    }
}
