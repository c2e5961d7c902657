package dev.drumbeat.partners.grpc;

import static dev.drumbeat.platform.endpoint.Answers.answer;

import dev.drumbeat.partners.Companies;
import dev.drumbeat.partners.CreatePartnership;
import dev.drumbeat.partners.Directory;
import dev.drumbeat.partners.IngestionTokens;
import dev.drumbeat.partners.Members;
import dev.drumbeat.partners.Partnerships;
import dev.drumbeat.partners.People;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.endpoint.AuditReading;
import dev.drumbeat.platform.grpc.CallerContext;
import dev.drumbeat.platform.grpc.PageTokens;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.platform.identity.IdentityVerifier;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsResponse;
import dev.drumbeat.proto.partners.v1.BatchGetPartnershipsRequest;
import dev.drumbeat.proto.partners.v1.BatchGetPartnershipsResponse;
import dev.drumbeat.proto.partners.v1.Company;
import dev.drumbeat.proto.partners.v1.CreateCompanyRequest;
import dev.drumbeat.proto.partners.v1.CreateIngestionTokenRequest;
import dev.drumbeat.proto.partners.v1.CreateIngestionTokenResponse;
import dev.drumbeat.proto.partners.v1.CreatePartnershipRequest;
import dev.drumbeat.proto.partners.v1.CreatePersonRequest;
import dev.drumbeat.proto.partners.v1.DeactivatePersonRequest;
import dev.drumbeat.proto.partners.v1.GetPartnershipRequest;
import dev.drumbeat.proto.partners.v1.GrantMembershipRequest;
import dev.drumbeat.proto.partners.v1.IngestionToken;
import dev.drumbeat.proto.partners.v1.ListCompaniesRequest;
import dev.drumbeat.proto.partners.v1.ListCompaniesResponse;
import dev.drumbeat.proto.partners.v1.ListIngestionTokensRequest;
import dev.drumbeat.proto.partners.v1.ListIngestionTokensResponse;
import dev.drumbeat.proto.partners.v1.ListMembersRequest;
import dev.drumbeat.proto.partners.v1.ListMembersResponse;
import dev.drumbeat.proto.partners.v1.ListPartnershipsRequest;
import dev.drumbeat.proto.partners.v1.ListPartnershipsResponse;
import dev.drumbeat.proto.partners.v1.ListPeopleRequest;
import dev.drumbeat.proto.partners.v1.ListPeopleResponse;
import dev.drumbeat.proto.partners.v1.Membership;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc;
import dev.drumbeat.proto.partners.v1.Partnership;
import dev.drumbeat.proto.partners.v1.Person;
import dev.drumbeat.proto.partners.v1.ResolveCallerRequest;
import dev.drumbeat.proto.partners.v1.ResolveIngestionTokenRequest;
import dev.drumbeat.proto.partners.v1.RevokeIngestionTokenRequest;
import dev.drumbeat.proto.partners.v1.RevokeMembershipRequest;
import dev.drumbeat.proto.partners.v1.RevokeMembershipResponse;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;

/** Companies, people, partnerships, memberships, tokens and their trail. */
@Singleton
@Bean(typed = PartnersPart.class)
final class DirectoryCalls extends PartnersServiceGrpc.PartnersServiceImplBase implements PartnersPart {
    private static final int SEARCH_MAX_LENGTH = 100;

    private final Directory directory;
    private final Companies companies;
    private final People people;
    private final Partnerships partnerships;
    private final CreatePartnership createPartnership;
    private final Members members;
    private final IngestionTokens tokens;
    private final AuditReading auditReading;

    DirectoryCalls(
            Directory directory,
            Companies companies,
            People people,
            Partnerships partnerships,
            CreatePartnership createPartnership,
            Members members,
            IngestionTokens tokens,
            AuditReading auditReading) {
        this.directory = directory;
        this.companies = companies;
        this.people = people;
        this.partnerships = partnerships;
        this.createPartnership = createPartnership;
        this.members = members;
        this.tokens = tokens;
        this.auditReading = auditReading;
    }

    @Override
    public void resolveCaller(
            ResolveCallerRequest request, StreamObserver<dev.drumbeat.proto.partners.v1.Caller> observer) {
        CallerContext.requireService();
        Caller caller =
                directory.resolve(request.getSubject()).orElseThrow(() -> Refusal.notFound(request.getSubject()));
        answer(observer, Encoding.caller(caller));
    }

    @Override
    public void resolveIngestionToken(
            ResolveIngestionTokenRequest request, StreamObserver<dev.drumbeat.proto.partners.v1.Caller> observer) {
        CallerContext.requireService(IdentityVerifier.GATEWAY);
        answer(observer, Encoding.caller(tokens.resolve(request.getSecret())));
    }

    @Override
    public void createCompany(CreateCompanyRequest request, StreamObserver<Company> observer) {
        answer(
                observer,
                Encoding.company(companies.create(
                        CallerContext.current(),
                        Requests.of(request),
                        request.getCompanyId(),
                        request.getDisplayName(),
                        request.getTimeZone())));
    }

    @Override
    public void listCompanies(ListCompaniesRequest request, StreamObserver<ListCompaniesResponse> observer) {
        PageTokens pages = PageTokens.of(request);
        var page = companies.list(CallerContext.current(), pages.wanted());
        ListCompaniesResponse.Builder response =
                ListCompaniesResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items().forEach(company -> response.addCompanies(Encoding.company(company)));
        answer(observer, response.build());
    }

