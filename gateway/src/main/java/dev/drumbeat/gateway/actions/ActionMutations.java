package dev.drumbeat.gateway.actions;

import com.google.common.util.concurrent.ListenableFuture;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Mutations;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.Payload;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.actions.v1.AcceptClosureRequest;
import dev.drumbeat.proto.actions.v1.AcceptOwnerRequest;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc.ActionsServiceFutureStub;
import dev.drumbeat.proto.actions.v1.AddCommentRequest;
import dev.drumbeat.proto.actions.v1.AddEvidenceRequest;
import dev.drumbeat.proto.actions.v1.CompleteStepRequest;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.OpenActionRequest;
import dev.drumbeat.proto.actions.v1.PlanStepsRequest;
import dev.drumbeat.proto.actions.v1.ProposeOwnerRequest;
import dev.drumbeat.proto.actions.v1.RecordContainmentRequest;
import dev.drumbeat.proto.actions.v1.RecordRootCauseRequest;
import dev.drumbeat.proto.actions.v1.VoidActionRequest;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The moves of a corrective action. The service decides; a refusal comes back with its rule and what to do. */
@DgsComponent
final class ActionMutations {
    private static final Map<String, String> RENAMES = Map.of("name", "action");

    private final ServiceClient<ActionsServiceFutureStub> actions;

    ActionMutations(ServiceClient<ActionsServiceFutureStub> actions) {
        this.actions = actions;
    }

    @DgsMutation
    Payload openAction(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> {
                    String partnership = Names.partnership(input.text("partnership"));
                    return OpenActionRequest.newBuilder()
                            .setPartnership(partnership)
                            .setTitle(input.text("title"))
                            .setProblem(input.text("problem"))
                            .setKpi(input.has("kpi") ? Names.kpi(partnership, input.text("kpi")) : "")
                            .setRequestId(input.text("requestId"))
                            .build();
                },
                ActionsServiceFutureStub::openAction);
    }

    @DgsMutation
    Payload proposeOwner(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> ProposeOwnerRequest.newBuilder()
                        .setName(name(input))
                        .setRevision(ActionInput.revision(input))
                        .setOwner(ActionInput.person(input.text("owner"), "owner"))
                        .setDueDate(input.text("dueDate"))
                        .setReason(input.text("reason"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                ActionsServiceFutureStub::proposeOwner);
    }

    @DgsMutation
    Payload acceptOwner(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> AcceptOwnerRequest.newBuilder()
                        .setName(name(input))
                        .setRevision(ActionInput.revision(input))
                        .setRequestId(input.text("requestId"))
                        .build(),
                ActionsServiceFutureStub::acceptOwner);
    }

    @DgsMutation
    Payload recordContainment(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> RecordContainmentRequest.newBuilder()
                        .setName(name(input))
                        .setRevision(ActionInput.revision(input))
                        .setText(input.text("text"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                ActionsServiceFutureStub::recordContainment);
    }

    @DgsMutation
    Payload recordRootCause(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> RecordRootCauseRequest.newBuilder()
                        .setName(name(input))
                        .setRevision(ActionInput.revision(input))
                        .addAllOccurrenceWhys(input.texts("occurrenceWhys"))
                        .addAllEscapeWhys(input.texts("escapeWhys"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                ActionsServiceFutureStub::recordRootCause);
    }

    @DgsMutation
    Payload planSteps(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> PlanStepsRequest.newBuilder()
                        .setName(name(input))
                        .setRevision(ActionInput.revision(input))
                        .addAllSteps(ActionInput.steps(input.objects("steps")))
                        .setRequestId(input.text("requestId"))
                        .build(),
                ActionsServiceFutureStub::planSteps);
    }

    @DgsMutation
    Payload completeStep(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> CompleteStepRequest.newBuilder()
                        .setName(name(input))
                        .setRevision(ActionInput.revision(input))
                        .setStepId(input.text("stepId"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                ActionsServiceFutureStub::completeStep);
    }

    @DgsMutation
    Payload acceptClosure(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> AcceptClosureRequest.newBuilder()
                        .setName(name(input))
                        .setRevision(ActionInput.revision(input))
                        .setRequestId(input.text("requestId"))
                        .build(),
                ActionsServiceFutureStub::acceptClosure);
    }

    @DgsMutation
    Payload voidAction(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> VoidActionRequest.newBuilder()
                        .setName(name(input))
                        .setRevision(ActionInput.revision(input))
                        .setReason(input.text("reason"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                ActionsServiceFutureStub::voidAction);
    }

    @DgsMutation
    Payload commentAction(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> AddCommentRequest.newBuilder()
                        .setName(name(input))
                        .setText(input.text("text"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                ActionsServiceFutureStub::addComment);
    }

    @DgsMutation
    Payload addEvidence(DgsDataFetchingEnvironment environment) {
        return move(
                environment,
                input -> AddEvidenceRequest.newBuilder()
                        .setName(name(input))
                        .setTitle(input.text("title"))
                        .setUrl(input.text("url"))
                        .setRequestId(input.text("requestId"))
                        .build(),
                ActionsServiceFutureStub::addEvidence);
    }

    private <Q> Payload move(
            DgsDataFetchingEnvironment environment,
            Function<Input, Q> decode,
            BiFunction<ActionsServiceFutureStub, Q, ListenableFuture<CorrectiveAction>> rpc) {
        Request request = Reads.request(environment);
        request.person();
        Input input = Input.of(environment);
        return Mutations.answer(RENAMES, () -> {
            Q command = decode.apply(input);
            return Payload.of("action", actions.call(request, stub -> rpc.apply(stub, command)));
        });
    }

    private static String name(Input input) {
        String id = input.text("action");
        return GlobalId.decode("CorrectiveAction", id).orElseThrow(() -> Refusal.notFound(id));
    }
}
