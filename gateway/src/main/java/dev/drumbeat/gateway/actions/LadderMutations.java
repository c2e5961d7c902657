package dev.drumbeat.gateway.actions;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Mutations;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.Payload;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.proto.actions.v1.ActionsServiceGrpc.ActionsServiceFutureStub;
import dev.drumbeat.proto.actions.v1.ChangeEscalationLadderRequest;
import java.util.Map;

/** Changing the escalation ladder. */
@DgsComponent
final class LadderMutations {
    private final ServiceClient<ActionsServiceFutureStub> actions;

    LadderMutations(ServiceClient<ActionsServiceFutureStub> actions) {
        this.actions = actions;
    }

    @DgsMutation
    Payload changeEscalationLadder(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        request.person();
        Input input = Input.of(environment);
        return Mutations.answer(Map.of(), () -> {
            ChangeEscalationLadderRequest command = ChangeEscalationLadderRequest.newBuilder()
                    .setPartnership(Names.partnership(input.text("partnership")))
                    .setRevision(ActionInput.revision(input))
                    .setUnownedOpsHours(input.number("unownedOpsHours"))
                    .setUnownedLeadersHours(input.number("unownedLeadersHours"))
                    .setOverdueLeadersDays(input.number("overdueLeadersDays"))
                    .setOverduePortfolioDays(input.number("overduePortfolioDays"))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return Payload.of("escalationLadder", actions.call(request, stub -> stub.changeEscalationLadder(command)));
        });
    }
}
