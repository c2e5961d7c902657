package dev.drumbeat.kpis.spc;

import static dev.drumbeat.kpis.spc.Fixtures.figures;
import static dev.drumbeat.kpis.spc.Fixtures.higher;
import static dev.drumbeat.kpis.spc.Fixtures.judged;
import static dev.drumbeat.kpis.spc.Fixtures.limits;
import static dev.drumbeat.kpis.spc.Fixtures.lower;
import static dev.drumbeat.kpis.spc.Fixtures.standardised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Limits, sums and averages that others have printed. */
class PublishedFiguresTest {
    /** Montgomery, Introduction to Statistical Quality Control: nonconforming cans of orange juice in 30 samples of 50. */
    private static final int[] ORANGE_JUICE = {
        12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6
    };

    private static final String NIST_FLOW_RATES = "49.6 47.6 49.9 51.3 47.8 51.2 52.6 52.4 53.6 52.1";

    /** NIST/SEMATECH e-Handbook 6.3.2.4. */
    private static final double[] NIST_EWMA_DATA = {
        52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4,
        53.6, 52.1
    };

    /** NIST/SEMATECH e-Handbook 6.3.2.3. */
    private static final double[] NIST_CUSUM_DATA = {
        324.925, 324.675, 324.725, 324.350, 325.350, 325.225, 324.125, 324.525, 325.225, 324.600, 324.625, 325.150,
        328.325, 327.250, 327.825, 328.500, 326.675, 327.775, 326.875, 328.350
    };

    /** Montgomery, table 9.1: twenty points around 10, then ten around 11. */
    private static final double[] MONTGOMERY = {
        9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40, 10.08, 9.37, 10.62,
        10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52
    };

    @Test
    void individuals_of_the_nist_handbook_6_3_2_2() {
        Limits limits = limits(higher(NIST_FLOW_RATES), 1);

        assertClose(limits.centre(), 50.81, 1e-12);
        assertClose(limits.lower(), 45.8159, 5e-5);
        assertClose(limits.upper(), 55.8041, 5e-5);
    }

    @Test
    void an_outlier_does_not_widen_the_limits_that_should_show_it() {
        var judged = judged(lower("1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1"));

        Limits limits = judged.chart().points().getFirst().limits().orElseThrow();
        assertClose(limits.centre(), 1.94, 0.005);
        assertClose(limits.lower(), -0.72, 0.005);
        assertClose(limits.upper(), 4.60, 0.005);
        assertThat(judged.chart().signals()).singleElement().satisfies(signal -> {
            assertThat(signal.rule()).isEqualTo(Rule.NHS_ASTRONOMICAL_POINT);
            assertThat(signal.points()).containsExactly(4);
            assertThat(signal.meaning()).isEqualTo(Variation.CONCERN);
        });
    }

    @Test
    void p_chart_of_the_orange_juice_cans() {
        var judged = judged(SpcQuestion.about(orangeJuice(), Direction.LOWER_IS_BETTER));

        assertThat(IntStream.of(ORANGE_JUICE).sum()).isEqualTo(347);
        assertThat(judged.chart().kind()).isEqualTo(ChartKind.PROPORTION);
        assertThat(judged.chart().points()).allSatisfy(point -> {
            Limits limits = point.limits().orElseThrow();
            assertClose(limits.centre(), 0.23133, 5e-6);
            assertClose(limits.lower(), 0.05243, 5e-6);
            assertClose(limits.upper(), 0.41024, 5e-6);
        });
        assertThat(judged.chart().signals().stream().filter(signal -> signal.rule() == Rule.NHS_ASTRONOMICAL_POINT))
                .extracting(Signal::points)
                .containsExactly(List.of(14), List.of(22));
    }

    @Test
    void p_chart_in_percent_has_the_same_shape_and_signals() {
        var question = SpcQuestion.about(orangeJuice(), Direction.LOWER_IS_BETTER);
        var percent = judged(question.scaledBy(BigDecimal.valueOf(100)));

        Limits limits = percent.chart().points().getFirst().limits().orElseThrow();
        assertClose(limits.lower(), 5.243, 5e-4);
        assertClose(limits.upper(), 41.024, 5e-4);
        assertThat(percent.chart().signals()).isEqualTo(judged(question).chart().signals());
        assertThat(percent.chart().points().getFirst().value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("24"));
    }

    @Test
    void c_chart_of_the_nist_handbook_6_3_3_1_a_count_on_the_limit_is_not_out() {
        var wafers = figures("16 14 28 16 12 20 10 12 10 17 19 17 14 16 15 13 14 16 11 20 11 19 16 31 13");
        var judged = judged(SpcQuestion.about(wafers, Direction.LOWER_IS_BETTER).charted(ChartKind.forCounts(wafers)));

        Limits limits = judged.chart().points().getFirst().limits().orElseThrow();
        assertThat(judged.chart().kind()).isEqualTo(ChartKind.COUNT);
        assertThat(limits.centre()).isEqualByComparingTo("16");
        assertThat(limits.lower()).isEqualByComparingTo("4");
        assertThat(limits.upper()).isEqualByComparingTo("28");
        assertThat(judged.chart().signals().stream().filter(signal -> signal.rule() == Rule.NHS_ASTRONOMICAL_POINT))
                .extracting(Signal::points)
                .containsExactly(List.of(23));
    }

