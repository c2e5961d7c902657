package dev.drumbeat.partners.process;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.partners.v1.Company;
import dev.drumbeat.proto.partners.v1.GetPasswordLinkRequest;
import dev.drumbeat.proto.partners.v1.InvitePersonRequest;
import dev.drumbeat.proto.partners.v1.InvitePersonResponse;
import dev.drumbeat.proto.partners.v1.ListPeopleRequest;
import dev.drumbeat.proto.partners.v1.PasswordLink;
import dev.drumbeat.proto.partners.v1.Person;
import dev.drumbeat.proto.partners.v1.RenewPasswordLinkRequest;
import dev.drumbeat.proto.partners.v1.RequestPasswordResetRequest;
import dev.drumbeat.proto.partners.v1.ResolveSessionRequest;
import dev.drumbeat.proto.partners.v1.SetPasswordRequest;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Ways to a password, as an installation without a mail server has them: who invites hands the link over. */
final class InvitationTest extends TwoPartnerships {
    private static final String NEW_PASSWORD = "a sentence of my own";

    @Test
    void who_is_invited_chooses_a_password_once_and_signs_in() {
        InvitePersonResponse invited = invite("people/anna", "ines", acme);
        String secret = secret(invited.getDelivery().getPath());

        assertThat(invited.getDelivery().getMailed()).isFalse();
        assertThat(invited.getPerson().hasInvitedUntil()).isTrue();
        assertThat(refusalOf(() -> house.signIn("ines@example.com", "")).reason())
                .as("nobody signs in without a password")
                .isEqualTo(Reason.UNAUTHENTICATED);
        PasswordLink link = look(secret);
        assertThat(link.getInvitation()).isTrue();
        assertThat(link.getEmail()).isEqualTo("ines@example.com");
        assertThat(refusalOf(() -> set(secret, "short")).rule()).isEqualTo("password.too_short");

        set(secret, NEW_PASSWORD);

        house.signIn("ines@example.com", NEW_PASSWORD);
        assertThat(refusalOf(() -> set(secret, "another sentence")).rule())
                .as("used once")
                .isEqualTo("link.unusable");
        assertThat(refusalOf(() -> look(secret)).rule()).isEqualTo("link.unusable");
        assertThat(person("people/anna", "people/ines").hasInvitedUntil()).isFalse();
        assertThat(audit(House.ADMINISTRATOR, ""))
                .filteredOn(event -> event.getSubject().equals("people/ines"))
                .extracting(event -> event.getAction())
                .containsExactlyInAnyOrder("person.password_set", "person.invited");
    }

    @Test
    void an_invitation_is_worth_nothing_after_a_week_and_a_newer_one_replaces_it() {
        String first = secret(invite("people/anna", "ilse", acme).getDelivery().getPath());
        String second = secret(renew("people/anna", "people/ilse"));

        assertThat(refusalOf(() -> set(first, NEW_PASSWORD)).rule()).isEqualTo("link.unusable");
        house.clock.advance(Duration.ofDays(7));
        assertThat(refusalOf(() -> set(second, NEW_PASSWORD)).rule()).isEqualTo("link.unusable");

        set(secret(renew("people/anna", "people/ilse")), NEW_PASSWORD);
        house.signIn("ilse@example.com", NEW_PASSWORD);
    }

    @Test
    void a_repeated_invitation_is_one_person_and_the_same_link() {
        InvitePersonRequest wish = wish("ida", acme).build();
        InvitePersonResponse first = house.as("people/anna").invitePerson(wish);
        InvitePersonResponse second = house.as("people/anna").invitePerson(wish);

        assertThat(second).isEqualTo(first);
        assertThat(refusalOf(() -> invite(House.ADMINISTRATOR, "ida", acme)).reason())
                .isEqualTo(Reason.ALREADY_EXISTS);
    }

