package dev.drumbeat.partners.process;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.partners.v1.Caller;
import dev.drumbeat.proto.partners.v1.ChangePasswordRequest;
import dev.drumbeat.proto.partners.v1.Company;
import dev.drumbeat.proto.partners.v1.DeactivatePersonRequest;
import dev.drumbeat.proto.partners.v1.EndSessionRequest;
import dev.drumbeat.proto.partners.v1.ResolveCallerRequest;
import dev.drumbeat.proto.partners.v1.ResolveSessionRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SignInTest {
    private final House house = new House();
    private Company company = Company.getDefaultInstance();

    @BeforeAll
    void furnish() {
        company = house.company("Drumbeat Ltd");
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void the_first_administrator_can_sign_in() {
        var opened = house.signIn("Root@Example.com ", House.PASSWORD);

        assertThat(opened.getCaller().getSubject()).isEqualTo(House.ADMINISTRATOR);
        assertThat(opened.getCaller().getAdministrator()).isTrue();
        assertThat(resolve(opened.getSecret()).getSubject()).isEqualTo(House.ADMINISTRATOR);
    }

    @Test
    void a_wrong_password_an_unknown_address_and_somebody_who_left_get_the_same_answer() {
        house.person("same-known", company);
        house.person("same-left", company);
        deactivate("people/same-left");

        Refusal wrong = refusalOf(() -> house.signIn("same-known@example.com", "wrong password!"));
        Refusal unknown = refusalOf(() -> house.signIn("same-nobody@example.com", "wrong password!"));
        Refusal left = refusalOf(() -> house.signIn("same-left@example.com", House.PASSWORD));

        assertThat(wrong.reason()).isEqualTo(Reason.UNAUTHENTICATED);
        assertThat(unknown.violations()).isEqualTo(wrong.violations());
        assertThat(left.violations()).isEqualTo(wrong.violations());
    }

    @Test
    void after_five_failures_one_waits_longer_and_longer_even_with_the_right_password() {
        house.person("guessed", company);
        for (int i = 0; i < 5; i++) {
            assertThat(failure("guessed@example.com").reason()).isEqualTo(Reason.UNAUTHENTICATED);
        }

        Refusal waiting = refusalOf(() -> house.signIn("guessed@example.com", House.PASSWORD));
        assertThat(waiting.reason()).isEqualTo(Reason.TOO_MANY_ATTEMPTS);
        assertThat(waiting.retryAfter()).contains(Duration.ofSeconds(10));

        house.clock.advance(Duration.ofSeconds(10));
        assertThat(failure("guessed@example.com").reason()).isEqualTo(Reason.UNAUTHENTICATED);
        assertThat(failure("guessed@example.com").retryAfter()).contains(Duration.ofSeconds(20));

        house.clock.advance(Duration.ofSeconds(20));
        house.signIn("guessed@example.com", House.PASSWORD);
        assertThat(failure("guessed@example.com").reason())
                .as("counted from nought again")
                .isEqualTo(Reason.UNAUTHENTICATED);
    }

    @Test
    void an_address_nobody_has_waits_just_the_same() {
        for (int i = 0; i < 5; i++) {
            assertThat(failure("nobody-at-all@example.com").reason()).isEqualTo(Reason.UNAUTHENTICATED);
        }

        assertThat(failure("nobody-at-all@example.com").retryAfter()).contains(Duration.ofSeconds(10));
    }

    @Test
    void many_guesses_at_once_are_no_way_around_the_wait() throws Exception {
        house.person("rushed", company);
        List<Future<Refusal>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20).forEach(i -> answers.add(threads.submit(() -> failure("rushed@example.com"))));
        }
        int looked = 0;
        for (Future<Refusal> answer : answers) {
            looked += answer.get().reason() == Reason.UNAUTHENTICATED ? 1 : 0;
        }

        assertThat(looked).isLessThanOrEqualTo(5);
    }

    @Test
    void sessions_failures_and_the_administrator_outlive_a_restart() {
        try (House other = new House()) {
            String secret =
                    other.signIn(House.ADMINISTRATOR_EMAIL, House.PASSWORD).getSecret();
            for (int i = 0; i < 5; i++) {
                refusalOf(() -> other.signIn(House.ADMINISTRATOR_EMAIL, "wrong password!"));
            }

            other.restart();

            assertThat(other.gateway()
                            .resolveSession(ResolveSessionRequest.newBuilder()
                                    .setSecret(secret)
                                    .build())
                            .getSubject())
                    .isEqualTo(House.ADMINISTRATOR);
            assertThat(refusalOf(() -> other.signIn(House.ADMINISTRATOR_EMAIL, House.PASSWORD))
                            .reason())
                    .isEqualTo(Reason.TOO_MANY_ATTEMPTS);
        }
    }

    @Test
    void only_the_gateway_opens_and_reads_sessions() {
        for (String other : List.of("services/kpis", House.ADMINISTRATOR)) {
            Refusal refusal = refusalOf(() -> house.as(other)
                    .resolveSession(
                            ResolveSessionRequest.newBuilder().setSecret("x").build()));
            assertThat(refusal.rule()).isEqualTo("identity.service_required");
        }
    }

    @Test
    void only_services_ask_who_a_caller_is() {
        assertThat(refusalOf(() -> house.administrator()
                                .resolveCaller(ResolveCallerRequest.newBuilder()
                                        .setSubject(House.ADMINISTRATOR)
                                        .build()))
                        .reason())
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void an_idle_session_ends_after_half_an_hour_and_a_used_one_after_eight_hours() {
        house.person("clocked", company);
        String idle = house.signIn("clocked@example.com", House.PASSWORD).getSecret();
        String used = house.signIn("clocked@example.com", House.PASSWORD).getSecret();

        house.clock.advance(Duration.ofMinutes(29));
        resolve(used);
        house.clock.advance(Duration.ofMinutes(1));
        assertOver(idle);
        for (int i = 0; i < 17; i++) {
            house.clock.advance(Duration.ofMinutes(26));
            resolve(used);
        }
        house.clock.advance(Duration.ofMinutes(8));
        assertOver(used);
    }

    @Test
    void a_page_that_only_watches_idles_out_like_one_that_is_closed() {
        house.person("watcher", company);
        String secret = house.signIn("watcher@example.com", House.PASSWORD).getSecret();

        for (int i = 0; i < 29; i++) {
            house.clock.advance(Duration.ofMinutes(1));
            assertThat(watch(secret).getSubject()).isEqualTo("people/watcher");
        }
        house.clock.advance(Duration.ofMinutes(1));

        assertThat(refusalOf(() -> watch(secret)).rule()).isEqualTo("session.over");
        assertOver(secret);
    }

    @Test
    void whoever_signed_in_is_told_their_sign_in_name_and_other_services_are_not() {
        house.person("named", company);
        var opened = house.signIn(" Named@Example.com", House.PASSWORD);

        assertThat(opened.getCaller().getEmail()).isEqualTo("named@example.com");
        assertThat(resolve(opened.getSecret()).getEmail()).isEqualTo("named@example.com");
        assertThat(watch(opened.getSecret()).getEmail()).isEqualTo("named@example.com");
        assertThat(house.as("services/kpis")
                        .resolveCaller(ResolveCallerRequest.newBuilder()
                                .setSubject("people/named")
                                .build())
                        .getEmail())
                .isEmpty();
    }

    @Test
    void signing_out_ends_the_session_and_twice_is_harmless() {
        house.person("leaver", company);
        String secret = house.signIn("leaver@example.com", House.PASSWORD).getSecret();

        endSession(secret);
        endSession(secret);

        assertOver(secret);
    }

    @Test
    void a_person_who_left_is_out_at_once_in_every_way() {
        house.person("fired", company);
        String secret = house.signIn("fired@example.com", House.PASSWORD).getSecret();

        deactivate("people/fired");

        assertOver(secret);
        assertThat(refusalOf(() -> house.as("people/fired").changePassword(ChangePasswordRequest.getDefaultInstance()))
                        .reason())
                .isEqualTo(Reason.UNAUTHENTICATED);
        assertThat(refusalOf(() -> house.as("services/kpis")
                                .resolveCaller(ResolveCallerRequest.newBuilder()
                                        .setSubject("people/fired")
                                        .build()))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void a_new_password_ends_all_sessions_but_the_one_at_hand() {
        house.person("changer", company);
        String here = house.signIn("changer@example.com", House.PASSWORD).getSecret();
        String elsewhere = house.signIn("changer@example.com", House.PASSWORD).getSecret();
        ChangePasswordRequest wish = change(House.PASSWORD, "a very different sentence", here);

        house.as("people/changer").changePassword(wish);
        house.as("people/changer").changePassword(wish);

        assertThat(resolve(here).getSubject()).isEqualTo("people/changer");
        assertOver(elsewhere);
        assertThat(failure("changer@example.com", House.PASSWORD).rule()).isEqualTo("sign_in.wrong");
        house.signIn("changer@example.com", "a very different sentence");
    }

    @Test
    void somebody_elses_session_is_not_kept() {
        house.person("keeper", company);
        house.person("victim", company);
        String foreign = house.signIn("victim@example.com", House.PASSWORD).getSecret();
        house.signIn("keeper@example.com", House.PASSWORD);

        house.as("people/keeper").changePassword(change(House.PASSWORD, "a very different sentence", foreign));

        assertThat(resolve(foreign).getSubject()).isEqualTo("people/victim");
    }

    @Test
    void a_new_password_needs_the_old_one_and_must_be_good() {
        house.person("careless", company);

        assertThat(refusalOf(() -> house.as("people/careless")
                                .changePassword(change("not my password", "a very different sentence", "")))
                        .field())
                .isEqualTo("current_password");
        for (String bad : List.of(
                "short",
                "password1234",
                "Passw0rd!2026",
                "careless@example.com",
                "careless-2026-x",
                "111111111111",
                "x".repeat(129))) {
            assertThat(refusalOf(() -> house.as("people/careless").changePassword(change(House.PASSWORD, bad, "")))
                            .field())
                    .as(bad)
                    .isEqualTo("new_password");
        }
    }

    @Test
    void guessing_the_old_password_from_a_stolen_session_waits_too() {
        house.person("stolen", company);
        for (int i = 0; i < 5; i++) {
            refusalOf(() -> house.as("people/stolen")
                    .changePassword(change("not my password", "a very different sentence", "")));
        }

        assertThat(refusalOf(() -> house.as("people/stolen")
                                .changePassword(change(House.PASSWORD, "a very different sentence", "")))
                        .reason())
                .isEqualTo(Reason.TOO_MANY_ATTEMPTS);
    }

    private Caller resolve(String secret) {
        return house.gateway()
                .resolveSession(
                        ResolveSessionRequest.newBuilder().setSecret(secret).build());
    }

    private Caller watch(String secret) {
        return house.gateway()
                .resolveSession(ResolveSessionRequest.newBuilder()
                        .setSecret(secret)
                        .setWatching(true)
                        .build());
    }

    private void assertOver(String secret) {
        Refusal refusal = refusalOf(() -> resolve(secret));
        assertThat(refusal.reason()).isEqualTo(Reason.UNAUTHENTICATED);
        assertThat(refusal.rule()).isEqualTo("session.over");
    }

    private void endSession(String secret) {
        assertThat(house.gateway()
                        .endSession(
                                EndSessionRequest.newBuilder().setSecret(secret).build()))
                .isNotNull();
    }

    private Refusal failure(String email) {
        return failure(email, "wrong password!");
    }

    private Refusal failure(String email, String password) {
        return refusalOf(() -> house.signIn(email, password));
    }

    private void deactivate(String person) {
        assertThat(house.administrator()
                        .deactivatePerson(DeactivatePersonRequest.newBuilder()
                                .setName(person)
                                .setReason("left the company")
                                .setRequestId(House.request())
                                .build())
                        .hasDeactivatedAt())
                .isTrue();
    }

    private static ChangePasswordRequest change(String current, String next, String keptSession) {
        return ChangePasswordRequest.newBuilder()
                .setCurrentPassword(current)
                .setNewPassword(next)
                .setKeptSessionSecret(keptSession)
                .setRequestId(House.request())
                .build();
    }
}
