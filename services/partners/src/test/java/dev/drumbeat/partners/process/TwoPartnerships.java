package dev.drumbeat.partners.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.proto.common.v1.AuditEvent;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.Role;
import dev.drumbeat.proto.common.v1.Side;
import dev.drumbeat.proto.partners.v1.BatchGetPartnershipsRequest;
import dev.drumbeat.proto.partners.v1.Company;
import dev.drumbeat.proto.partners.v1.CreateIngestionTokenRequest;
import dev.drumbeat.proto.partners.v1.CreatePersonRequest;
import dev.drumbeat.proto.partners.v1.DeactivatePersonRequest;
import dev.drumbeat.proto.partners.v1.GetPartnershipRequest;
import dev.drumbeat.proto.partners.v1.GrantMembershipRequest;
import dev.drumbeat.proto.partners.v1.ListCompaniesRequest;
import dev.drumbeat.proto.partners.v1.ListMembersRequest;
import dev.drumbeat.proto.partners.v1.ListPartnershipsRequest;
import dev.drumbeat.proto.partners.v1.ListPartnershipsResponse;
import dev.drumbeat.proto.partners.v1.ListPeopleRequest;
import dev.drumbeat.proto.partners.v1.Membership;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceBlockingStub;
import dev.drumbeat.proto.partners.v1.Partnership;
import dev.drumbeat.proto.partners.v1.Person;
import dev.drumbeat.proto.partners.v1.RevokeMembershipRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** One owner, two partners, their people; what each of them asks and does, as the tests of this package say it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoPartnerships {
    static final String ACME = "partnerships/acme";
    static final String BOLT = "partnerships/bolt";

    final House house = new House();
    Company owner = Company.getDefaultInstance();
    Company acme = Company.getDefaultInstance();
    Company bolt = Company.getDefaultInstance();

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

    Partnership get(String subject, String name) {
        return house.as(subject)
                .getPartnership(GetPartnershipRequest.newBuilder().setName(name).build());
    }

    List<Partnership> batch(String subject, String... names) {
        return house.as(subject)
                .batchGetPartnerships(BatchGetPartnershipsRequest.newBuilder()
                        .addAllNames(List.of(names))
                        .build())
                .getPartnershipsList();
    }

    ListPartnershipsResponse list(String subject, String search) {
        return house.as(subject)
                .listPartnerships(
                        ListPartnershipsRequest.newBuilder().setSearch(search).build());
    }

    List<Membership> members(String subject, String partnership) {
        return house.as(subject)
                .listMembers(ListMembersRequest.newBuilder()
                        .setPartnership(partnership)
                        .build())
                .getMembersList();
    }

    List<AuditEvent> audit(String subject, String partnership) {
        return house.as(subject)
                .listAuditEvents(ListAuditEventsRequest.newBuilder()
                        .setPartnership(partnership)
                        .setPageSize(100)
                        .build())
                .getAuditEventsList();
    }

    List<String> companies(String subject) {
        return house.as(subject).listCompanies(ListCompaniesRequest.getDefaultInstance()).getCompaniesList().stream()
                .map(Company::getDisplayName)
                .toList();
    }

    List<String> people(String subject, String company) {
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

    void grant(String subject, String partnership, String person, Role role) {
        Membership granted = house.as(subject)
                .grantMembership(GrantMembershipRequest.newBuilder()
                        .setPartnership(partnership)
                        .setPerson(person)
                        .setRole(role)
                        .setRequestId(House.request())
                        .build());
        assertThat(granted.getRole()).isEqualTo(role);
    }

    void revoke(String subject, String membership) {
        PartnersServiceBlockingStub stub = house.as(subject);
        assertThat(stub.revokeMembership(RevokeMembershipRequest.newBuilder()
                        .setName(membership)
                        .setReason("moved on")
                        .setRequestId(House.request())
                        .build()))
                .isNotNull();
    }

    void deactivate(String subject, String person) {
        assertThat(house.as(subject)
                        .deactivatePerson(DeactivatePersonRequest.newBuilder()
                                .setName(person)
                                .setRequestId(House.request())
                                .build())
                        .hasDeactivatedAt())
                .isTrue();
    }

    String createToken(String subject, String partnership) {
        return house.as(subject)
                .createIngestionToken(CreateIngestionTokenRequest.newBuilder()
                        .setPartnership(partnership)
                        .setDisplayName("nightly export")
                        .setSide(Side.SIDE_PARTNER)
                        .setRequestId(House.request())
                        .build())
                .getSecret();
    }

    Person createPerson(String subject, String id, Company company, String email) {
        return house.as(subject).createPerson(personRequest(id, company, email).build());
    }

    static CreatePersonRequest.Builder personRequest(String id, Company company, String email) {
        return CreatePersonRequest.newBuilder()
                .setPersonId(id)
                .setDisplayName("Person " + id)
                .setEmail(email)
                .setCompany(company.getName())
                .setPassword(House.PASSWORD)
                .setRequestId(House.request());
    }
}
