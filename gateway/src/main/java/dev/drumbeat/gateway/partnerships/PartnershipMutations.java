package dev.drumbeat.gateway.partnerships;

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
import dev.drumbeat.gateway.signin.Sessions;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.common.v1.Role;
import dev.drumbeat.proto.common.v1.Side;
import dev.drumbeat.proto.partners.v1.ChangePasswordRequest;
import dev.drumbeat.proto.partners.v1.CreateCompanyRequest;
import dev.drumbeat.proto.partners.v1.CreateIngestionTokenRequest;
import dev.drumbeat.proto.partners.v1.CreatePartnershipRequest;
import dev.drumbeat.proto.partners.v1.CreatePersonRequest;
import dev.drumbeat.proto.partners.v1.DeactivatePersonRequest;
import dev.drumbeat.proto.partners.v1.GrantMembershipRequest;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceFutureStub;
import dev.drumbeat.proto.partners.v1.RevokeIngestionTokenRequest;
import dev.drumbeat.proto.partners.v1.RevokeMembershipRequest;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Changing companies, people, partnerships and tokens. */
@DgsComponent
final class PartnershipMutations {
    private static final Map<String, String> NEW_COMPANY = Map.of("company_id", "slug");
    private static final Map<String, String> NEW_PERSON = Map.of("person_id", "slug");
    private static final Map<String, String> NEW_PARTNERSHIP = Map.of("partnership_id", "slug");

    private final ServiceClient<PartnersServiceFutureStub> partners;
    private final Sessions sessions;

    PartnershipMutations(ServiceClient<PartnersServiceFutureStub> partners, Sessions sessions) {
        this.partners = partners;
        this.sessions = sessions;
    }

    @DgsMutation
    Payload changePassword(DgsDataFetchingEnvironment environment) {
        Input input = Input.of(environment);
        Request request = request(environment);
        return answer(request, Map.of(), () -> {
            partners.call(
                    request,
                    stub -> stub.changePassword(ChangePasswordRequest.newBuilder()
                            .setCurrentPassword(input.text("currentPassword"))
                            .setNewPassword(input.text("newPassword"))
                            .setRequestId(input.text("requestId"))
                            .setKeptSessionSecret(Objects.requireNonNullElse(request.sessionSecret(), ""))
                            .build()));
            return Payload.done();
        });
    }

    @DgsMutation
    Payload createCompany(DgsDataFetchingEnvironment environment) {
        Input input = Input.of(environment);
        Request request = request(environment);
        CreateCompanyRequest command = CreateCompanyRequest.newBuilder()
                .setCompanyId(input.text("slug"))
                .setDisplayName(input.text("displayName"))
                .setTimeZone(input.text("timeZone"))
                .setRequestId(input.text("requestId"))
                .build();
        return answer(
                request,
                NEW_COMPANY,
                () -> Payload.of("company", partners.call(request, stub -> stub.createCompany(command))));
    }

