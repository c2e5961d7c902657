package dev.drumbeat.gateway.incentives;

import com.google.protobuf.Message;
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
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.proto.incentives.v1.Agreement;
import dev.drumbeat.proto.incentives.v1.BatchGetProjectionsResponse;
import dev.drumbeat.proto.incentives.v1.Disclosure;
import dev.drumbeat.proto.incentives.v1.Evidence;
import dev.drumbeat.proto.incentives.v1.EvidenceState;
import dev.drumbeat.proto.incentives.v1.Forecast;
import dev.drumbeat.proto.incentives.v1.GetAgreementRequest;
import dev.drumbeat.proto.incentives.v1.GetStatementRequest;
import dev.drumbeat.proto.incentives.v1.ListAgreementsRequest;
import dev.drumbeat.proto.incentives.v1.ListAgreementsResponse;
import dev.drumbeat.proto.incentives.v1.ListDisclosuresRequest;
import dev.drumbeat.proto.incentives.v1.ListDisclosuresResponse;
import dev.drumbeat.proto.incentives.v1.ListEvidenceRequest;
import dev.drumbeat.proto.incentives.v1.ListEvidenceResponse;
import dev.drumbeat.proto.incentives.v1.ListForecastsRequest;
import dev.drumbeat.proto.incentives.v1.ListForecastsResponse;
import dev.drumbeat.proto.incentives.v1.ListStatementsRequest;
import dev.drumbeat.proto.incentives.v1.ListStatementsResponse;
import dev.drumbeat.proto.incentives.v1.PayPanel;
import dev.drumbeat.proto.incentives.v1.Statement;
import dev.drumbeat.proto.incentives.v1.StatementState;
import dev.drumbeat.proto.kpis.v1.PortfolioLine;
import dev.drumbeat.proto.partners.v1.Partnership;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** Reading what the score pays. While incentives can't be reached nothing may be done with what was last known. */
@DgsComponent
final class IncentiveQueries implements SelectedReads {
    private final PayReads incentives;

    IncentiveQueries(PayReads incentives) {
        this.incentives = incentives;
    }

    @Override
    public String field() {
        return "payPanel";
    }

    @Override
    public void start(String partnership, Map<String, Object> arguments, DataFetchingEnvironment environment) {
        panel(partnership, environment);
    }

    @DgsData(parentType = "Partnership")
    CompletableFuture<@Nullable DataFetcherResult<Known<PayPanel>>> payPanel(DgsDataFetchingEnvironment environment) {
        return panel(partnership(environment), environment)
                .thenApply(outcome -> outcome.orFault()
                        .map(known -> Reads.result(environment, known, known))
                        .orElse(null));
    }

