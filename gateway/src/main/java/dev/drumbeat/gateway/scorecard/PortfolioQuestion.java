package dev.drumbeat.gateway.scorecard;

import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.kpis.v1.ListPortfolioRequest;
import dev.drumbeat.proto.kpis.v1.PortfolioOrder;
import dev.drumbeat.proto.kpis.v1.Status;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The portfolio's arguments in the contract's words. */
final class PortfolioQuestion {
    private PortfolioQuestion() {}

    static ListPortfolioRequest of(DataFetchingEnvironment environment) {
        ListPortfolioRequest.Builder question = ListPortfolioRequest.newBuilder()
                .setOrder(Wire.value(PortfolioOrder.class, environment.getArgumentOrDefault("order", "WORST_FIRST")))
                .setSearch(Objects.requireNonNullElse(environment.<String>getArgument("search"), ""))
                .setPageSize(Reads.first(environment))
                .setPageToken(Reads.after(environment));
        List<String> statuses = environment.getArgument("statuses");
        if (statuses != null) {
            statuses.forEach(status -> question.addStatuses(Wire.value(Status.class, status)));
        }
        Instant asOf = environment.getArgument("asOf");
        if (asOf != null) {
            question.setAsOf(Wire.timestamp(asOf));
        }
        return question.build();
    }
}
