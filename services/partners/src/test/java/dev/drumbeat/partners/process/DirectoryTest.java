package dev.drumbeat.partners.process;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Violation;
import dev.drumbeat.proto.common.v1.Activity;
import dev.drumbeat.proto.common.v1.AuditEvent;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.Role;
import dev.drumbeat.proto.common.v1.Side;
import dev.drumbeat.proto.partners.v1.BatchGetPartnershipsRequest;
import dev.drumbeat.proto.partners.v1.CallerMembership;
import dev.drumbeat.proto.partners.v1.Company;
import dev.drumbeat.proto.partners.v1.CreateCompanyRequest;
import dev.drumbeat.proto.partners.v1.CreateIngestionTokenRequest;
import dev.drumbeat.proto.partners.v1.CreatePartnershipRequest;
import dev.drumbeat.proto.partners.v1.CreatePersonRequest;
import dev.drumbeat.proto.partners.v1.DeactivatePersonRequest;
import dev.drumbeat.proto.partners.v1.GetPartnershipRequest;
import dev.drumbeat.proto.partners.v1.GrantMembershipRequest;
import dev.drumbeat.proto.partners.v1.ListCompaniesRequest;
import dev.drumbeat.proto.partners.v1.ListIngestionTokensRequest;
import dev.drumbeat.proto.partners.v1.ListMembersRequest;
import dev.drumbeat.proto.partners.v1.ListPartnershipsRequest;
import dev.drumbeat.proto.partners.v1.ListPartnershipsResponse;
import dev.drumbeat.proto.partners.v1.ListPeopleRequest;
import dev.drumbeat.proto.partners.v1.Membership;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceBlockingStub;
import dev.drumbeat.proto.partners.v1.Partnership;
import dev.drumbeat.proto.partners.v1.Person;
import dev.drumbeat.proto.partners.v1.ResolveCallerRequest;
import dev.drumbeat.proto.partners.v1.RevokeIngestionTokenRequest;
import dev.drumbeat.proto.partners.v1.RevokeMembershipRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One owner, two partners, their people; what each of them can see and do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DirectoryTest {
    private static final String ACME = "partnerships/acme";
    private static final String BOLT = "partnerships/bolt";

    private final House house = new House();
    private Company owner = Company.getDefaultInstance();
    private Company acme = Company.getDefaultInstance();
    private Company bolt = Company.getDefaultInstance();

    @BeforeAll
    void furnish() {
        owner = house.company("Owner Inc");
        acme = house.company("Acme GmbH");
        bolt = house.company("Bolt SA");
        house.partnership("acme", owner, acme);
        house.partnership("bolt", owner, bolt);
        house.person("olga", owner);
        house.person("otto", owner);
        house.person("anna", acme);
        house.person("axel", acme);
        house.person("bea", bolt);
        house.grant(ACME, "people/olga", Role.ROLE_LEADER);
        house.grant(BOLT, "people/olga", Role.ROLE_LEADER);
        house.grant(ACME, "people/otto", Role.ROLE_OPS);
        house.grant(ACME, "people/anna", Role.ROLE_LEADER);
        house.grant(ACME, "people/axel", Role.ROLE_VIEWER);
        house.grant(BOLT, "people/bea", Role.ROLE_LEADER);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void a_service_learns_who_a_caller_is_on_every_partnership() {
        var caller = house.as("services/kpis")
                .resolveCaller(ResolveCallerRequest.newBuilder()
                        .setSubject("people/olga")
                        .build());

        assertThat(caller.getDisplayName()).isEqualTo("Person olga");
        assertThat(caller.getCompany()).isEqualTo(owner.getName());
        assertThat(caller.getMembershipsList())
                .extracting(CallerMembership::getPartnership)
                .containsExactly(ACME, BOLT);
        CallerMembership first = caller.getMemberships(0);
        assertThat(first.getSide()).isEqualTo(Side.SIDE_OWNER);
        assertThat(first.getRole()).isEqualTo(Role.ROLE_LEADER);
        assertThat(first.getTimeZone()).isEqualTo("America/Bahia_Banderas");
        assertThat(first.getCurrency()).isEqualTo("USD");
        assertThat(first.getPartnerCompany()).isEqualTo("Acme GmbH");
    }

    @Test
    void a_partnership_says_what_its_reader_is_and_may() {
        Partnership seen = get("people/otto", ACME);

        assertThat(seen.getCallerSide()).isEqualTo(Side.SIDE_OWNER);
        assertThat(seen.getCallerRole()).isEqualTo(Role.ROLE_OPS);
        assertThat(seen.getCallerActivitiesList())
                .contains(Activity.ACTIVITY_PROPOSE_TERMS, Activity.ACTIVITY_DEFINE_KPIS)
                .doesNotContain(Activity.ACTIVITY_SIGN_TERMS, Activity.ACTIVITY_MANAGE_PARTNERSHIPS);
        assertThat(seen.getOwner().getDisplayName()).isEqualTo("Owner Inc");
        assertThat(get(House.ADMINISTRATOR, ACME).getCallerSide()).isEqualTo(Side.SIDE_UNSPECIFIED);
    }

    /** What bea of Bolt asks about Acme, and what she would ask about nothing at all, must have one answer. */
    @Test
    void a_foreign_partnership_does_not_exist_whatever_is_asked() {
        List<Consumer<String>> questions = List.of(
                name -> get("people/bea", name),
                name -> members("people/bea", name),
                name -> audit("people/bea", name),
                name -> grant("people/bea", name, "people/bea", Role.ROLE_LEADER),
                name -> revoke("people/bea", name + "/members/olga"),
                name -> createToken("people/bea", name),
                name -> house.as("people/bea")
                        .listIngestionTokens(ListIngestionTokensRequest.newBuilder()
                                .setPartnership(name)
                                .build()),
                name -> house.as("people/bea")
                        .revokeIngestionToken(RevokeIngestionTokenRequest.newBuilder()
                                .setName(name + "/ingestionTokens/t")
                                .setRequestId(House.request())
                                .build()));
        for (Consumer<String> question : questions) {
            Refusal foreign = refusalOf(() -> question.accept(ACME));
            Refusal nothing = refusalOf(() -> question.accept("partnerships/none"));
            assertThat(foreign.reason()).isEqualTo(Reason.NOT_FOUND);
            assertThat(messages(foreign).replace("acme", "none")).isEqualTo(messages(nothing));
        }
        assertThat(batch("people/bea", ACME, BOLT, "partnerships/none", "rubbish"))
                .extracting(Partnership::getName)
                .containsExactly(BOLT);
        assertThat(list("people/bea", "").getPartnershipsList())
                .extracting(Partnership::getName)
                .containsExactly(BOLT);
        assertThat(list("people/bea", "acme").getPartnershipsCount()).isZero();
        assertThat(companies("people/bea")).containsExactly("Bolt SA", "Owner Inc");
    }

    @Test
    void partnerships_are_found_by_any_part_of_their_name_and_regular_expressions_are_just_text() {
        assertThat(list("people/olga", "SHIP B").getPartnershipsList())
                .extracting(Partnership::getName)
                .containsExactly(BOLT);
        assertThat(list(House.ADMINISTRATOR, "SHIP B").getPartnershipsList())
                .extracting(Partnership::getName)
                .containsExactly(BOLT);
        assertThat(list(House.ADMINISTRATOR, ".*").getPartnershipsCount()).isZero();
        assertThat(list(House.ADMINISTRATOR, "\\E.*\\Q").getPartnershipsCount()).isZero();
        assertThat(refusalOf(() -> list(House.ADMINISTRATOR, "x".repeat(101))).field())
                .isEqualTo("search");
    }

    @Test
    void a_list_is_read_page_by_page() {
        for (String subject : List.of("people/olga", House.ADMINISTRATOR)) {
            List<String> read = new ArrayList<>();
            String token = "";
            do {
                ListPartnershipsResponse page = house.as(subject)
                        .listPartnerships(ListPartnershipsRequest.newBuilder()
                                .setPageSize(1)
                                .setPageToken(token)
                                .build());
                page.getPartnershipsList().forEach(partnership -> read.add(partnership.getName()));
                token = page.getNextPageToken();
            } while (!token.isEmpty());
            assertThat(read)
                    .as(subject)
                    .contains(ACME, BOLT)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    @Test
    void both_sides_see_who_is_on_it_but_addresses_of_the_own_company_only() {
        assertThat(members("people/anna", ACME))
                .extracting(member -> member.getPerson().getName())
                .containsExactly("people/olga", "people/otto", "people/anna", "people/axel");
        assertThat(members("people/anna", ACME))
                .filteredOn(member -> member.getSide() == Side.SIDE_OWNER)
                .allMatch(member -> member.getPerson().getEmail().isEmpty());
        assertThat(members("people/anna", ACME))
                .filteredOn(member -> member.getSide() == Side.SIDE_PARTNER)
                .allMatch(member -> member.getPerson().getEmail().endsWith("@example.com"));
        assertThat(members(House.ADMINISTRATOR, ACME))
                .noneMatch(member -> member.getPerson().getEmail().isEmpty());
    }

    @Test
    void a_leader_puts_own_people_on_and_takes_them_off() {
        Person aldo = house.person("aldo", acme);

        grant("people/anna", ACME, aldo.getName(), Role.ROLE_OPS);
        assertThat(get("people/aldo", ACME).getCallerRole()).isEqualTo(Role.ROLE_OPS);
        grant("people/anna", ACME, aldo.getName(), Role.ROLE_VIEWER);
        assertThat(get("people/aldo", ACME).getCallerRole()).isEqualTo(Role.ROLE_VIEWER);
        revoke("people/anna", ACME + "/members/aldo");

        assertThat(refusalOf(() -> get("people/aldo", ACME)).reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(refusalOf(() -> revoke("people/anna", ACME + "/members/aldo"))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void a_leader_does_nothing_to_people_of_others() {
        assertThat(refusalOf(() -> grant("people/anna", ACME, "people/otto", Role.ROLE_VIEWER))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(refusalOf(() -> revoke("people/anna", ACME + "/members/otto"))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(refusalOf(() -> deactivate("people/anna", "people/otto")).reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(refusalOf(() -> people("people/anna", owner.getName())).reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(refusalOf(() -> createPerson("people/anna", "smuggled", owner, "s@example.com"))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void who_leads_nothing_manages_nobody() {
        for (ThrowingCallable wish : List.<ThrowingCallable>of(
                () -> grant("people/otto", ACME, "people/olga", Role.ROLE_VIEWER),
                () -> revoke("people/otto", ACME + "/members/olga"),
                () -> people("people/otto", ""),
                () -> deactivate("people/otto", "people/olga"),
                () -> createPerson("people/otto", "friend", owner, "f@example.com"))) {
            assertThat(refusalOf(wish).reason()).isEqualTo(Reason.NOT_ALLOWED);
        }
    }

    @Test
    void only_an_administrator_makes_companies_partnerships_tokens_and_administrators() {
        for (ThrowingCallable wish : List.<ThrowingCallable>of(
                () -> house.as("people/olga")
                        .createCompany(CreateCompanyRequest.newBuilder()
                                .setDisplayName("Mine")
                                .setTimeZone("UTC")
                                .setRequestId(House.request())
                                .build()),
                () -> house.as("people/olga")
                        .createPartnership(CreatePartnershipRequest.newBuilder()
                                .setDisplayName("Mine")
                                .setOwner(owner.getName())
                                .setPartner(acme.getName())
                                .setCurrency("USD")
                                .setRequestId(House.request())
                                .build()),
                () -> createToken("people/olga", ACME),
                () -> house.as("people/olga")
                        .createPerson(personRequest("boss", owner, "boss@example.com")
                                .setAdministrator(true)
                                .build()))) {
            assertThat(refusalOf(wish).reason()).isEqualTo(Reason.NOT_ALLOWED);
        }
    }

    @Test
    void a_leader_makes_people_of_the_own_company() {
        Person made = createPerson("people/anna", "arno", acme, "Arno@Example.com");

        assertThat(made.getEmail()).isEqualTo("arno@example.com");
        assertThat(people("people/anna", "")).contains("people/arno");
        house.signIn("ARNO@example.com", House.PASSWORD);
    }

    @Test
    void who_leaves_leaves_a_vacancy_everywhere() {
        house.person("zoe", acme);
        house.grant(ACME, "people/zoe", Role.ROLE_OPS);
        long before = get(House.ADMINISTRATOR, ACME).getRevision();

        deactivate("people/anna", "people/zoe");

        assertThat(members("people/anna", ACME))
                .noneMatch(member -> member.getPerson().getName().equals("people/zoe"));
        assertThat(get(House.ADMINISTRATOR, ACME).getRevision()).isGreaterThan(before);
        assertThat(audit("people/anna", ACME))
                .anyMatch(event -> event.getAction().equals("membership.ended")
                        && event.getSubject().equals(ACME + "/members/zoe"));
        assertThat(refusalOf(() -> house.grant(ACME, "people/zoe", Role.ROLE_OPS))
                        .rule())
                .isEqualTo("person.inactive");
        assertThat(refusalOf(() -> deactivate(House.ADMINISTRATOR, "people/zoe"))
                        .rule())
                .isEqualTo("person.inactive");
    }

    @Test
    void somebody_of_a_third_company_can_not_be_on_a_partnership() {
        assertThat(refusalOf(() -> house.grant(ACME, "people/bea", Role.ROLE_VIEWER))
                        .rule())
                .isEqualTo("membership.third_company");
    }

    @Test
    void nobody_ends_their_own_account_and_the_last_administrator_stays() {
        assertThat(refusalOf(() -> deactivate(House.ADMINISTRATOR, House.ADMINISTRATOR))
                        .rule())
                .isEqualTo("person.self");
        assertThat(refusalOf(() -> deactivate("people/olga", House.ADMINISTRATOR))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void a_repeated_wish_has_one_effect_and_one_answer() {
        CreatePersonRequest person = personRequest("", acme, "twice@example.com")
                .setDisplayName("Same Name")
                .build();
        Person first = house.administrator().createPerson(person);
        assertThat(house.administrator().createPerson(person)).isEqualTo(first);

        Person namesake = house.administrator()
                .createPerson(personRequest("", acme, "other@example.com")
                        .setDisplayName("Same Name")
                        .build());
        assertThat(namesake.getName()).isEqualTo("people/same-name-2");

        CreateCompanyRequest company = CreateCompanyRequest.newBuilder()
                .setDisplayName("Twice AG")
                .setTimeZone("Europe/Zurich")
                .setRequestId(House.request())
                .build();
        assertThat(house.administrator().createCompany(company))
                .isEqualTo(house.administrator().createCompany(company));

        GrantMembershipRequest grant = GrantMembershipRequest.newBuilder()
                .setPartnership(ACME)
                .setPerson(first.getName())
                .setRole(Role.ROLE_VIEWER)
                .setRequestId(House.request())
                .build();
        Membership granted = house.administrator().grantMembership(grant);
        long revision = get(House.ADMINISTRATOR, ACME).getRevision();
        assertThat(house.administrator().grantMembership(grant)).isEqualTo(granted);
        assertThat(get(House.ADMINISTRATOR, ACME).getRevision()).isEqualTo(revision);
        revoke(House.ADMINISTRATOR, granted.getName());
    }

    @Test
    void a_request_id_with_another_content_is_refused() {
        CreateCompanyRequest first = CreateCompanyRequest.newBuilder()
                .setDisplayName("First wish")
                .setTimeZone("Europe/Zurich")
                .setRequestId(House.request())
                .build();
        house.administrator().createCompany(first);

        assertThat(refusalOf(() -> house.administrator()
                                .createCompany(first.toBuilder()
                                        .setDisplayName("Second wish")
                                        .build()))
                        .reason())
                .isEqualTo(Reason.REQUEST_ID_REUSED);
        assertThat(refusalOf(() -> house.administrator()
                                .createCompany(
                                        first.toBuilder().clearRequestId().build()))
                        .field())
                .isEqualTo("request_id");
    }

    @Test
    void what_is_taken_is_said_by_name() {
        house.person("unique", acme);

        assertThat(refusalOf(() -> createPerson(House.ADMINISTRATOR, "another", acme, "UNIQUE@example.com"))
                        .field())
                .isEqualTo("email");
        assertThat(refusalOf(() -> createPerson(House.ADMINISTRATOR, "unique", acme, "another@example.com"))
                        .rule())
                .isEqualTo("person.exists");
        assertThat(refusalOf(() -> house.partnership("acme", owner, acme)).rule())
                .isEqualTo("partnership.exists");
    }

    @Test
    void everything_wrong_with_a_wish_is_said_at_once() {
        Refusal refusal = refusalOf(() -> house.administrator()
                .createPerson(CreatePersonRequest.newBuilder()
                        .setPersonId("No Id")
                        .setDisplayName("\u0007")
                        .setEmail("no address")
                        .setPassword("short")
                        .setCompany(acme.getName())
                        .setRequestId(House.request())
                        .build()));

        assertThat(refusal.violations())
                .extracting(Violation::field)
                .contains("person_id", "display_name", "email", "password");
    }

    @Test
    void a_partnership_needs_two_companies_that_exist() {
        assertThat(refusalOf(() -> house.partnership("self", owner, owner)).rule())
                .isEqualTo("partnership.one_company");
        assertThat(refusalOf(() -> house.partnership(
                                "ghost",
                                owner,
                                Company.newBuilder().setName("companies/ghost").build()))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void operators_of_the_database_are_just_text() {
        for (String name : List.of(
                "partnerships/{\"$ne\":null}",
                "partnerships/$ne",
                "partnerships/..",
                "partnerships/\u0000",
                "$where")) {
            assertThat(refusalOf(() -> get(House.ADMINISTRATOR, name)).reason()).isEqualTo(Reason.NOT_FOUND);
        }
        assertThat(batch(House.ADMINISTRATOR, "partnerships/$ne", "$where")).isEmpty();
        assertThat(refusalOf(() -> house.signIn("{\"$ne\":null}", "{\"$ne\":null}!!"))
                        .rule())
                .isEqualTo("sign_in.wrong");
    }

    @Test
    void the_trail_tells_members_everything_and_an_administrator_who_did_what_when() {
        AuditEvent event = audit("people/otto", ACME).stream()
                .filter(found -> found.getSubject().equals(ACME + "/members/otto"))
                .findFirst()
                .orElseThrow();

        assertThat(event.getAction()).isEqualTo("membership.granted");
        assertThat(event.getActor().getSubject()).isEqualTo(House.ADMINISTRATOR);
        assertThat(event.getAfterJson()).isEqualTo("{\"side\":\"OWNER\",\"role\":\"OPS\"}");
        assertThat(audit(House.ADMINISTRATOR, ACME))
                .allMatch(seen -> seen.getAfterJson().isEmpty());
        assertThat(refusalOf(() -> audit("people/axel", ACME)).reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(audit(House.ADMINISTRATOR, ""))
                .anyMatch(seen -> seen.getAction().equals("person.created"));
        assertThat(refusalOf(() -> audit("people/olga", "")).reason()).isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void no_password_secret_or_address_is_readable_in_what_is_stored() {
        house.person("stored", acme);
        String session = house.signIn("stored@example.com", House.PASSWORD).getSecret();
        String token = createToken(House.ADMINISTRATOR, ACME);
        StringBuilder everything = new StringBuilder();
        StringBuilder trail = new StringBuilder();
        for (String collection : house.store.database().listCollectionNames()) {
            for (Document document :
                    house.store.database().getCollection(collection).find()) {
                (collection.equals("audit") ? trail : everything).append(document.toJson());
            }
        }

        assertThat(everything.toString() + trail).doesNotContain(House.PASSWORD, session, token);
        assertThat(trail.toString()).doesNotContain("@example.com");
        assertThat(everything.toString()).contains("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    private Partnership get(String subject, String name) {
        return house.as(subject)
                .getPartnership(GetPartnershipRequest.newBuilder().setName(name).build());
    }

    private List<Partnership> batch(String subject, String... names) {
        return house.as(subject)
                .batchGetPartnerships(BatchGetPartnershipsRequest.newBuilder()
                        .addAllNames(List.of(names))
                        .build())
                .getPartnershipsList();
    }

    private ListPartnershipsResponse list(String subject, String search) {
        return house.as(subject)
                .listPartnerships(
                        ListPartnershipsRequest.newBuilder().setSearch(search).build());
    }

    private List<Membership> members(String subject, String partnership) {
        return house.as(subject)
                .listMembers(ListMembersRequest.newBuilder()
                        .setPartnership(partnership)
                        .build())
                .getMembersList();
    }

    private List<AuditEvent> audit(String subject, String partnership) {
        return house.as(subject)
                .listAuditEvents(ListAuditEventsRequest.newBuilder()
                        .setPartnership(partnership)
                        .setPageSize(100)
                        .build())
                .getAuditEventsList();
    }

    private List<String> companies(String subject) {
        return house.as(subject).listCompanies(ListCompaniesRequest.getDefaultInstance()).getCompaniesList().stream()
                .map(Company::getDisplayName)
                .toList();
    }

    private List<String> people(String subject, String company) {
        return house
                .as(subject)
                .listPeople(ListPeopleRequest.newBuilder()
                        .setCompany(company)
                        .setPageSize(100)
                        .build())
                .getPeopleList()
                .stream()
                .map(Person::getName)
                .toList();
    }

    private void grant(String subject, String partnership, String person, Role role) {
        Membership granted = house.as(subject)
                .grantMembership(GrantMembershipRequest.newBuilder()
                        .setPartnership(partnership)
                        .setPerson(person)
                        .setRole(role)
                        .setRequestId(House.request())
                        .build());
        assertThat(granted.getRole()).isEqualTo(role);
    }

    private void revoke(String subject, String membership) {
        PartnersServiceBlockingStub stub = house.as(subject);
        assertThat(stub.revokeMembership(RevokeMembershipRequest.newBuilder()
                        .setName(membership)
                        .setReason("moved on")
                        .setRequestId(House.request())
                        .build()))
                .isNotNull();
    }

    private void deactivate(String subject, String person) {
        assertThat(house.as(subject)
                        .deactivatePerson(DeactivatePersonRequest.newBuilder()
                                .setName(person)
                                .setRequestId(House.request())
                                .build())
                        .hasDeactivatedAt())
                .isTrue();
    }

    private String createToken(String subject, String partnership) {
        return house.as(subject)
                .createIngestionToken(CreateIngestionTokenRequest.newBuilder()
                        .setPartnership(partnership)
                        .setDisplayName("nightly export")
                        .setSide(Side.SIDE_PARTNER)
                        .setRequestId(House.request())
                        .build())
                .getSecret();
    }

    private Person createPerson(String subject, String id, Company company, String email) {
        return house.as(subject).createPerson(personRequest(id, company, email).build());
    }

    private static CreatePersonRequest.Builder personRequest(String id, Company company, String email) {
        return CreatePersonRequest.newBuilder()
                .setPersonId(id)
                .setDisplayName("Person " + id)
                .setEmail(email)
                .setCompany(company.getName())
                .setPassword(House.PASSWORD)
                .setRequestId(House.request());
    }

    private static String messages(Refusal refusal) {
        return refusal.violations().toString();
    }
}
