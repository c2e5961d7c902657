package dev.drumbeat.partners.process;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Violation;
import dev.drumbeat.proto.common.v1.Role;
import dev.drumbeat.proto.partners.v1.Company;
import dev.drumbeat.proto.partners.v1.CreateCompanyRequest;
import dev.drumbeat.proto.partners.v1.CreatePersonRequest;
import dev.drumbeat.proto.partners.v1.GrantMembershipRequest;
import dev.drumbeat.proto.partners.v1.Membership;
import dev.drumbeat.proto.partners.v1.Person;
import org.junit.jupiter.api.Test;

/** What becomes of wishes that are repeated, wrong, or too late. */
final class WishesTest extends TwoPartnerships {
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
}
