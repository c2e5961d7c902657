package dev.drumbeat.gateway.house;

import com.google.protobuf.Timestamp;
import dev.drumbeat.proto.common.v1.Activity;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsResponse;
import dev.drumbeat.proto.common.v1.Role;
import dev.drumbeat.proto.common.v1.Side;
import dev.drumbeat.proto.partners.v1.BatchGetPartnershipsRequest;
import dev.drumbeat.proto.partners.v1.BatchGetPartnershipsResponse;
import dev.drumbeat.proto.partners.v1.Caller;
import dev.drumbeat.proto.partners.v1.CallerMembership;
import dev.drumbeat.proto.partners.v1.ChangePasswordRequest;
import dev.drumbeat.proto.partners.v1.Company;
import dev.drumbeat.proto.partners.v1.CreateCompanyRequest;
import dev.drumbeat.proto.partners.v1.CreateIngestionTokenRequest;
import dev.drumbeat.proto.partners.v1.CreateIngestionTokenResponse;
import dev.drumbeat.proto.partners.v1.CreatePartnershipRequest;
import dev.drumbeat.proto.partners.v1.CreatePersonRequest;
import dev.drumbeat.proto.partners.v1.DeactivatePersonRequest;
import dev.drumbeat.proto.partners.v1.EndSessionRequest;
import dev.drumbeat.proto.partners.v1.EndSessionResponse;
import dev.drumbeat.proto.partners.v1.EndSessionsRequest;
import dev.drumbeat.proto.partners.v1.EndSessionsResponse;
import dev.drumbeat.proto.partners.v1.GetPasswordLinkRequest;
import dev.drumbeat.proto.partners.v1.GrantMembershipRequest;
import dev.drumbeat.proto.partners.v1.IngestionToken;
import dev.drumbeat.proto.partners.v1.InvitePersonRequest;
import dev.drumbeat.proto.partners.v1.InvitePersonResponse;
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
import dev.drumbeat.proto.partners.v1.ListSessionsRequest;
import dev.drumbeat.proto.partners.v1.ListSessionsResponse;
import dev.drumbeat.proto.partners.v1.Membership;
import dev.drumbeat.proto.partners.v1.OpenSessionRequest;
import dev.drumbeat.proto.partners.v1.OpenSessionResponse;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceImplBase;
import dev.drumbeat.proto.partners.v1.Partnership;
import dev.drumbeat.proto.partners.v1.PasswordLink;
import dev.drumbeat.proto.partners.v1.PasswordLinkDelivery;
import dev.drumbeat.proto.partners.v1.Person;
import dev.drumbeat.proto.partners.v1.RenewPasswordLinkRequest;
import dev.drumbeat.proto.partners.v1.RenewPasswordLinkResponse;
import dev.drumbeat.proto.partners.v1.RequestPasswordResetRequest;
import dev.drumbeat.proto.partners.v1.RequestPasswordResetResponse;
import dev.drumbeat.proto.partners.v1.ResolveIngestionTokenRequest;
import dev.drumbeat.proto.partners.v1.ResolveSessionRequest;
import dev.drumbeat.proto.partners.v1.RevokeIngestionTokenRequest;
import dev.drumbeat.proto.partners.v1.RevokeMembershipRequest;
import dev.drumbeat.proto.partners.v1.RevokeMembershipResponse;
import dev.drumbeat.proto.partners.v1.Session;
import dev.drumbeat.proto.partners.v1.SetPasswordRequest;
import dev.drumbeat.proto.partners.v1.SetPasswordResponse;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** People, partnerships and sessions from memory. */
public class FakePartners extends PartnersServiceImplBase {
    public static final String PASSWORD = "correct horse battery";
    /** The secret of a link to a password. */
    public static final String LINK = "link-secret";

    public static final String TOKEN = "token-secret";

    private final Map<String, Caller> people = new ConcurrentHashMap<>();
    private final Map<String, Caller> original = new ConcurrentHashMap<>();
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger nextSession = new AtomicInteger();

    FakePartners() {
        put(person("ana", "acme", Side.SIDE_OWNER, Role.ROLE_OPS, "alpha", "beta"));
        put(person("leo", "acme", Side.SIDE_OWNER, Role.ROLE_LEADER, "alpha", "beta"));
        put(person("pia", "alpha-parts", Side.SIDE_PARTNER, Role.ROLE_OPS, "alpha"));
        put(person("gus", "gamma-parts", Side.SIDE_PARTNER, Role.ROLE_OPS, "gamma"));
        put(person("adam", "acme", Side.SIDE_OWNER, Role.ROLE_OPS).toBuilder()
                .setAdministrator(true)
                .build());
        String[] fifty = new String[50];
        for (int i = 0; i < fifty.length; i++) {
            fifty[i] = "many-%02d".formatted(i);
        }
        put(person("max", "acme", Side.SIDE_OWNER, Role.ROLE_OPS, fifty));
    }

