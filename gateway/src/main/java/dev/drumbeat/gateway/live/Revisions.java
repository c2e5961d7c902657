package dev.drumbeat.gateway.live;

import com.google.protobuf.Timestamp;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.gateway.services.ServiceFault;
import dev.drumbeat.proto.kpis.v1.BatchGetScorecardsRequest;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceFutureStub;
import dev.drumbeat.proto.kpis.v1.ListPortfolioRequest;
import dev.drumbeat.proto.kpis.v1.ListPortfolioResponse;
import dev.drumbeat.proto.kpis.v1.PortfolioOrder;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** The revisions that scorecards have now, as their person may see them; empty while kpis can't be reached. */
@Component
final class Revisions {
    private static final int AT_ONCE = 100;
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final ServiceClient<KpisServiceFutureStub> kpis;

    Revisions(ServiceClient<KpisServiceFutureStub> kpis) {
        this.kpis = kpis;
    }

    /** Of some. */
    Optional<List<Change>> of(Request request, Set<String> partnerships) {
        List<Change> changes = new ArrayList<>();
        List<String> names = List.copyOf(partnerships);
        try {
            for (int from = 0; from < names.size(); from += AT_ONCE) {
                BatchGetScorecardsRequest question = BatchGetScorecardsRequest.newBuilder()
                        .addAllPartnerships(names.subList(from, Math.min(names.size(), from + AT_ONCE)))
                        .setPeriods(1)
                        .build();
                kpis.call(within(request), stub -> stub.batchGetScorecards(question))
                        .getScorecardsList()
                        .forEach(scorecard -> changes.add(change(
                                scorecard.getName().replace("/scorecard", ""),
                                scorecard.getRevision(),
                                scorecard.getLastDataAt())));
            }
            return Optional.of(changes);
        } catch (ServiceFault fault) {
            return Optional.empty();
        }
    }

    /** Of all that the person is on. */
    Optional<List<Change>> ofAll(Request request) {
        List<Change> changes = new ArrayList<>();
        String pageToken = "";
        try {
            do {
                ListPortfolioRequest question = ListPortfolioRequest.newBuilder()
                        .setOrder(PortfolioOrder.PORTFOLIO_ORDER_NAME)
                        .setPageSize(AT_ONCE)
                        .setPageToken(pageToken)
                        .build();
                ListPortfolioResponse page = kpis.call(within(request), stub -> stub.listPortfolio(question));
                page.getLinesList()
                        .forEach(line ->
                                changes.add(change(line.getPartnership(), line.getRevision(), line.getLastDataAt())));
                pageToken = page.getNextPageToken();
            } while (!pageToken.isEmpty());
            return Optional.of(changes);
        } catch (ServiceFault fault) {
            return Optional.empty();
        }
    }

    private static Request within(Request request) {
        return request.within(Deadline.after(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static Change change(String partnership, long revision, Timestamp at) {
        return new Change(partnership, Source.SCORES, revision, Wire.moment(at));
    }
}