    @Override
    public void createPerson(CreatePersonRequest request, StreamObserver<Person> observer) {
        answer(
                observer,
                Encoding.person(people.create(
                        CallerContext.current(),
                        Requests.of(request.toBuilder().clearPassword().build()),
                        new People.Wish(
                                request.getPersonId(),
                                request.getDisplayName(),
                                request.getEmail(),
                                companyId(request.getCompany()),
                                request.getPassword(),
                                request.getAdministrator()))));
    }

    @Override
    public void listPeople(ListPeopleRequest request, StreamObserver<ListPeopleResponse> observer) {
        PageTokens pages = PageTokens.of(request);
        var page = people.list(CallerContext.current(), request.getCompany(), pages.wanted());
        ListPeopleResponse.Builder response = ListPeopleResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items().forEach(person -> response.addPeople(Encoding.person(person)));
        answer(observer, response.build());
    }

    @Override
    public void deactivatePerson(DeactivatePersonRequest request, StreamObserver<Person> observer) {
        answer(
                observer,
                Encoding.person(people.deactivate(
                        CallerContext.current(), Requests.of(request), request.getName(), request.getReason())));
    }

    @Override
    public void createPartnership(CreatePartnershipRequest request, StreamObserver<Partnership> observer) {
        Caller caller = CallerContext.current();
        var made = createPartnership.create(
                caller,
                Requests.of(request),
                new CreatePartnership.Wish(
                        request.getPartnershipId(),
                        request.getDisplayName(),
                        request.getOwner(),
                        request.getPartner(),
                        request.getTimeZone(),
                        request.getCurrency(),
                        request.getDataNotice()));
        answer(
                observer,
                Encoding.partnership(partnerships.get(caller, made.value().name())));
    }

    @Override
    public void getPartnership(GetPartnershipRequest request, StreamObserver<Partnership> observer) {
        answer(observer, Encoding.partnership(partnerships.get(CallerContext.current(), request.getName())));
    }

    @Override
    public void batchGetPartnerships(
            BatchGetPartnershipsRequest request, StreamObserver<BatchGetPartnershipsResponse> observer) {
        BatchGetPartnershipsResponse.Builder response = BatchGetPartnershipsResponse.newBuilder();
        partnerships
                .batch(CallerContext.current(), request.getNamesList())
                .forEach(seen -> response.addPartnerships(Encoding.partnership(seen)));
        answer(observer, response.build());
    }

    @Override
    public void listPartnerships(ListPartnershipsRequest request, StreamObserver<ListPartnershipsResponse> observer) {
        Validation validation = new Validation();
        String search = validation.line("search", request.getSearch(), 0, SEARCH_MAX_LENGTH);
        validation.orRefuse();
        PageTokens pages = PageTokens.of(request);
        var page = partnerships.list(CallerContext.current(), search, pages.wanted());
        ListPartnershipsResponse.Builder response =
                ListPartnershipsResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items().forEach(seen -> response.addPartnerships(Encoding.partnership(seen)));
        answer(observer, response.build());
    }

    @Override
    public void grantMembership(GrantMembershipRequest request, StreamObserver<Membership> observer) {
        answer(
                observer,
                Encoding.member(members.grant(
                        CallerContext.current(),
                        Requests.of(request),
                        request.getPartnership(),
                        request.getPerson(),
                        Wire.role("role", request.getRole()))));
    }

    @Override
    public void revokeMembership(RevokeMembershipRequest request, StreamObserver<RevokeMembershipResponse> observer) {
        members.revoke(CallerContext.current(), Requests.of(request), request.getName(), request.getReason());
        answer(observer, RevokeMembershipResponse.getDefaultInstance());
    }

    @Override
    public void listMembers(ListMembersRequest request, StreamObserver<ListMembersResponse> observer) {
        ListMembersResponse.Builder response = ListMembersResponse.newBuilder();
        members.list(CallerContext.current(), request.getPartnership())
                .forEach(member -> response.addMembers(Encoding.member(member)));
        answer(observer, response.build());
    }

    @Override
    public void createIngestionToken(
            CreateIngestionTokenRequest request, StreamObserver<CreateIngestionTokenResponse> observer) {
        IngestionTokens.Made made = tokens.create(
                CallerContext.current(),
                Requests.of(request),
                new IngestionTokens.Wish(
                        request.getPartnership(),
                        request.getDisplayName(),
                        Wire.side("side", request.getSide()),
                        request.getRecordableKpisList()));
        answer(
                observer,
                CreateIngestionTokenResponse.newBuilder()
                        .setIngestionToken(Encoding.token(made.token()))
                        .setSecret(made.secret())
                        .build());
    }

    @Override
    public void listIngestionTokens(
            ListIngestionTokensRequest request, StreamObserver<ListIngestionTokensResponse> observer) {
        PageTokens pages = PageTokens.of(request);
        var page = tokens.list(CallerContext.current(), request.getPartnership(), pages.wanted());
        ListIngestionTokensResponse.Builder response =
                ListIngestionTokensResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items().forEach(token -> response.addIngestionTokens(Encoding.token(token)));
        answer(observer, response.build());
    }

    @Override
    public void revokeIngestionToken(RevokeIngestionTokenRequest request, StreamObserver<IngestionToken> observer) {
        answer(
                observer,
                Encoding.token(tokens.revoke(
                        CallerContext.current(), Requests.of(request), request.getName(), request.getReason())));
    }

    @Override
    public void listAuditEvents(ListAuditEventsRequest request, StreamObserver<ListAuditEventsResponse> observer) {
        answer(observer, auditReading.list(request));
    }

    private static String companyId(String name) {
        if (name.isEmpty()) {
            throw Refusal.invalid("company", "company.required", "Say which company: companies/{company}.");
        }
        return ResourceName.id(name, dev.drumbeat.partners.Company.COLLECTION);
    }
}
