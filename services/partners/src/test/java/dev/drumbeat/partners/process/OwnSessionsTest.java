package dev.drumbeat.partners.process;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.partners.v1.EndSessionsRequest;
import dev.drumbeat.proto.partners.v1.ListSessionsRequest;
import dev.drumbeat.proto.partners.v1.OpenSessionRequest;
import dev.drumbeat.proto.partners.v1.ResolveSessionRequest;
import dev.drumbeat.proto.partners.v1.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a person is signed in, and how they end it. */
final class OwnSessionsTest extends TwoPartnerships {
    @Test
    void a_person_sees_where_they_are_signed_in_and_which_one_this_is() {
        house.person("sees", acme);
        open("sees", "Firefox on Linux", "192.0.2.7");
        String here = open("sees", "Chrome\u0000 on Android", "192.0.2.8");

        List<Session> sessions = sessions("people/sees", here);

        assertThat(sessions)
                .extracting(Session::getBrowser, Session::getAddress, Session::getCurrent)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Firefox on Linux", "192.0.2.7", false),
                        org.assertj.core.groups.Tuple.tuple("Chrome  on Android", "192.0.2.8", true));
        assertThat(sessions.toString()).doesNotContain(here);
        assertThat(sessions("people/otto", "")).isEmpty();
    }

    @Test
    void one_session_is_ended_and_the_others_go_on() {
        house.person("ends-one", acme);
        String lost = open("ends-one", "lost phone", "");
        String here = open("ends-one", "here", "");
        String name = sessions("people/ends-one", here).stream()
                .filter(session -> !session.getCurrent())
                .findFirst()
                .orElseThrow()
                .getName();

        end("people/otto", name, "");
        assertThat(isOpen(lost)).as("nobody ends another's").isTrue();
        end("people/ends-one", name, here);
        end("people/ends-one", name, here);

        assertThat(isOpen(lost)).isFalse();
        assertThat(isOpen(here)).isTrue();
        assertThat(audit(House.ADMINISTRATOR, ""))
                .filteredOn(event -> event.getSubject().equals("people/ends-one"))
                .extracting(event -> event.getAction())
                .contains("person.sessions_ended");
    }

    @Test
    void all_others_are_ended_at_once() {
        house.person("ends-all", acme);
        String one = open("ends-all", "one", "");
        String two = open("ends-all", "two", "");
        String here = open("ends-all", "here", "");

        end("people/ends-all", "", here);

        assertThat(isOpen(one)).isFalse();
        assertThat(isOpen(two)).isFalse();
        assertThat(isOpen(here)).isTrue();
        assertThat(sessions("people/ends-all", here)).hasSize(1);
    }

    @Test
    void who_is_no_person_has_no_sessions() {
        assertThat(refusalOf(() -> sessions("services/gateway", "")).reason()).isEqualTo(Reason.NOT_ALLOWED);
    }

    private String open(String person, String browser, String address) {
        return house.gateway()
                .openSession(OpenSessionRequest.newBuilder()
                        .setEmail(person + "@example.com")
                        .setPassword(House.PASSWORD)
                        .setBrowser(browser)
                        .setAddress(address)
                        .build())
                .getSecret();
    }

    private List<Session> sessions(String subject, String current) {
        return house.as(subject)
                .listSessions(ListSessionsRequest.newBuilder()
                        .setCurrentSessionSecret(current)
                        .build())
                .getSessionsList();
    }

    private void end(String subject, String name, String current) {
        assertThat(house.as(subject)
                        .endSessions(EndSessionsRequest.newBuilder()
                                .setName(name)
                                .setCurrentSessionSecret(current)
                                .setRequestId(House.request())
                                .build()))
                .isNotNull();
    }

    private boolean isOpen(String secret) {
        ResolveSessionRequest question =
                ResolveSessionRequest.newBuilder().setSecret(secret).build();
        try {
            return !house.gateway().resolveSession(question).getSubject().isEmpty();
        } catch (io.grpc.StatusRuntimeException e) {
            return false;
        }
    }
}
