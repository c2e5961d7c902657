package dev.drumbeat.gateway.incentives;

import com.google.protobuf.Message;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.scorecard.Scorecards;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.gateway.services.LastKnown;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.gateway.services.ServiceFault;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.incentives.v1.BatchGetProjectionsRequest;
import dev.drumbeat.proto.incentives.v1.BatchGetProjectionsResponse;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc.IncentivesServiceFutureStub;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers of incentives as they are, and as last known while it can't be reached. Who may not read money is answered like somebody
 * for whom there is nothing; what was last known was known for a role of a side and is shown to nobody else.
 */
@Component
final class PayReads {
    private static final int AT_ONCE = 100;

    private final ServiceClient<IncentivesServiceFutureStub> incentives;
    private final LastKnown lastKnown;
    private final Clock clock;

    PayReads(ServiceClient<IncentivesServiceFutureStub> incentives, LastKnown lastKnown, Clock clock) {
        this.incentives = incentives;
        this.lastKnown = lastKnown;
        this.clock = clock;
    }

    /** An answer about one partnership; null when there is none that the asker may see. */
    <A extends Message> @Nullable Known<A> read(
            Request request,
            String partnership,
            Message question,
            Class<A> type,
            Function<ServiceClient<IncentivesServiceFutureStub>, A> read) {
        return Reads.orNull(() -> Scorecards.visibility(request.person(), partnership)
                .map(visibility -> lastKnown.read(visibility, question, type, () -> read.apply(incentives)))
                .orElseGet(() -> new Known<>(read.apply(incentives), clock.instant(), null)));
    }

    /** What is not worth remembering: previews, simulations, verifications. */
    <A> @Nullable A live(Function<ServiceClient<IncentivesServiceFutureStub>, A> read) {
        return Reads.orNull(() -> read.apply(incentives));
    }

    /** One line for each partnership and currency, a hundred partnerships in one call; absent where money may not be read. */
    Map<String, Outcome<BatchGetProjectionsResponse>> projections(Request request, Collection<String> partnerships) {
        Map<String, Outcome<BatchGetProjectionsResponse>> found = new HashMap<>();
        List<String> wanted = new ArrayList<>(partnerships);
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<String> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
            try {
                found.putAll(projectionsNow(request, some));
            } catch (ServiceFault fault) {
                some.forEach(name -> found.put(name, recall(request, name, fault)));
            } catch (Refusal refusal) {
                if (!Reads.isAbsent(refusal)) {
                    throw refusal;
                }
                some.forEach(name -> found.put(name, Outcome.absent()));
            }
        }
        return found;
    }

    private Map<String, Outcome<BatchGetProjectionsResponse>> projectionsNow(Request request, List<String> names) {
        BatchGetProjectionsRequest question = BatchGetProjectionsRequest.newBuilder()
                .addAllPartnerships(names)
                .build();
        Map<String, BatchGetProjectionsResponse> lines =
                incentives.call(request, stub -> stub.batchGetProjections(question)).getProjectionsList().stream()
                        .collect(Collectors.toMap(
                                line -> line.getPartnership(),
                                line -> BatchGetProjectionsResponse.newBuilder()
                                        .addProjections(line)
                                        .build(),
                                (one, other) -> one.toBuilder()
                                        .addAllProjections(other.getProjectionsList())
                                        .build()));
        Map<String, Outcome<BatchGetProjectionsResponse>> found = new HashMap<>();
        names.forEach(name -> found.put(name, remember(request, name, lines.get(name))));
        return found;
    }

    private Outcome<BatchGetProjectionsResponse> remember(
            Request request, String partnership, @Nullable BatchGetProjectionsResponse lines) {
        return lines == null
                ? Outcome.absent()
                : Outcome.of(Scorecards.visibility(request.person(), partnership)
                        .map(visibility -> lastKnown.remember(visibility, question(partnership), lines))
                        .orElseGet(() -> new Known<>(lines, clock.instant(), null)));
    }

    private Outcome<BatchGetProjectionsResponse> recall(Request request, String partnership, ServiceFault fault) {
        return Scorecards.visibility(request.person(), partnership)
                .flatMap(visibility ->
                        lastKnown.recall(visibility, question(partnership), BatchGetProjectionsResponse.class, fault))
                .map(Outcome::of)
                .orElseGet(() -> Outcome.unreachable(fault));
    }

    private static BatchGetProjectionsRequest question(String partnership) {
        return BatchGetProjectionsRequest.newBuilder()
                .addPartnerships(partnership)
                .build();
    }
}