    @Test
    void u_chart_of_the_dyed_cloth_limits_follow_the_size_of_the_roll() {
        var cloth = figures("14/10.0 12/8.0 20/13.0 11/10.0 7/9.5 10/10.0 21/12.0 16/10.5 19/12.0 23/12.5");
        var question = SpcQuestion.about(cloth, Direction.LOWER_IS_BETTER).charted(ChartKind.forCounts(cloth));

        assertThat(question.kind()).isEqualTo(ChartKind.RATE);
        assertClose(limits(question, 8.0).lower(), 0.16, 0.01);
        assertClose(limits(question, 8.0).centre(), 1.42, 0.005);
        assertClose(limits(question, 8.0).upper(), 2.68, 0.01);
        assertClose(limits(question, 13.0).lower(), 0.43, 0.01);
        assertClose(limits(question, 13.0).upper(), 2.41, 0.01);
    }

    @Test
    void ewma_of_the_nist_handbook_6_3_2_4() {
        var settings = new DriftSettings(0.3, 3, 0.5, 5);
        List<Ewma.Step> steps = Ewma.over(standardised(50, 2.0539, NIST_EWMA_DATA), settings);

        assertThat(steps.stream()
                        .map(step -> "%.2f".formatted(50 + 2.0539 * step.statistic()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo("50.60 49.52 50.56 50.18 50.16 49.21 49.75 49.85 50.26 50.33 50.11 49.36 49.52 50.05 49.38 "
                        + "49.92 50.73 51.23 51.94 51.99");
        assertThat(50 + 2.0539 * steps.getLast().limit()).isCloseTo(52.5884, within(1e-3));
        assertThat(50 - 2.0539 * steps.getLast().limit()).isCloseTo(47.4115, within(1e-3));
        assertThat(steps).allSatisfy(step -> assertThat(step.alarm()).isEqualTo(Heading.NEITHER));
    }

    @Test
    void cusum_of_the_nist_handbook_6_3_2_3() {
        double sigma = 0.635;
        var settings = new DriftSettings(0.2, 3, 0.3175 / sigma, 4.1959 / sigma);
        List<Cusum.Step> steps = Cusum.over(standardised(325, sigma, NIST_CUSUM_DATA), settings);

        assertThat(steps.stream().mapToDouble(step -> sigma * step.up()).toArray())
                .containsExactly(
                        new double[] {
                            0, 0, 0, 0, 0.03, 0, 0, 0, 0, 0, 0, 0, 3.01, 4.94, 7.45, 10.63, 11.99, 14.44, 16.00, 19.04
                        },
                        within(0.0051));
        assertThat(IntStream.range(0, 20).filter(i -> steps.get(i).alarm(Heading.UP, settings)))
                .containsExactly(13, 14, 15, 16, 17, 18, 19);
        assertThat(steps).noneMatch(step -> step.alarm(Heading.DOWN, settings));
    }

    @Test
    void cusum_of_montgomery_alarms_at_the_29th_point_and_dates_the_drift_to_the_23rd() {
        List<DriftAlarm> alarms = montgomeryDrift(DriftSettings.USUAL);
        List<Cusum.Step> steps = Cusum.over(standardised(10, 1, MONTGOMERY), DriftSettings.USUAL);

        assertThat(steps.stream().mapToDouble(Cusum.Step::up).toArray())
                .containsExactly(
                        new double[] {
                            0, 0, 0, 1.16, 2.82, 2.50, 0.04, 1.00, 0, 0, 0, 0.97, 0.98, 0, 0, 0, 0.12, 0, 0, 0.34, 0.74,
                            0, 1.79, 2.79, 2.89, 3.47, 3.35, 4.47, 5.28, 5.30
                        },
                        within(1e-9));
        assertThat(alarms)
                .filteredOn(alarm -> alarm.detector() == DriftAlarm.Detector.CUSUM)
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.heading()).isEqualTo(Heading.UP);
                    assertThat(alarm.began()).isEqualTo(22);
                    assertThat(alarm.firstAlarm()).isEqualTo(28);
                    assertThat(alarm.standing()).isTrue();
                });
    }

    private static List<DriftAlarm> montgomeryDrift(DriftSettings settings) {
        List<Deviation> series = IntStream.range(0, MONTGOMERY.length)
                .mapToObj(i -> new Deviation(i, MONTGOMERY[i], 1, MONTGOMERY[i] - 10))
                .toList();
        return Drift.in(series, settings, (heading, point) -> Variation.CONCERN);
    }

    private static List<SpcPoint> orangeJuice() {
        return figures(IntStream.of(ORANGE_JUICE).mapToObj(cans -> cans + "/50").collect(Collectors.joining(" ")));
    }

    private static void assertClose(BigDecimal actual, double published, double half) {
        assertThat(actual.doubleValue()).isCloseTo(published, within(half));
    }
}