    public void revoke(String person, String partnership) {
        people.computeIfPresent("people/" + person, (name, caller) -> {
            Caller.Builder less = caller.toBuilder().clearMemberships();
            caller.getMembershipsList().stream()
                    .filter(membership -> !membership.getPartnership().equals("partnerships/" + partnership))
                    .forEach(less::addMemberships);
            return less.build();
        });
    }

    /** On everything that they were on in the beginning. */
    public void restore(String person) {
        people.put("people/" + person, Objects.requireNonNull(original.get("people/" + person)));
    }

    public void endAllSessions() {
        sessions.clear();
    }

    boolean isOn(String subject, String partnership) {
        return memberships(subject).stream()
                .anyMatch(membership -> membership.getPartnership().equals(partnership));
    }

    List<CallerMembership> memberships(String subject) {
        return subject.startsWith("tokens/")
                ? person("ana", "acme", Side.SIDE_OWNER, Role.ROLE_OPS, "alpha").getMembershipsList()
                : Objects.requireNonNull(people.get(subject)).getMembershipsList();
    }

    @Override
    public void openSession(OpenSessionRequest request, StreamObserver<OpenSessionResponse> answer) {
        answer(answer, () -> {
            if (request.getEmail().startsWith("locked@")) {
                throw Refused.tooManyAttempts(7);
            }
            Caller caller = people.get("people/" + request.getEmail().replaceFirst("@.*", ""));
            if (caller == null || !request.getPassword().equals(PASSWORD)) {
                throw Refused.unauthenticated();
            }
            String secret = "secret-" + nextSession.incrementAndGet();
            sessions.put(secret, caller.getSubject());
            return OpenSessionResponse.newBuilder()
                    .setSecret(secret)
                    .setCaller(caller)
                    .setExpiresAt(
                            Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond() + 8 * 3_600))
                    .build();
        });
    }

    @Override
    public void resolveSession(ResolveSessionRequest request, StreamObserver<Caller> answer) {
        answer(answer, () -> {
            String subject = sessions.get(request.getSecret());
            if (subject == null) {
                throw Refused.unauthenticated();
            }
            return Objects.requireNonNull(people.get(subject));
        });
    }

    @Override
    public void endSession(EndSessionRequest request, StreamObserver<EndSessionResponse> answer) {
        sessions.remove(request.getSecret());
        answer(answer, EndSessionResponse::getDefaultInstance);
    }

    @Override
    public void resolveIngestionToken(ResolveIngestionTokenRequest request, StreamObserver<Caller> answer) {
        answer(answer, () -> {
            if (!request.getSecret().equals(TOKEN)) {
                throw Refused.unauthenticated();
            }
            return Caller.newBuilder()
                    .setSubject("tokens/t1")
                    .setCompany("companies/acme")
                    .addMemberships(membership("alpha", Side.SIDE_OWNER, Role.ROLE_UNSPECIFIED))
                    .build();
        });
    }

    @Override
    public void batchGetPartnerships(
            BatchGetPartnershipsRequest request, StreamObserver<BatchGetPartnershipsResponse> answer) {
        String subject = Objects.requireNonNull(FakeServer.SUBJECT.get());
        answer(answer, () -> {
            BatchGetPartnershipsResponse.Builder found = BatchGetPartnershipsResponse.newBuilder();
            memberships(subject).stream()
                    .filter(membership -> request.getNamesList().contains(membership.getPartnership()))
                    .forEach(membership -> found.addPartnerships(partnership(membership)));
            return found.build();
        });
    }

    @Override
    public void listSessions(ListSessionsRequest request, StreamObserver<ListSessionsResponse> answer) {
        answer(
                answer,
                () -> ListSessionsResponse.newBuilder()
                        .addSessions(Session.newBuilder()
                                .setName("sessions/here")
                                .setBrowser("Firefox")
                                .setCurrent(!request.getCurrentSessionSecret().isEmpty()))
                        .build());
    }

    @Override
    public void endSessions(EndSessionsRequest request, StreamObserver<EndSessionsResponse> answer) {
        answer(answer, EndSessionsResponse::getDefaultInstance);
    }

    @Override
    public void invitePerson(InvitePersonRequest request, StreamObserver<InvitePersonResponse> answer) {
        answer(
                answer,
                () -> InvitePersonResponse.newBuilder()
                        .setPerson(person(request.getPersonId(), last(request.getCompany())))
                        .setDelivery(PasswordLinkDelivery.newBuilder().setPath("/welcome#" + LINK))
                        .build());
    }

    @Override
    public void renewPasswordLink(RenewPasswordLinkRequest request, StreamObserver<RenewPasswordLinkResponse> answer) {
        answer(
                answer,
                () -> RenewPasswordLinkResponse.newBuilder()
                        .setPerson(person(last(request.getPerson()), "acme"))
                        .setDelivery(PasswordLinkDelivery.newBuilder().setMailed(true))
                        .build());
    }

    @Override
    public void requestPasswordReset(
            RequestPasswordResetRequest request, StreamObserver<RequestPasswordResetResponse> answer) {
        answer(answer, RequestPasswordResetResponse::getDefaultInstance);
    }

    @Override
    public void getPasswordLink(GetPasswordLinkRequest request, StreamObserver<PasswordLink> answer) {
        answer(answer, () -> {
            if (!request.getSecret().equals(LINK)) {
                throw Refused.unauthenticated();
            }
            return PasswordLink.newBuilder()
                    .setDisplayName("Zoe")
                    .setEmail("zoe@example.test")
                    .setInvitation(true)
                    .build();
        });
    }

    @Override
    public void setPassword(SetPasswordRequest request, StreamObserver<SetPasswordResponse> answer) {
        answer(answer, () -> {
            if (!request.getSecret().equals(LINK)) {
                throw Refused.unauthenticated();
            }
            if (request.getNewPassword().length() < 12) {
                throw Refused.invalid("new_password", "password.too_short", "At least 12 characters, please.");
            }
            return SetPasswordResponse.getDefaultInstance();
        });
    }

    @Override
    public void changePassword(ChangePasswordRequest request, StreamObserver<Person> answer) {
        answer(answer, () -> {
            if (request.getNewPassword().length() < 12) {
                throw Refused.invalid("new_password", "password.too_short", "At least 12 characters, please.");
            }
            return person("ana", "acme");
        });
    }

    @Override
    public void createCompany(CreateCompanyRequest request, StreamObserver<Company> answer) {
        answer(answer, () -> {
            if (request.getCompanyId().equals("acme")) {
                throw Refused.invalid("company_id", "company.exists", "There is one already.");
            }
            return company("companies/" + request.getCompanyId());
        });
    }

    @Override
    public void listCompanies(ListCompaniesRequest request, StreamObserver<ListCompaniesResponse> answer) {
        boolean administrator = isAdministrator();
        answer(answer, () -> {
            if (!administrator) {
                throw Refused.notAllowed();
            }
            return ListCompaniesResponse.newBuilder()
                    .addCompanies(company("companies/acme"))
                    .build();
        });
    }

    @Override
    public void createPerson(CreatePersonRequest request, StreamObserver<Person> answer) {
        answer(answer, () -> person(request.getPersonId(), last(request.getCompany())));
    }

    @Override
    public void listPeople(ListPeopleRequest request, StreamObserver<ListPeopleResponse> answer) {
        boolean administrator = isAdministrator();
        answer(answer, () -> {
            if (!administrator) {
                throw Refused.notAllowed();
            }
            return ListPeopleResponse.newBuilder()
                    .addPeople(person("ana", "acme"))
                    .build();
        });
    }

    @Override
    public void deactivatePerson(DeactivatePersonRequest request, StreamObserver<Person> answer) {
        answer(answer, () -> person(last(request.getName()), "acme"));
    }

    @Override
    public void createPartnership(CreatePartnershipRequest request, StreamObserver<Partnership> answer) {
        answer(
                answer,
                () -> partnership(
                        membership(request.getPartnershipId(), Side.SIDE_UNSPECIFIED, Role.ROLE_UNSPECIFIED)));
    }

    @Override
    public void listPartnerships(ListPartnershipsRequest request, StreamObserver<ListPartnershipsResponse> answer) {
        String subject = Objects.requireNonNull(FakeServer.SUBJECT.get());
        answer(
                answer,
                () -> ListPartnershipsResponse.newBuilder()
                        .addAllPartnerships(memberships(subject).stream()
                                .filter(membership ->
                                        membership.getDisplayName().contains(request.getSearch()))
                                .map(FakePartners::partnership)
                                .toList())
                        .build());
    }

    @Override
    public void grantMembership(GrantMembershipRequest request, StreamObserver<Membership> answer) {
        answer(answer, () -> member(last(request.getPerson()), request.getRole()));
    }

    @Override
    public void revokeMembership(RevokeMembershipRequest request, StreamObserver<RevokeMembershipResponse> answer) {
        answer(answer, RevokeMembershipResponse::getDefaultInstance);
    }

    @Override
    public void listMembers(ListMembersRequest request, StreamObserver<ListMembersResponse> answer) {
        answer(
                answer,
                () -> ListMembersResponse.newBuilder()
                        .addMembers(member("ana", Role.ROLE_OPS))
                        .build());
    }

    @Override
    public void createIngestionToken(
            CreateIngestionTokenRequest request, StreamObserver<CreateIngestionTokenResponse> answer) {
        answer(
                answer,
                () -> CreateIngestionTokenResponse.newBuilder()
                        .setIngestionToken(token())
                        .setSecret("shown-once")
                        .build());
    }

    @Override
    public void listIngestionTokens(
            ListIngestionTokensRequest request, StreamObserver<ListIngestionTokensResponse> answer) {
        boolean administrator = isAdministrator();
        answer(answer, () -> {
            if (!administrator) {
                throw Refused.notAllowed();
            }
            return ListIngestionTokensResponse.newBuilder()
                    .addIngestionTokens(token())
                    .build();
        });
    }

    @Override
    public void revokeIngestionToken(RevokeIngestionTokenRequest request, StreamObserver<IngestionToken> answer) {
        answer(answer, FakePartners::token);
    }

    @Override
    public void listAuditEvents(ListAuditEventsRequest request, StreamObserver<ListAuditEventsResponse> answer) {
        answer(
                answer,
                () -> ListAuditEventsResponse.newBuilder()
                        .addAuditEvents(FakeKpis.event(request.getPartnership(), "member.granted"))
                        .build());
    }

    private boolean isAdministrator() {
        return Objects.requireNonNull(people.get(Objects.requireNonNull(FakeServer.SUBJECT.get())))
                .getAdministrator();
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static IngestionToken token() {
        return IngestionToken.newBuilder()
                .setName("partnerships/alpha/ingestionTokens/t1")
                .setDisplayName("The mill's historian")
                .setSide(Side.SIDE_PARTNER)
                .setCreatedAt(timestamp("2026-11-01T08:00:00Z"))
                .setExpiresAt(timestamp("2027-01-30T08:00:00Z"))
                .build();
    }

    private static Membership member(String person, Role role) {
        return Membership.newBuilder()
                .setName("partnerships/alpha/members/" + person)
                .setPerson(person(person, "acme"))
                .setSide(Side.SIDE_OWNER)
                .setRole(role)
                .setSince(timestamp("2026-01-01T08:00:00Z"))
                .build();
    }

    private static Person person(String slug, String company) {
        return Person.newBuilder()
                .setName("people/" + slug)
                .setDisplayName(slug)
                .setCompany("companies/" + company)
                .build();
    }

    static <A> void answer(StreamObserver<A> observer, Supplier<A> supplier) {
        try {
            observer.onNext(supplier.get());
            observer.onCompleted();
        } catch (RuntimeException e) {
            observer.onError(e);
        }
    }

    static Timestamp timestamp(String moment) {
        Instant instant = Instant.parse(moment);
        return Timestamp.newBuilder().setSeconds(instant.getEpochSecond()).build();
    }

    private void put(Caller caller) {
        original.put(caller.getSubject(), caller);
        people.put(caller.getSubject(), caller);
    }

    private static Caller person(String slug, String company, Side side, Role role, String... partnerships) {
        List<CallerMembership> memberships = new ArrayList<>();
        for (String partnership : partnerships) {
            memberships.add(membership(partnership, side, role));
        }
        return Caller.newBuilder()
                .setSubject("people/" + slug)
                .setDisplayName(slug)
                .setEmail(slug + "@example.test")
                .setCompany("companies/" + company)
                .addAllMemberships(memberships)
                .build();
    }

    private static CallerMembership membership(String slug, Side side, Role role) {
        return CallerMembership.newBuilder()
                .setPartnership("partnerships/" + slug)
                .setDisplayName("Acme & " + slug)
                .setOwnerCompany("companies/acme")
                .setPartnerCompany("companies/" + slug + "-parts")
                .setSide(side)
                .setRole(role)
                .setTimeZone("Europe/Berlin")
                .setCurrency("EUR")
                .build();
    }

    private static Partnership partnership(CallerMembership membership) {
        return Partnership.newBuilder()
                .setName(membership.getPartnership())
                .setDisplayName(membership.getDisplayName())
                .setOwner(company(membership.getOwnerCompany()))
                .setPartner(company(membership.getPartnerCompany()))
                .setTimeZone(membership.getTimeZone())
                .setCurrency(membership.getCurrency())
                .setCallerSide(membership.getSide())
                .setCallerRole(membership.getRole())
                .addCallerActivities(Activity.ACTIVITY_READ_SCORES)
                .addCallerActivities(Activity.ACTIVITY_RECORD_MEASUREMENTS)
                .setRevision(1)
                .build();
    }

    private static Company company(String name) {
        return Company.newBuilder()
                .setName(name)
                .setDisplayName(name.substring("companies/".length()).toUpperCase(java.util.Locale.ROOT))
                .setTimeZone("Europe/Berlin")
                .build();
    }
}
