package dev.drumbeat.gateway.invitations;

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
import dev.drumbeat.proto.partners.v1.InvitePersonRequest;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceFutureStub;
import dev.drumbeat.proto.partners.v1.RenewPasswordLinkRequest;
import java.util.Map;

/** Inviting somebody, and sending another link. */
@DgsComponent
final class InvitationMutations {
    private final ServiceClient<PartnersServiceFutureStub> partners;

    InvitationMutations(ServiceClient<PartnersServiceFutureStub> partners) {
        this.partners = partners;
    }

    @DgsMutation
    Payload invitePerson(DgsDataFetchingEnvironment environment) {
        Input input = Input.of(environment);
        Request request = request(environment);
        return Mutations.answer(Map.of("person_id", "slug"), () -> {
            InvitePersonRequest command = InvitePersonRequest.newBuilder()
                    .setPersonId(input.text("slug"))
                    .setDisplayName(input.text("displayName"))
                    .setEmail(input.text("email"))
                    .setCompany(Names.company(input.text("company")))
                    .setAdministrator(input.flag("administrator"))
                    .setRequestId(input.text("requestId"))
                    .build();
            var invited = partners.call(request, stub -> stub.invitePerson(command));
            return Payload.of(Map.of("person", invited.getPerson(), "delivery", invited.getDelivery()));
        });
    }

    @DgsMutation
    Payload renewPasswordLink(DgsDataFetchingEnvironment environment) {
        Input input = Input.of(environment);
        Request request = request(environment);
        return Mutations.answer(Map.of("name", "person"), () -> {
            RenewPasswordLinkRequest command = RenewPasswordLinkRequest.newBuilder()
                    .setPerson(Names.person(input.text("person")))
                    .setRequestId(input.text("requestId"))
                    .build();
            var renewed = partners.call(request, stub -> stub.renewPasswordLink(command));
            return Payload.of(Map.of("person", renewed.getPerson(), "delivery", renewed.getDelivery()));
        });
    }

    private static Request request(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        request.person();
        return request;
    }
}
