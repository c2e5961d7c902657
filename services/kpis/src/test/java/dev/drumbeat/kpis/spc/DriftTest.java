package dev.drumbeat.kpis.spc;

import static dev.drumbeat.kpis.spc.Fixtures.higher;
import static dev.drumbeat.kpis.spc.Fixtures.judged;
import static dev.drumbeat.kpis.spc.Fixtures.lower;
import static dev.drumbeat.kpis.spc.Fixtures.sigmas;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Small lasting shifts between reds. */
class DriftTest {
    private static final String STABLE = "49 51 50 52 48 50 51 49 52 48 51 49";
    private static final List<Baseline> FROZEN = List.of(Baseline.range(0, 11));

    @Test
    void a_shift_that_no_point_shows_raises_both_alarms_and_names_where_it_began() {
        var judged = judged(higher(STABLE + " 48 47.5 48 47.5 48 47.5 48 47.5 48 47.5 48 47.5")
                .withBaselines(FROZEN)
                .by(RuleSet.NHS));

        assertThat(judged.chart().signals()).noneMatch(signal -> signal.rule() == Rule.NHS_ASTRONOMICAL_POINT);
        assertThat(judged.standingDrift())
                .extracting(DriftAlarm::detector)
                .containsExactlyInAnyOrder(DriftAlarm.Detector.EWMA, DriftAlarm.Detector.CUSUM);
        assertThat(judged.drift()).allSatisfy(alarm -> {
            assertThat(alarm.heading()).isEqualTo(Heading.DOWN);
            assertThat(alarm.meaning()).isEqualTo(Variation.CONCERN);
            assertThat(alarm.firstAlarm()).isBetween(19, 23);
            assertThat(alarm.began()).isBetween(11, 12);
            assertThat(alarm.lastAlarm()).isEqualTo(23);
        });
    }

    @Test
    void drifting_down_is_good_news_where_lower_is_better() {
        var judged = judged(lower(STABLE + " 48 47.5 48 47.5 48 47.5 48 47.5 48 47.5 48 47.5")
                .withBaselines(FROZEN));

        assertThat(judged.drift()).isNotEmpty().allMatch(alarm -> alarm.meaning() == Variation.IMPROVEMENT);
    }

    @Test
    void noise_raises_no_alarm() {
        assertThat(judged(higher(STABLE + " " + STABLE + " " + STABLE)).drift()).isEmpty();
    }

    @Test
    void an_alarm_that_passed_is_told_but_does_not_stand() {
        var judged = judged(higher(STABLE + " 46 46 46 46 46 53 52 53 52 53 52 51 50 49 50 51")
                .withBaselines(FROZEN));

        assertThat(judged.drift())
                .filteredOn(alarm -> alarm.heading() == Heading.DOWN)
                .isNotEmpty()
                .allSatisfy(alarm -> {
                    assertThat(alarm.standing()).isFalse();
                    assertThat(alarm.lastAlarm()).isLessThan(20);
                });
    }

    @Test
    void gaps_are_stepped_over_and_indexes_stay_those_of_the_question() {
        var judged = judged(higher(STABLE + " - - 46 - 46 46 - 46 46 46").withBaselines(FROZEN));

        assertThat(judged.drift()).isNotEmpty().allSatisfy(alarm -> {
            assertThat(alarm.firstAlarm()).isGreaterThanOrEqualTo(14).isNotIn(15, 18);
            assertThat(alarm.lastAlarm()).isEqualTo(21);
        });
    }

    @Test
    void the_ewma_is_strict_with_its_first_points() {
        List<Ewma.Step> steps = Ewma.over(new double[] {3.01, 0, 0}, DriftSettings.USUAL);

        assertThat(steps.getFirst().alarm()).isEqualTo(Heading.UP);
        assertThat(Ewma.over(new double[] {3, 0, 0}, DriftSettings.USUAL)
                        .getFirst()
                        .alarm())
                .isEqualTo(Heading.NEITHER);
        assertThat(steps).extracting(Ewma.Step::limit).isSorted();
    }

    @Test
    void a_cusum_on_its_decision_interval_is_not_past_it() {
        double[] twiceThree = {3, 3};
        double[] alittleMore = {3, 3.001};

        assertThat(Cusum.over(twiceThree, DriftSettings.USUAL).getLast().alarm(Heading.UP, DriftSettings.USUAL))
                .isFalse();
        assertThat(Cusum.over(alittleMore, DriftSettings.USUAL).getLast().alarm(Heading.UP, DriftSettings.USUAL))
                .isTrue();
    }

    @Test
    void two_stretches_of_alarm_are_two_alarms() {
        List<DriftAlarm> alarms = Drift.in(
                sigmas(0, 4, 4, -9, 0, 0, 0, 0, 4, 4, 0),
                DriftSettings.USUAL,
                (heading, point) -> heading == Heading.UP ? Variation.IMPROVEMENT : Variation.CONCERN);

        assertThat(alarms)
                .filteredOn(alarm -> alarm.detector() == DriftAlarm.Detector.CUSUM && alarm.heading() == Heading.UP)
                .extracting(DriftAlarm::began, DriftAlarm::firstAlarm, DriftAlarm::lastAlarm, DriftAlarm::standing)
                .containsExactly(tuple(1, 2, 2, false), tuple(8, 9, 10, true));
    }
}
