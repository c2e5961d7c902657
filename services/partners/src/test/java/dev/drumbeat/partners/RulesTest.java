package dev.drumbeat.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.domain.Validation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RulesTest {
    @ParameterizedTest
    @CsvSource({"1,0", "4,0", "5,10", "6,20", "7,40", "10,320", "11,640", "12,900", "13,900", "1000000,900"})
    void the_wait_doubles_from_the_fifth_failure_up_to_a_quarter_of_an_hour(int failures, long seconds) {
        assertThat(Attempts.waitAfter(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Property(tries = 200)
    void the_wait_never_shrinks(@ForAll @IntRange(min = 1, max = 100_000) int failures) {
        assertThat(Attempts.waitAfter(failures + 1)).isGreaterThanOrEqualTo(Attempts.waitAfter(failures));
    }

    @Property(tries = 100)
    void however_the_guesses_are_spread_few_are_looked_at(
            @ForAll @Size(max = 300) List<@IntRange(max = 30) Integer> pauses) {
        Attempts attempts = Attempts.none();
        Instant now = Samples.NOW;
        int looked = 0;
        for (int pause : pauses) {
            now = now.plusSeconds(pause);
            try {
                attempts = attempts.next(now);
                looked++;
            } catch (Refusal waiting) {
                assertThat(waiting.reason()).isEqualTo(Reason.TOO_MANY_ATTEMPTS);
            }
        }
        // 300 guesses in at most 9,000 s: five at once, then waits of 10, 20, … 900 s.
        assertThat(looked).isLessThanOrEqualTo(5 + 7 + 10);
    }

    @Test
    void a_day_without_a_failure_forgets_them() {
        Attempts attempts = Attempts.none();
        for (int i = 0; i < 4; i++) {
            attempts = attempts.next(Samples.NOW);
        }

        assertThat(attempts.next(Samples.NOW.plus(Attempts.FORGOTTEN_AFTER)).failures())
                .isEqualTo(1);
        assertThat(attempts.next(Samples.NOW.plus(Attempts.FORGOTTEN_AFTER).minusMillis(1))
                        .failures())
                .isEqualTo(5);
    }

    @Test
    void a_session_ends_when_idle_when_old_or_when_its_account_changed() {
        Account account = Samples.account(Samples.person("ada"));
        Session session = new Session(
                "hash",
                "ada",
                account.sessionEpoch(),
                Samples.NOW,
                Samples.NOW.plusSeconds(28_000),
                Session.Place.UNKNOWN);

        assertThat(session.isOpen(Samples.NOW.plus(Session.LIFE).minusMillis(1), account))
                .isTrue();
        assertThat(session.isOpen(Samples.NOW.plus(Session.LIFE), account)).isFalse();
        Session idle =
                new Session("hash", "ada", account.sessionEpoch(), Samples.NOW, Samples.NOW, Session.Place.UNKNOWN);
        assertThat(idle.isOpen(Samples.NOW.plus(Session.IDLE).minusMillis(1), account))
                .isTrue();
        assertThat(idle.isOpen(Samples.NOW.plus(Session.IDLE), account)).isFalse();
        assertThat(idle.isOpen(Samples.NOW, account.withPassword("new"))).isFalse();
        assertThat(idle.isOpen(Samples.NOW, account.deactivated(Samples.NOW))).isFalse();
    }

    @Property(tries = 200)
    void a_person_is_on_a_partnership_once_with_the_last_role_given(
            @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> people, @ForAll Role last) {
        Partnership partnership = Samples.partnership("acme");
        for (int person : people) {
            partnership = partnership.with(new Member("p" + person, Side.OWNER, Role.VIEWER, Samples.NOW));
        }
        partnership = partnership.with(new Member("p0", Side.OWNER, last, Samples.NOW));

        assertThat(partnership.members()).extracting(Member::person).doesNotHaveDuplicates();
        assertThat(partnership.member("p0"))
                .hasValueSatisfying(member -> assertThat(member.role()).isEqualTo(last));
        assertThat(partnership.without("p0").member("p0")).isEmpty();
    }

    @Test
    void a_partnership_has_room_for_two_hundred() {
        Partnership full = Samples.partnership("acme");
        for (int i = 0; i < Partnership.MEMBERS_MAX; i++) {
            full = full.with(new Member("p" + i, Side.OWNER, Role.VIEWER, Samples.NOW));
        }
        Partnership last = full;

        assertThat(last.with(new Member("p0", Side.OWNER, Role.OPS, Samples.NOW))
                        .members())
                .hasSize(200);
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> last.with(new Member("one-more", Side.OWNER, Role.OPS, Samples.NOW)))
                        .reason())
                .isEqualTo(Reason.LIMIT_REACHED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "password1234",
                "PASSWORD!!!!",
                "Passw0rd2026!",
                "qwertyuiop12",
                "aaaaaaaaaaaa",
                "123456789012",
                "passwordpassword",
                "ada.lovelace@example.com",
                "xx-ada.lovelace-xx"
            })
    void what_everybody_tries_first_is_no_password(String password) {
        assertThat(rules(password)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"correct horse battery", "Zürich liegt am See", "株式会社のパスワードです。長い", "my-password-is-this-sentence"
            })
    void a_sentence_is_a_password(String password) {
        assertThat(rules(password)).isEmpty();
    }

    @Test
    void one_password_is_one_password_however_its_letters_are_composed() {
        assertThat(PasswordPolicy.normalized("Zu\u0308rich")).isEqualTo(PasswordPolicy.normalized("Z\u00FCrich"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@",
                "@example.com",
                "a da@example.com",
                "ada@example",
                "ada@@example.com",
                "a\u0000@example.com",
                ""
            })
    void an_address_looks_like_one(String email) {
        Validation validation = new Validation();
        People.email(validation, email);

        assertThat(validation.isClean()).isFalse();
    }

    private static List<String> rules(String password) {
        Validation validation = new Validation();
        PasswordPolicy.check(validation, "password", password, "ada.lovelace@example.com");
        return validation.violations().stream()
                .map(violation -> violation.rule())
                .toList();
    }
}
