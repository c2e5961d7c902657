package dev.drumbeat.gateway.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MutationsTest {
    @ParameterizedTest
    @CsvSource({
        "measurements[3].period, measurements.3.period",
        "measurements[0].figure.fraction.numerator, measurements.0.figure.numerator",
        "measurements[12].figure.value, measurements.12.figure.value",
        "kpi.display_name, displayName",
        "kpi_id, slug",
        "bounds.upper_red_limit, bounds.upperRedLimit",
        "request_id, requestId",
    })
    void a_field_of_the_contract_is_named_as_the_input_names_it(String path, String field) {
        assertThat(Mutations.field(path, Map.of("kpi", "", "kpi_id", "slug"))).isEqualTo(field);
    }

    @Test
    void a_rule_about_the_whole_names_no_field() {
        assertThat(Mutations.field("", Map.of())).isNull();
        assertThat(Mutations.field("kpi", Map.of("kpi", ""))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"revision.stale, REVISION_STALE", "PERIOD_FORMAT, PERIOD_FORMAT", "a.b-c, A_B_C"})
    void rules_have_codes(String rule, String code) {
        assertThat(Mutations.code(rule)).isEqualTo(code);
    }
}
