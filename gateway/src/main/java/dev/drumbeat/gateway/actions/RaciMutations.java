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
import dev.drumbeat.proto.actions.v1.PublishRaciRequest;
import java.util.Map;

/** Publishing the RACI. */
@DgsComponent
final class RaciMutations {
    private static final Map<String, String> RENAMES = Map.of("activity_id", "slug");

    private final ServiceClient<ActionsServiceFutureStub> actions;

    RaciMutations(ServiceClient<ActionsServiceFutureStub> actions) {
        this.actions = actions;
    }

    @DgsMutation
    Payload publishRaci(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        request.person();
        Input input = Input.of(environment);
        return Mutations.answer(RENAMES, () -> {
            PublishRaciRequest command = PublishRaciRequest.newBuilder()
                    .setPartnership(Names.partnership(input.text("partnership")))
                    .setVersion(input.number("version"))
                    .addAllActivities(ActionInput.activities(input.objects("activities")))
                    .setReviewDate(input.text("reviewDate"))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return Payload.of("raci", actions.call(request, stub -> stub.publishRaci(command)));
        });
    }
}
