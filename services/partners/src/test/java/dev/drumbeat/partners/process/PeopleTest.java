package dev.drumbeat.partners.process;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.common.v1.Role;
import dev.drumbeat.proto.partners.v1.CreateCompanyRequest;
import dev.drumbeat.proto.partners.v1.CreatePartnershipRequest;
import dev.drumbeat.proto.partners.v1.Person;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who makes people, puts them on partnerships and takes them off. */
final class PeopleTest extends TwoPartnerships {
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
}