    @DgsMutation
    Payload createPerson(DgsDataFetchingEnvironment environment) {
        Input input = Input.of(environment);
        Request request = request(environment);
        return answer(request, NEW_PERSON, () -> {
            CreatePersonRequest command = CreatePersonRequest.newBuilder()
                    .setPersonId(input.text("slug"))
                    .setDisplayName(input.text("displayName"))
                    .setEmail(input.text("email"))
                    .setCompany(Names.company(input.text("company")))
                    .setPassword(input.text("password"))
                    .setAdministrator(input.flag("administrator"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return Payload.of("person", partners.call(request, stub -> stub.createPerson(command)));
        });
    }

    @DgsMutation
    Payload deactivatePerson(DgsDataFetchingEnvironment environment) {
        Input input = Input.of(environment);
        Request request = request(environment);
        return answer(request, Map.of("name", "person"), () -> {
            DeactivatePersonRequest command = DeactivatePersonRequest.newBuilder()
                    .setName(Names.person(input.text("person")))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return Payload.of("person", partners.call(request, stub -> stub.deactivatePerson(command)));
        });
    }

    @DgsMutation
    Payload createPartnership(DgsDataFetchingEnvironment environment) {
        Input input = Input.of(environment);
        Request request = request(environment);
        return answer(request, NEW_PARTNERSHIP, () -> {
            CreatePartnershipRequest command = CreatePartnershipRequest.newBuilder()
                    .setPartnershipId(input.text("slug"))
                    .setDisplayName(input.text("displayName"))
                    .setOwner(Names.company(input.text("owner")))
                    .setPartner(Names.company(input.text("partner")))
                    .setTimeZone(input.text("timeZone"))
                    .setCurrency(input.text("currency"))
                    .setDataNotice(input.text("dataNotice"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return Payload.of("partnership", partners.call(request, stub -> stub.createPartnership(command)));
        });
    }

    @DgsMutation
    Payload grantMembership(DgsDataFetchingEnvironment environment) {
        Input input = Input.of(environment);
        Request request = request(environment);
        return answer(request, Map.of(), () -> {
            GrantMembershipRequest command = GrantMembershipRequest.newBuilder()
                    .setPartnership(Names.partnership(input.text("partnership")))
                    .setPerson(Names.person(input.text("person")))
                    .setRole(input.value("role", Role.class))
                    .setRequestId(input.text("requestId"))
                    .build();
            return Payload.of("member", partners.call(request, stub -> stub.grantMembership(command)));
        });
    }

    @DgsMutation
    Payload revokeMembership(DgsDataFetchingEnvironment environment) {
        Input input = Input.of(environment);
        Request request = request(environment);
        return answer(request, Map.of("name", "person"), () -> {
            String person = Names.person(input.text("person"));
            RevokeMembershipRequest command = RevokeMembershipRequest.newBuilder()
                    .setName(Names.partnership(input.text("partnership"))
                            + "/members"
                            + person.substring(person.indexOf('/')))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            partners.call(request, stub -> stub.revokeMembership(command));
            return Payload.done();
        });
    }

    @DgsMutation
    Payload createIngestionToken(DgsDataFetchingEnvironment environment) {
        Input input = Input.of(environment);
        Request request = request(environment);
        return answer(request, Map.of("recordable_kpis", "kpis"), () -> {
            String partnership = Names.partnership(input.text("partnership"));
            CreateIngestionTokenRequest command = CreateIngestionTokenRequest.newBuilder()
                    .setPartnership(partnership)
                    .setDisplayName(input.text("displayName"))
                    .setSide(input.value("side", Side.class))
                    .addAllRecordableKpis(Names.kpis(partnership, input.texts("kpis")))
                    .setRequestId(input.text("requestId"))
                    .build();
            var created = partners.call(request, stub -> stub.createIngestionToken(command));
            return Payload.of(Map.of("token", created.getIngestionToken(), "secret", created.getSecret()));
        });
    }

    @DgsMutation
    Payload revokeIngestionToken(DgsDataFetchingEnvironment environment) {
        Input input = Input.of(environment);
        Request request = request(environment);
        return answer(request, Map.of("name", "token"), () -> {
            String id = input.text("token");
            RevokeIngestionTokenRequest command = RevokeIngestionTokenRequest.newBuilder()
                    .setName(GlobalId.decode("IngestionToken", id).orElseThrow(() -> Refusal.notFound(id)))
                    .setReason(input.text("reason"))
                    .setRequestId(input.text("requestId"))
                    .build();
            return Payload.of("token", partners.call(request, stub -> stub.revokeIngestionToken(command)));
        });
    }

    /** What the session says of its person may have changed, so partners is asked anew afterwards. */
    private Payload answer(Request request, Map<String, String> renames, Supplier<Payload> mutation) {
        try {
            return Mutations.answer(renames, mutation);
        } finally {
            if (request.sessionSecret() != null) {
                sessions.refresh(request.sessionSecret());
            }
        }
    }

    /** Only people change something here. */
    private static Request request(DgsDataFetchingEnvironment environment) {
        Request request = Reads.request(environment);
        request.person();
        return request;
    }
}
