package dev.drumbeat.gateway.scorecard;

import static java.util.stream.Collectors.groupingBy;

import dev.drumbeat.gateway.asker.Asker.Person;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.gateway.services.LastKnown;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.gateway.services.ServiceFault;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.kpis.v1.BatchGetScorecardsRequest;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceFutureStub;
import dev.drumbeat.proto.kpis.v1.Scorecard;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages of partnerships: one in one call, many in one call, and as last known when kpis can't be reached. */
@Component
public final class Scorecards {
    private record Group(@Nullable Instant asOf, int periods) {}

    private final ServiceClient<KpisServiceFutureStub> kpis;
    private final LastKnown lastKnown;
    private final Clock clock;

    Scorecards(ServiceClient<KpisServiceFutureStub> kpis, LastKnown lastKnown, Clock clock) {
        this.kpis = kpis;
        this.lastKnown = lastKnown;
        this.clock = clock;
    }

    Map<ScorecardKey, Outcome<Scorecard>> find(Request request, Set<ScorecardKey> keys) {
        Map<ScorecardKey, Outcome<Scorecard>> found = new HashMap<>();
        keys.stream()
                .collect(groupingBy(key -> new Group(key.asOf(), key.periods())))
                .values()
                .forEach(group -> {
                    if (group.size() == 1) {
                        found.put(group.getFirst(), one(request, group.getFirst()));
                    } else {
                        found.putAll(many(request, group));
                    }
                });
        return found;
    }

    /** Under which a page that this person saw may be shown again; empty when the person is not on the partnership. */
    public static Optional<String> visibility(Person person, String partnership) {
        return person.membership(partnership)
                .map(membership -> partnership + " " + membership.getSide() + " " + membership.getRole());
    }

    Outcome<Scorecard> one(Request request, ScorecardKey key) {
        try {
            Scorecard scorecard = kpis.call(request, stub -> stub.getScorecard(key.question()));
            return Outcome.of(remember(request.person(), key, scorecard));
        } catch (Refusal refusal) {
            if (Reads.isAbsent(refusal)) {
                return Outcome.absent();
            }
            throw refusal;
        } catch (ServiceFault fault) {
            return recall(request.person(), key, fault);
        }
    }

    private Map<ScorecardKey, Outcome<Scorecard>> many(Request request, Collection<ScorecardKey> keys) {
        Map<ScorecardKey, Outcome<Scorecard>> found = new HashMap<>();
        List<ScorecardKey> wanted = List.copyOf(keys);
        try {
            BatchGetScorecardsRequest.Builder question = BatchGetScorecardsRequest.newBuilder()
                    .setPeriods(wanted.getFirst().periods());
            wanted.forEach(key -> question.addPartnerships(key.partnership()));
            Instant asOf = wanted.getFirst().asOf();
            if (asOf != null) {
                question.setAsOf(Wire.timestamp(asOf));
            }
            Map<String, Scorecard> byName = new HashMap<>();
            kpis.call(request, stub -> stub.batchGetScorecards(question.build()))
                    .getScorecardsList()
                    .forEach(scorecard -> byName.put(scorecard.getName(), scorecard));
            for (ScorecardKey key : wanted) {
                Scorecard scorecard = byName.get(key.partnership() + "/scorecard");
                found.put(
                        key,
                        scorecard == null ? Outcome.absent() : Outcome.of(remember(request.person(), key, scorecard)));
            }
        } catch (ServiceFault fault) {
            wanted.forEach(key -> found.put(key, recall(request.person(), key, fault)));
        }
        return found;
    }

    private Known<Scorecard> remember(Person person, ScorecardKey key, Scorecard scorecard) {
        return visibility(person, key.partnership())
                .map(visibility -> lastKnown.remember(visibility, key.question(), scorecard))
                .orElseGet(() -> new Known<>(scorecard, clock.instant(), null));
    }

    private Outcome<Scorecard> recall(Person person, ScorecardKey key, ServiceFault fault) {
        return visibility(person, key.partnership())
                .flatMap(visibility -> lastKnown.recall(visibility, key.question(), Scorecard.class, fault))
                .map(Outcome::of)
                .orElseGet(() -> Outcome.unreachable(fault));
    }
}