    @Test
    void who_looks_after_people_invites_them_and_nobody_else_does() {
        assertThat(invite(House.ADMINISTRATOR, "irma", bolt).getPerson().getCompany())
                .isEqualTo(bolt.getName());
        assertThat(refusalOf(() -> invite("people/anna", "spy", bolt)).reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(refusalOf(() -> invite("people/axel", "friend", acme)).reason())
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(refusalOf(() -> house.as("people/anna")
                                .invitePerson(wish("boss", acme)
                                        .setAdministrator(true)
                                        .build()))
                        .reason())
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(refusalOf(() -> renew("people/anna", "people/otto")).reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(refusalOf(() -> renew("people/otto", "people/olga")).reason())
                .isEqualTo(Reason.NOT_ALLOWED);
        assertThat(refusalOf(() -> look("people/anna", "dbl")).reason()).isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void a_reset_ends_every_session_and_one_who_left_has_no_way_back() {
        house.person("rita", acme);
        String session = house.signIn("rita@example.com", House.PASSWORD).getSecret();
        String secret = secret(renew("people/anna", "people/rita"));
        assertThat(look(secret).getInvitation()).isFalse();

        set(secret, NEW_PASSWORD);

        assertThat(refusalOf(() -> house.gateway()
                                .resolveSession(ResolveSessionRequest.newBuilder()
                                        .setSecret(session)
                                        .build()))
                        .reason())
                .isEqualTo(Reason.UNAUTHENTICATED);
        assertThat(refusalOf(() -> house.signIn("rita@example.com", House.PASSWORD))
                        .reason())
                .isEqualTo(Reason.UNAUTHENTICATED);
        String late = secret(renew("people/anna", "people/rita"));
        deactivate("people/anna", "people/rita");
        assertThat(refusalOf(() -> set(late, NEW_PASSWORD)).rule()).isEqualTo("link.unusable");
        assertThat(refusalOf(() -> renew("people/anna", "people/rita")).rule()).isEqualTo("person.inactive");
    }

    @Test
    void asking_for_a_reset_gets_the_same_answer_whoever_asks() {
        house.person("rosa", acme);

        assertThat(ask("rosa@example.com")).isEqualTo(ask("nobody@example.com"));
        for (int i = 0; i < 10; i++) {
            assertThat(ask("rosa@example.com")).isEqualTo(ask(""));
        }
        assertThat(refusalOf(() -> house.as("people/anna")
                                .requestPasswordReset(RequestPasswordResetRequest.getDefaultInstance()))
                        .reason())
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void no_link_is_readable_in_what_is_stored() {
        String secret = secret(invite("people/anna", "iris", acme).getDelivery().getPath());
        StringBuilder everything = new StringBuilder();
        for (String collection : house.store.database().listCollectionNames()) {
            for (Document document :
                    house.store.database().getCollection(collection).find()) {
                everything.append(document.toJson());
            }
        }

        assertThat(everything.toString())
                .contains("Your invitation to Drumbeat")
                .doesNotContain(secret);
    }

    private InvitePersonResponse invite(String subject, String id, Company company) {
        return house.as(subject).invitePerson(wish(id, company).build());
    }

    private static InvitePersonRequest.Builder wish(String id, Company company) {
        return InvitePersonRequest.newBuilder()
                .setPersonId(id)
                .setDisplayName("Person " + id)
                .setEmail(id + "@example.com")
                .setCompany(company.getName())
                .setRequestId(House.request());
    }

    private String renew(String subject, String person) {
        return house.as(subject)
                .renewPasswordLink(RenewPasswordLinkRequest.newBuilder()
                        .setPerson(person)
                        .setRequestId(House.request())
                        .build())
                .getDelivery()
                .getPath();
    }

    private PasswordLink look(String secret) {
        return look("services/gateway", secret);
    }

    private PasswordLink look(String subject, String secret) {
        return house.as(subject)
                .getPasswordLink(
                        GetPasswordLinkRequest.newBuilder().setSecret(secret).build());
    }

    private void set(String secret, String password) {
        assertThat(house.gateway()
                        .setPassword(SetPasswordRequest.newBuilder()
                                .setSecret(secret)
                                .setNewPassword(password)
                                .build()))
                .isNotNull();
    }

    private Object ask(String email) {
        return house.gateway()
                .requestPasswordReset(
                        RequestPasswordResetRequest.newBuilder().setEmail(email).build());
    }

    private Person person(String subject, String name) {
        List<Person> people = house.as(subject)
                .listPeople(ListPeopleRequest.newBuilder().setPageSize(100).build())
                .getPeopleList();
        return people.stream()
                .filter(person -> person.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String secret(String path) {
        return path.substring(path.indexOf('#') + 1);
    }
}
