package dev.drumbeat.gateway.scorecard;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.graphql.SelectedReads;
import dev.drumbeat.gateway.partnerships.PartnershipLoader;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.proto.kpis.v1.ListPortfolioResponse;
import dev.drumbeat.proto.kpis.v1.PortfolioLine;
import dev.drumbeat.proto.kpis.v1.Scorecard;
import dev.drumbeat.proto.partners.v1.Partnership;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** Reading the portfolio and the pages. */
@DgsComponent
final class ScorecardQueries implements SelectedReads {
    private final Portfolio portfolio;

    ScorecardQueries(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    @DgsQuery
    DataFetcherResult<Known<ListPortfolioResponse>> portfolio(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        Known<ListPortfolioResponse> known = portfolio.find(request, PortfolioQuestion.of(environment));
        return Reads.result(environment, known, known);
    }

    /** Never lost: a line names its partnership even while partners can't be reached. */
    @DgsData(parentType = "PortfolioLine")
    CompletableFuture<@Nullable DataFetcherResult<Partnership>> partnership(DgsDataFetchingEnvironment environment) {
        DataLoader<String, Outcome<Partnership>> loader =
                Objects.requireNonNull(environment.getDataLoader(PartnershipLoader.NAME));
        return loader.load(environment.<PortfolioLine>getSourceOrThrow().getPartnership())
                .thenApply(outcome -> outcome.orFault()
                        .map(known -> Reads.result(environment, known, known.value()))
                        .orElse(null));
    }

    @DgsData(parentType = "Partnership")
    CompletableFuture<@Nullable DataFetcherResult<Known<Scorecard>>> scorecard(DgsDataFetchingEnvironment environment) {
        return load(key(environment.<Partnership>getSourceOrThrow().getName(), environment.getArguments()), environment)
                .thenApply(outcome -> outcome.orFault()
                        .map(known -> Reads.result(environment, known, known))
                        .orElse(null));
    }

    @Override
    public String field() {
        return "scorecard";
    }

    @Override
    public void start(String partnership, Map<String, Object> arguments, DataFetchingEnvironment environment) {
        load(key(partnership, arguments), environment);
    }

    private static ScorecardKey key(String partnership, Map<String, Object> arguments) {
        return new ScorecardKey(partnership, (Instant) arguments.get("asOf"), Reads.periods(arguments.get("periods")));
    }

    private static CompletableFuture<Outcome<Scorecard>> load(ScorecardKey key, DataFetchingEnvironment environment) {
        DataLoader<ScorecardKey, Outcome<Scorecard>> loader =
                Objects.requireNonNull(environment.getDataLoader(ScorecardLoader.NAME));
        return loader.load(key);
    }
}
