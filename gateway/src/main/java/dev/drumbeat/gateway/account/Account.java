package dev.drumbeat.gateway.account;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Mutations;
import dev.drumbeat.gateway.graphql.Payload;
import dev.drumbeat.gateway.graphql.Reads;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.partners.v1.EndSessionsRequest;
import dev.drumbeat.proto.partners.v1.ListSessionsRequest;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceFutureStub;
import dev.drumbeat.proto.partners.v1.Session;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Where the viewer is signed in, and how they end it. What is ended here is over everywhere two seconds later. */
@DgsComponent
final class Account {
    private final ServiceClient<PartnersServiceFutureStub> partners;

    Account(ServiceClient<PartnersServiceFutureStub> partners) {
        this.partners = partners;
    }

    @DgsData(parentType = "Viewer")
    List<Session> sessions(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        request.person();
        ListSessionsRequest question = ListSessionsRequest.newBuilder()
                .setCurrentSessionSecret(current(request))
                .build();
        return partners.call(request, stub -> stub.listSessions(question)).getSessionsList();
    }

    @DgsMutation
    Payload endSession(DgsDataFetchingEnvironment environment) {
        Input input = Input.of(environment);
        return end(environment, () -> {
            String id = input.text("session");
            return GlobalId.decode("Session", id).orElseThrow(() -> Refusal.notFound(id));
        });
    }

    @DgsMutation
    Payload endOtherSessions(DgsDataFetchingEnvironment environment) {
        return end(environment, () -> "");
    }

    private Payload end(DgsDataFetchingEnvironment environment, Supplier<String> name) {
        Request request = Reads.request(environment);
        request.person();
        String requestId = Input.of(environment).text("requestId");
        return Mutations.answer(Map.of("name", "session"), () -> {
            EndSessionsRequest command = EndSessionsRequest.newBuilder()
                    .setName(name.get())
                    .setCurrentSessionSecret(current(request))
                    .setRequestId(requestId)
                    .build();
            partners.call(request, stub -> stub.endSessions(command));
            return Payload.done();
        });
    }

    private static String current(Request request) {
        return Objects.requireNonNullElse(request.sessionSecret(), "");
    }
}