    @DgsData(parentType = "PortfolioLine")
    CompletableFuture<@Nullable DataFetcherResult<List<PayFields.Summary>>> projectedPay(
            DgsDataFetchingEnvironment environment) {
        String partnership = environment.<PortfolioLine>getSourceOrThrow().getPartnership();
        if (!isWorthAsking(partnership, environment)) {
            return CompletableFuture.completedFuture(null);
        }
        DataLoader<String, Outcome<BatchGetProjectionsResponse>> loader =
                Objects.requireNonNull(environment.getDataLoader(ProjectionLoader.NAME));
        return loader.load(partnership)
                .thenApply(outcome -> outcome.orFault()
                        .map(known -> Reads.result(
                                environment,
                                known,
                                known.value().getProjectionsList().stream()
                                        .map(line -> new PayFields.Summary(line, known.live()))
                                        .toList()))
                        .orElse(null));
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    DataFetcherResult<PageOf<Agreement>> agreements(DgsDataFetchingEnvironment environment) {
        ListAgreementsRequest question = ListAgreementsRequest.newBuilder()
                .setParent(partnership(environment))
                .setPageSize(Reads.first(environment))
                .setPageToken(Reads.after(environment))
                .build();
        Request request = Reads.request(environment);
        Known<ListAgreementsResponse> known = incentives.read(
                request,
                question.getParent(),
                question,
                ListAgreementsResponse.class,
                service -> service.call(request, stub -> stub.listAgreements(question)));
        return shown(
                environment,
                known,
                page -> new PageOf<>(
                        page.getAgreementsList().stream()
                                .map(one -> idle(known, one))
                                .toList(),
                        page.getNextPageToken()));
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    DataFetcherResult<Agreement> agreement(@InputArgument String slug, DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        String partnership = partnership(environment);
        Known<Agreement> known = Reads.orNull(() -> {
            GetAgreementRequest question = GetAgreementRequest.newBuilder()
                    .setName(Papers.name(partnership, "agreements", slug))
                    .build();
            return incentives.read(
                    request,
                    partnership,
                    question,
                    Agreement.class,
                    service -> service.call(request, stub -> stub.getAgreement(question)));
        });
        return shown(environment, known, one -> idle(known, one));
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    DataFetcherResult<PageOf<Statement>> statements(
            @InputArgument @Nullable String agreement, DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        String partnership = partnership(environment);
        int first = Reads.first(environment);
        Known<ListStatementsResponse> known = Reads.orNull(() -> {
            ListStatementsRequest.Builder question = ListStatementsRequest.newBuilder()
                    .setParent(agreement == null ? partnership : Papers.name(partnership, "agreements", agreement))
                    .setPageSize(first)
                    .setPageToken(Reads.after(environment));
            texts(environment, "states").forEach(state -> question.addStates(Wire.value(StatementState.class, state)));
            Instant asOf = environment.getArgument("asOf");
            if (asOf != null) {
                question.setAsOf(Wire.timestamp(asOf));
            }
            return incentives.read(
                    request,
                    partnership,
                    question.build(),
                    ListStatementsResponse.class,
                    service -> service.call(request, stub -> stub.listStatements(question.build())));
        });
        return shown(
                environment,
                known,
                page -> new PageOf<>(
                        page.getStatementsList().stream()
                                .map(one -> idle(known, one))
                                .toList(),
                        page.getNextPageToken()));
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    DataFetcherResult<Statement> statement(@InputArgument String slug, DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        String partnership = partnership(environment);
        Known<Statement> known = Reads.orNull(() -> {
            GetStatementRequest question = GetStatementRequest.newBuilder()
                    .setName(Papers.name(partnership, "statements", slug))
                    .build();
            return incentives.read(
                    request,
                    partnership,
                    question,
                    Statement.class,
                    service -> service.call(request, stub -> stub.getStatement(question)));
        });
        return shown(environment, known, one -> idle(known, one));
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    DataFetcherResult<PageOf<Forecast>> forecasts(DgsDataFetchingEnvironment environment) {
        ListForecastsRequest question = ListForecastsRequest.newBuilder()
                .setParent(partnership(environment))
                .setPageSize(Reads.first(environment))
                .setPageToken(Reads.after(environment))
                .build();
        Request request = Reads.request(environment);
        return shown(
                environment,
                incentives.read(
                        request,
                        question.getParent(),
                        question,
                        ListForecastsResponse.class,
                        service -> service.call(request, stub -> stub.listForecasts(question))),
                page -> new PageOf<>(page.getForecastsList(), page.getNextPageToken()));
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    DataFetcherResult<PageOf<Disclosure>> disclosures(
            @InputArgument @Nullable String kpi, DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        String partnership = partnership(environment);
        int first = Reads.first(environment);
        Known<ListDisclosuresResponse> known = Reads.orNull(() -> {
            ListDisclosuresRequest question = ListDisclosuresRequest.newBuilder()
                    .setParent(kpi == null ? partnership : Names.kpi(partnership, kpi))
                    .setPageSize(first)
                    .setPageToken(Reads.after(environment))
                    .build();
            return incentives.read(
                    request,
                    partnership,
                    question,
                    ListDisclosuresResponse.class,
                    service -> service.call(request, stub -> stub.listDisclosures(question)));
        });
        return shown(environment, known, page -> new PageOf<>(page.getDisclosuresList(), page.getNextPageToken()));
    }

    @DgsData(parentType = "Partnership")
    @Nullable
    DataFetcherResult<PageOf<Evidence>> evidence(DgsDataFetchingEnvironment environment) {
        ListEvidenceRequest.Builder wanted = ListEvidenceRequest.newBuilder()
                .setParent(partnership(environment))
                .setPageSize(Reads.first(environment))
                .setPageToken(Reads.after(environment));
        texts(environment, "states").forEach(state -> wanted.addStates(Wire.value(EvidenceState.class, state)));
        ListEvidenceRequest question = wanted.build();
        Request request = Reads.request(environment);
        Known<ListEvidenceResponse> known = incentives.read(
                request,
                question.getParent(),
                question,
                ListEvidenceResponse.class,
                service -> service.call(request, stub -> stub.listEvidence(question)));
        return shown(
                environment,
                known,
                page -> new PageOf<>(
                        page.getEvidenceList().stream()
                                .map(one -> known != null && known.live()
                                        ? one
                                        : one.toBuilder().clearCallerMay().build())
                                .toList(),
                        page.getNextPageToken()));
    }

    private static CompletableFuture<Outcome<PayPanel>> panel(String partnership, DataFetchingEnvironment environment) {
        if (!isWorthAsking(partnership, environment)) {
            return CompletableFuture.completedFuture(Outcome.absent());
        }
        DataLoader<String, Outcome<PayPanel>> loader =
                Objects.requireNonNull(environment.getDataLoader(PayPanelLoader.NAME));
        return loader.load(partnership);
    }

    /** The scorecard and the portfolio want money for everybody; for whom there is none there it isn't asked for in vain. */
    private static boolean isWorthAsking(String partnership, DataFetchingEnvironment environment) {
        return Reads.request(environment).person().isWorthAsking(Activity.READ_MONEY, partnership);
    }

    private static <A extends Message, R> @Nullable DataFetcherResult<R> shown(
            DataFetchingEnvironment environment, @Nullable Known<A> known, Function<A, R> read) {
        return known == null ? null : Reads.result(environment, known, read.apply(known.value()));
    }

    private static Statement idle(@Nullable Known<?> known, Statement statement) {
        return known != null && known.live()
                ? statement
                : statement.toBuilder().clearCallerMay().build();
    }

    private static Agreement idle(@Nullable Known<?> known, Agreement agreement) {
        return known != null && known.live()
                ? agreement
                : agreement.toBuilder().clearCallerMay().build();
    }

    private static List<String> texts(DataFetchingEnvironment environment, String argument) {
        return Objects.requireNonNullElse(environment.<List<String>>getArgument(argument), List.of());
    }

    private static String partnership(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.<Partnership>getSource()).getName();
    }
}
