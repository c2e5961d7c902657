package dev.drumbeat.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdsTest {
    @ParameterizedTest
    @CsvSource({
        "Orgenics Ltd., orgenics-ltd",
        "Société Générale, societe-generale",
        "Weiß & Söhne, weiss-sohne",
        "'  --  ', ''",
        "株式会社, ''"
    })
    void a_slug_is_what_is_left_of_a_name(String name, String slug) {
        assertThat(Ids.slug(name)).isEqualTo(slug);
    }

    @Test
    void a_slug_of_a_long_name_is_cut_without_a_hyphen_at_its_end() {
        assertThat(Ids.slug("a".repeat(39) + " b")).isEqualTo("a".repeat(39));
    }

    @Test
    void the_same_parts_give_the_same_id_and_their_borders_count() {
        assertThat(Ids.of("a", "bc")).isEqualTo(Ids.of("a", "bc")).isNotEqualTo(Ids.of("ab", "c"));
    }

    @Test
    void random_ids_differ_and_are_made_of_letters_and_digits() {
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> Ids.random()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-z]{20}"));
    }

    @Test
    void a_name_is_taken_apart() {
        assertThat(ResourceName.ids("partnerships/acme/kpis/otd", "partnerships", "kpis"))
                .containsExactly("acme", "otd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme",
                "partnerships",
                "partnerships/",
                "partnerships/acme/",
                "people/acme",
                "partnerships/a b",
                "partnerships/$ne",
                "partnerships/acme/kpis/otd",
                "partnerships/a\u0000"
            })
    void a_name_of_another_shape_names_nothing(String name) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ResourceName.id(name, "partnerships"));

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_FOUND);
    }
}
