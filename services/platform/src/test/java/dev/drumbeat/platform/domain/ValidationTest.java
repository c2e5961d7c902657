package dev.drumbeat.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValidationTest {
    @Test
    void everything_wrong_is_said_at_once_with_its_field() {
        Validation validation = new Validation();
        validation.line("display_name", "", 2, 40);
        validation.zone("time_zone", "Mars/Olympus");
        validation.currency("currency", "XYZW");
        validation.id("id", "Not An Id");

        Refusal refusal = catchThrowableOfType(Refusal.class, validation::orRefuse);

        assertThat(refusal.reason()).isEqualTo(Reason.INVALID_FIELD);
        assertThat(refusal.violations())
                .extracting(Violation::field)
                .containsExactly("display_name", "time_zone", "currency", "id");
    }

    @Test
    void good_values_pass_trimmed() {
        Validation validation = new Validation();

        assertThat(validation.line("name", "  Zürich & Søn 株式会社 ", 2, 40)).isEqualTo("Zürich & Søn 株式会社");
        assertThat(validation.zone("zone", "America/Bahia_Banderas").getId()).isEqualTo("America/Bahia_Banderas");
        assertThat(validation.currency("currency", "USD")).isEqualTo("USD");
        assertThat(validation.text("note", "one\ntwo\tthree", 0, 40)).contains("\n");
        assertThatCode(validation::orRefuse).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nul\u0000",
                "bell\u0007",
                "line\nbreak",
                "right\u202Eleft",
                "half \uD83D surrogate",
                "\uFEFFmark"
            })
    void names_have_no_characters_that_hide_or_break(String name) {
        Validation validation = new Validation();
        validation.line("name", name, 1, 40);

        assertThat(validation.violations()).extracting(Violation::rule).contains("text.control_characters");
    }

    @Test
    void length_counts_characters_as_people_do() {
        Validation validation = new Validation();
        validation.line("name", "🥁".repeat(40), 1, 40);

        assertThat(validation.isClean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-ab", "ab-", "Ab", "a_b", "a/b", "a$b", "a.b", "ab\n"})
    void ids_are_plain(String id) {
        Validation validation = new Validation();
        validation.id("id", id);

        assertThat(validation.isClean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "GMT+2", "Z", "EST", ""})
    void a_zone_is_a_place_not_an_offset(String zone) {
        Validation validation = new Validation();
        validation.zone("time_zone", zone);

        assertThat(validation.isClean()).isFalse();
    }
}
