package dev.drumbeat.gateway.actions;

import com.google.protobuf.Message;
import dev.drumbeat.gateway.asker.Asker.Person;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.scorecard.Scorecards;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.gateway.services.LastKnown;
import dev.drumbeat.gateway.services.Outcome;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.gateway.services.ServiceFault;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.actions.v1.ActionCounts;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc.ActionsServiceFutureStub;
import dev.drumbeat.proto.actions.v1.BatchGetActionCountsRequest;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.EscalationLadder;
import dev.drumbeat.proto.actions.v1.GetActionRequest;
import dev.drumbeat.proto.actions.v1.GetEscalationLadderRequest;
import dev.drumbeat.proto.actions.v1.GetRaciRequest;
import dev.drumbeat.proto.actions.v1.ListActionsRequest;
import dev.drumbeat.proto.actions.v1.ListActionsResponse;
import dev.drumbeat.proto.actions.v1.ListMyActionsRequest;
import dev.drumbeat.proto.actions.v1.ListMyActionsResponse;
import dev.drumbeat.proto.actions.v1.Raci;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Corrective actions and the RACI as they are, and as last known while actions can't be reached: then nothing may be done. */
@Component
final class ActionReads {
    private static final int AT_ONCE = 100;

    private final ServiceClient<ActionsServiceFutureStub> actions;
    private final LastKnown lastKnown;
    private final Clock clock;

    ActionReads(ServiceClient<ActionsServiceFutureStub> actions, LastKnown lastKnown, Clock clock) {
        this.actions = actions;
        this.lastKnown = lastKnown;
        this.clock = clock;
    }

    Outcome<ListActionsResponse> list(Request request, ListActionsRequest question) {
        return idle(
                read(
                        request,
                        question.getParent(),
                        question,
                        ListActionsResponse.class,
                        () -> actions.call(request, stub -> stub.listActions(question))),
                page -> page.toBuilder()
                        .clearActions()
                        .addAllActions(idle(page.getActionsList()))
                        .build());
    }

    Outcome<CorrectiveAction> one(Request request, GetActionRequest question) {
        return idle(
                read(
                        request,
                        Names.partnershipOf(question.getName()),
                        question,
                        CorrectiveAction.class,
                        () -> actions.call(request, stub -> stub.getAction(question))),
                ActionReads::idle);
    }

    CorrectiveAction live(Request request, String name) {
        GetActionRequest question = GetActionRequest.newBuilder().setName(name).build();
        return actions.call(request, stub -> stub.getAction(question));
    }

    Outcome<Raci> raci(Request request, String partnership) {
        GetRaciRequest question =
                GetRaciRequest.newBuilder().setPartnership(partnership).build();
        return read(
                request,
                partnership,
                question,
                Raci.class,
                () -> actions.call(request, stub -> stub.getRaci(question)));
    }

    Outcome<EscalationLadder> ladder(Request request, String partnership) {
        GetEscalationLadderRequest question = GetEscalationLadderRequest.newBuilder()
                .setPartnership(partnership)
                .build();
        return read(
                request,
                partnership,
                question,
                EscalationLadder.class,
                () -> actions.call(request, stub -> stub.getEscalationLadder(question)));
    }

    /** Those of the asker, without those of partnerships that were left since they were last known. */
    Outcome<ListActionsResponse> mine(Request request, ListMyActionsRequest question) {
        Person person = request.person();
        try {
            Known<ListMyActionsResponse> known = lastKnown.read(
                    person.subject(),
                    question,
                    ListMyActionsResponse.class,
                    () -> actions.call(request, stub -> stub.listMyActions(question)));
            List<CorrectiveAction> all = known.value().getActionsList();
            ListActionsResponse page = ListActionsResponse.newBuilder()
                    .addAllActions(known.live() ? all : idle(ofMember(person, all)))
                    .setNextPageToken(known.value().getNextPageToken())
                    .build();
            return Outcome.of(new Known<>(page, known.at(), known.fault()));
        } catch (ServiceFault fault) {
            return Outcome.unreachable(fault);
        }
    }

    /** Counts of many partnerships, a hundred in one call. */
    Map<String, Outcome<ActionCounts>> counts(Request request, Collection<String> partnerships) {
        Map<String, Outcome<ActionCounts>> found = new HashMap<>();
        List<String> wanted = new ArrayList<>(partnerships);
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<String> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
            BatchGetActionCountsRequest question = BatchGetActionCountsRequest.newBuilder()
                    .addAllPartnerships(some)
                    .build();
            try {
                actions.call(request, stub -> stub.batchGetActionCounts(question))
                        .getCountsList()
                        .forEach(counts -> found.put(
                                counts.getPartnership(),
                                read(request, counts.getPartnership(), of(counts), ActionCounts.class, () -> counts)));
            } catch (ServiceFault fault) {
                some.forEach(name -> found.put(name, recall(request, name, fault)));
            }
        }
        partnerships.forEach(name -> found.putIfAbsent(name, Outcome.absent()));
        return found;
    }

    private Outcome<ActionCounts> recall(Request request, String partnership, ServiceFault fault) {
        return read(
                request,
                partnership,
                of(ActionCounts.newBuilder().setPartnership(partnership).build()),
                ActionCounts.class,
                () -> {
                    throw fault;
                });
    }

    private static BatchGetActionCountsRequest of(ActionCounts counts) {
        return BatchGetActionCountsRequest.newBuilder()
                .addPartnerships(counts.getPartnership())
                .build();
    }

    private <A extends Message> Outcome<A> read(
            Request request, String partnership, Message question, Class<A> type, Supplier<A> service) {
        try {
            return Outcome.of(Scorecards.visibility(request.person(), partnership)
                    .map(visibility -> lastKnown.read(visibility, question, type, service))
                    .orElseGet(() -> new Known<>(service.get(), clock.instant(), null)));
        } catch (Refusal refusal) {
            if (Reads.isAbsent(refusal)) {
                return Outcome.absent();
            }
            throw refusal;
        } catch (ServiceFault fault) {
            return Outcome.unreachable(fault);
        }
    }

    /** What was last known was known for everybody of a role: what one person might do with it is left out. */
    private static <A> Outcome<A> idle(Outcome<A> outcome, java.util.function.UnaryOperator<A> idle) {
        Known<A> known = outcome.known();
        return known == null || known.live()
                ? outcome
                : Outcome.of(new Known<>(idle.apply(known.value()), known.at(), known.fault()));
    }

    private static List<CorrectiveAction> idle(List<CorrectiveAction> actions) {
        return actions.stream().map(ActionReads::idle).toList();
    }

    private static CorrectiveAction idle(CorrectiveAction action) {
        return action.toBuilder().clearCallerMay().build();
    }

    private static List<CorrectiveAction> ofMember(Person person, List<CorrectiveAction> actions) {
        return actions.stream()
                .filter(action ->
                        person.membership(Names.partnershipOf(action.getName())).isPresent())
                .toList();
    }
}
