package dev.drumbeat.kpis.spc;

import static dev.drumbeat.kpis.spc.Fixtures.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits of 90 to 96, and targets around and exactly on them. */
class AssuranceTest {
    private static final Limits LIMITS = new Limits(decimal("90"), decimal("93"), decimal("96"));

    @ParameterizedTest
    @CsvSource({
        "89.999, PASSES",
        "90.00, PASSES",
        "90.001, HIT_OR_MISS",
        "93, HIT_OR_MISS",
        "96.0, HIT_OR_MISS",
        "96.001, FAILS"
    })
    void at_least(String target, Assurance assurance) {
        assertThat(Assurance.of(LIMITS, new Target.AtLeast(decimal(target)))).isEqualTo(assurance);
    }

    @ParameterizedTest
    @CsvSource({
        "96.001, PASSES",
        "96.0, PASSES",
        "95.999, HIT_OR_MISS",
        "93, HIT_OR_MISS",
        "90.00, HIT_OR_MISS",
        "89.999, FAILS"
    })
    void at_most(String target, Assurance assurance) {
        assertThat(Assurance.of(LIMITS, new Target.AtMost(decimal(target)))).isEqualTo(assurance);
    }

    @ParameterizedTest
    @CsvSource({
        "80, 97, PASSES",
        "90, 96, PASSES",
        "91, 96, HIT_OR_MISS",
        "90, 95, HIT_OR_MISS",
        "92, 94, HIT_OR_MISS",
        "80, 90, HIT_OR_MISS",
        "96, 99, HIT_OR_MISS",
        "80, 89.9, FAILS",
        "96.1, 99, FAILS"
    })
    void between(String low, String high, Assurance assurance) {
        assertThat(Assurance.of(LIMITS, new Target.Between(decimal(low), decimal(high))))
                .isEqualTo(assurance);
    }
}
