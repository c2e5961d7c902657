package dev.drumbeat.demo.scms;

import static dev.drumbeat.demo.scms.ScmsKpi.DAYS_LATE;
import static dev.drumbeat.demo.scms.ScmsKpi.EXPEDITE_SHARE;
import static dev.drumbeat.demo.scms.ScmsKpi.FREIGHT_BURDEN;
import static dev.drumbeat.demo.scms.ScmsKpi.LEAD_TIME;
import static dev.drumbeat.demo.scms.ScmsKpi.ON_TIME_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.demo.plan.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScmsKpiTest {
    private static final LocalDate DUE = LocalDate.of(2012, 2, 29);

    @Test
    void a_line_on_its_day_is_on_time_and_a_day_later_is_not() {
        List<Delivery> lines = List.of(delivered(DUE), delivered(DUE.plusDays(1)));

        assertThat(ON_TIME_DELIVERY.of(lines)).isEqualTo(Figure.ofCounts(1, 2));
    }

    @Test
    void early_lines_do_not_make_up_for_late_ones() {
        List<Delivery> lines = List.of(delivered(DUE.minusDays(30)), delivered(DUE.plusDays(3)));

        assertThat(DAYS_LATE.of(lines)).isEqualTo(Figure.ofCounts(3, 2));
    }

    @Test
    void only_lines_that_say_how_they_travelled_count_for_expediting() {
        List<Delivery> lines = List.of(sent("Air Charter"), sent("Ocean"), sent(null));

        assertThat(EXPEDITE_SHARE.of(lines)).isEqualTo(Figure.ofCounts(1, 2));
        assertThat(EXPEDITE_SHARE.of(List.of(sent(null)))).isEqualTo(Figure.NO_ACTIVITY);
    }

    @Test
    void an_order_dated_after_its_delivery_counts_for_nothing_and_one_of_the_same_day_counts_zero() {
        List<Delivery> lines =
                List.of(ordered(DUE.minusDays(60)), ordered(DUE), ordered(DUE.plusDays(1)), ordered(null));

        assertThat(LEAD_TIME.of(lines)).isEqualTo(Figure.ofCounts(60, 2));
    }

    @Test
    void freight_is_weighed_only_against_the_value_of_lines_that_state_it() {
        List<Delivery> lines = List.of(freight("0.75", "100"), freight(null, "900"));

        assertThat(FREIGHT_BURDEN.of(lines))
                .isEqualTo(new Figure.Fraction(new BigDecimal("0.75"), new BigDecimal("100")));
    }

    private static Delivery delivered(LocalDate day) {
        return new Delivery(1, "v", "Air", null, DUE, day, BigDecimal.ONE, null);
    }

    private static Delivery sent(@Nullable String mode) {
        return new Delivery(1, "v", mode, null, DUE, DUE, BigDecimal.ONE, null);
    }

    private static Delivery ordered(@Nullable LocalDate day) {
        return new Delivery(1, "v", "Air", day, DUE, DUE, BigDecimal.ONE, null);
    }

    private static Delivery freight(@Nullable String freight, String value) {
        BigDecimal stated = freight == null ? null : new BigDecimal(freight);
        return new Delivery(1, "v", "Air", null, DUE, DUE, new BigDecimal(value), stated);
    }
}
