package dev.drumbeat.demo.scms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.demo.plan.Figure;
import dev.drumbeat.demo.plan.PlannedFigure;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonthlyFiguresTest {
    private static final DateShift UNMOVED = new DateShift(0);

    private final DeliveryHistory history = DeliveryHistory.read();
    private final MonthlyFigures figures = new MonthlyFigures(history);

    @Test
    void every_figure_of_every_vendor_and_month_equals_a_second_count_of_the_raw_lines() {
        Map<Recount.Key, Recount.Sums> recount = new HashMap<>(Recount.ofRawLines());
        for (Vendor vendor : history.vendors()) {
            for (PlannedFigure planned : figures.of(vendor, UNMOVED)) {
                Recount.Sums expected = recount.remove(new Recount.Key(vendor.slug(), planned.period(), planned.kpi()));
                switch (planned.figure()) {
                    case Figure.NoActivity() ->
                        assertThat(expected).as("%s %s", vendor.slug(), planned).isNull();
                    case Figure.Fraction(BigDecimal numerator, BigDecimal denominator) ->
                        assertThat(new Recount.Sums(numerator, denominator))
                                .as("%s %s", vendor.slug(), planned)
                                .isEqualTo(expected);
                }
            }
        }
        assertThat(recount).as("counted, but not among the figures").isEmpty();
    }

    @Test
    void
            every_kpi_has_exactly_one_figure_for_every_month_from_the_first_delivery_to_the_last_complete_one_of_the_data() {
        assertThat(of("orgenics")).hasSize(5 * 97).doesNotHaveDuplicates();
        assertThat(of("orgenics").getFirst().period()).isEqualTo("2007-08");
        assertThat(of("orgenics").getLast().period()).isEqualTo("2015-08");
        assertThat(history.vendors().stream()
                        .mapToInt(vendor -> figures.of(vendor, UNMOVED).size())
                        .sum())
                .isEqualTo(4_585);
    }

    /** Counted by hand in the source: 18 lines, of which number 17096 came a week late. */
    @Test
    void a_month_with_one_late_line_of_eighteen_is_17_over_18() {
        assertThat(figure("orgenics", "on-time-delivery", "2015-05")).isEqualTo(Figure.ofCounts(17, 18));
        assertThat(figure("orgenics", "days-late", "2015-05")).isEqualTo(Figure.ofCounts(7, 18));
    }

    @Test
    void a_month_without_deliveries_is_no_activity_for_every_kpi() {
        assertThat(of("s-buys-wholesaler"))
                .filteredOn(figure -> figure.period().equals("2015-08"))
                .hasSize(5)
                .allMatch(figure -> figure.figure().equals(Figure.NO_ACTIVITY));
    }

    @Test
    void a_month_whose_lines_state_no_freight_is_no_activity_for_freight_only() {
        assertThat(figure("orgenics", "freight-burden", "2015-07")).isEqualTo(Figure.NO_ACTIVITY);
        assertThat(figure("orgenics", "on-time-delivery", "2015-07")).isEqualTo(Figure.ofCounts(24, 36));
        assertThat(of("pharmacy-direct"))
                .filteredOn(figure -> figure.kpi().equals("freight-burden"))
                .allMatch(figure -> figure.figure().equals(Figure.NO_ACTIVITY));
    }

    /** Three lines came, one of them states its freight. */
    @Test
    void amounts_are_exact_to_the_cent() {
        assertThat(figure("aurobindo", "freight-burden", "2006-08"))
                .isEqualTo(new Figure.Fraction(new BigDecimal("45450.08"), new BigDecimal("121600")));
    }

    @Test
    void the_last_month_of_the_data_becomes_the_last_complete_month() {
        var shift = DateShift.soThatDataEndIn(YearMonth.of(2026, 10));

        assertThat(shift.months()).isEqualTo(134);
        assertThat(figures.of(vendor("aurobindo"), shift).getLast().period()).isEqualTo("2026-10");
        assertThat(figures.of(vendor("aurobindo"), shift).getFirst().period()).isEqualTo("2017-10");
    }

    private List<PlannedFigure> of(String vendor) {
        return figures.of(vendor(vendor), UNMOVED);
    }

    private Figure figure(String vendor, String kpi, String month) {
        return of(vendor).stream()
                .filter(figure -> figure.kpi().equals(kpi) && figure.period().equals(month))
                .findFirst()
                .orElseThrow()
                .figure();
    }

    private Vendor vendor(String slug) {
        return history.vendors().stream()
                .filter(vendor -> vendor.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
