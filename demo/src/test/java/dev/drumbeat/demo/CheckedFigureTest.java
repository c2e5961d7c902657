package dev.drumbeat.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drumbeat.demo.plan.PartnershipPlan;
import dev.drumbeat.demo.scms.Recount;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** A check that finds nothing must be one that would have found something. */
class CheckedFigureTest {
    private static final String MONTH = "2015-05";
    private static final Recount.Sums SUMS = new Recount.Sums(BigDecimal.valueOf(17), BigDecimal.valueOf(18));

    private final PartnershipPlan orgenics =
            Demo.plan(Demo.cast(), Demo.Dates.ofTheSource()).partnerships().getFirst();
    private final CheckedFigure onTime =
            new CheckedFigure(orgenics, orgenics.kpis().getFirst());

    @Test
    void the_right_figure_passes_however_many_decimals_are_shown() throws JsonProcessingException {
        for (String value : new String[] {"94.4", "94.44", "94.4444444444"}) {
            assertThat(onTime.difference(MONTH, SUMS, found("17", "18", value, "AMBER")))
                    .isEmpty();
        }
    }

    @Test
    void a_wrong_numerator_value_or_status_is_found() throws JsonProcessingException {
        assertThat(onTime.difference(MONTH, SUMS, found("16", "18", "94.4", "AMBER")))
                .isPresent();
        assertThat(onTime.difference(MONTH, SUMS, found("17", "18", "94.5", "AMBER")))
                .isPresent();
        assertThat(onTime.difference(MONTH, SUMS, found("17", "18", "94.4", "GREEN")))
                .isPresent();
        assertThat(onTime.difference(MONTH, SUMS, null)).isPresent();
    }

    @Test
    void a_value_that_meets_the_target_exactly_is_green() throws JsonProcessingException {
        var exactly = new Recount.Sums(BigDecimal.valueOf(19), BigDecimal.valueOf(20));

        assertThat(onTime.difference(MONTH, exactly, found("19", "20", "95.0", "GREEN")))
                .isEmpty();
        assertThat(onTime.difference(MONTH, exactly, found("19", "20", "95.0", "AMBER")))
                .isPresent();
    }

    @Test
    void a_figure_where_nothing_was_delivered_is_found_and_so_is_its_absence() throws JsonProcessingException {
        JsonNode none = new ObjectMapper().readTree("{\"noActivity\":true,\"value\":null,\"status\":\"NO_DATA\"}");

        assertThat(onTime.difference(MONTH, null, none)).isEmpty();
        assertThat(onTime.difference(MONTH, null, found("0", "1", "0", "RED"))).isPresent();
        assertThat(onTime.difference(MONTH, SUMS, none)).isPresent();
    }

    private static JsonNode found(String numerator, String denominator, String value, String status)
            throws JsonProcessingException {
        return new ObjectMapper().readTree("""
                {"numerator":"%s","denominator":"%s","value":"%s","noActivity":false,"status":"%s"}
                """.formatted(numerator, denominator, value, status));
    }
}
