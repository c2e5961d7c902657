package dev.drumbeat.demo.yield;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.demo.Demo;
import dev.drumbeat.demo.Verdicts;
import dev.drumbeat.demo.Verdicts.Band;
import dev.drumbeat.demo.plan.Figure;
import dev.drumbeat.demo.plan.Happening;
import dev.drumbeat.demo.plan.PartnershipPlan;
import dev.drumbeat.demo.yield.ProductionRun.Count;
import dev.drumbeat.demo.yield.ProductionRun.Week;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class YieldPartnershipTest {
    private final List<Week> weeks = ProductionRun.weeks();
    private final PartnershipPlan plan = Demo.plan(Demo.cast(), Demo.Dates.loadedOn(LocalDate.of(2026, 11, 22)))
            .partnerships()
            .getLast();

    @Test
    void the_run_is_the_same_everywhere_and_always() {
        assertThat(weeks.getFirst().count(Step.STRIP_COATING)).isEqualTo(new Count(9_797, 9_876));
        assertThat(weeks.getLast().count(Step.STRIP_COATING)).isEqualTo(new Count(9_784, 9_830));
        assertThat(weeks).hasSize(104);
    }

    @Test
    void a_step_can_only_pass_what_entered_it_and_the_next_gets_no_more_than_that() {
        assertThat(weeks).allSatisfy(week -> {
            long entered = Long.MAX_VALUE;
            for (Step step : Step.values()) {
                Count count = week.count(step);
                assertThat(count.started()).isLessThanOrEqualTo(entered);
                assertThat(count.passed()).isBetween(1L, count.started());
                entered = count.started();
            }
        });
    }

    @Test
    void the_goal_is_red_for_five_weeks_after_a_month_of_amber() {
        assertThat(goalBands().subList(95, 104))
                .containsExactly(
                        Band.GREEN,
                        Band.AMBER,
                        Band.AMBER,
                        Band.AMBER,
                        Band.RED,
                        Band.RED,
                        Band.RED,
                        Band.RED,
                        Band.RED);
    }

    @Test
    void worn_sealing_jaws_were_red_and_recovered() {
        List<Band> sealing = Verdicts.of(plan, Step.POUCH_SEALING.slug());

        assertThat(sealing.subList(40, 48)).contains(Band.AMBER, Band.RED).endsWith(Band.RED);
        assertThat(sealing.subList(48, 104)).containsOnly(Band.GREEN);
    }

    /** The reason of the tightened target says so. */
    @Test
    void the_first_year_was_above_94_in_all_weeks_but_those_with_worn_jaws() {
        for (Week week : weeks.subList(0, 52)) {
            if (week.week() < -66 || week.week() > -56) {
                assertThat(rolled(week)).as("week %d", week.week()).isGreaterThan(0.94);
            }
        }
    }

    @Test
    void the_approved_correction_takes_a_red_away_and_nothing_else() {
        var approved = plan.happenings().stream()
                .filter(Happening.CorrectionApproved.class::isInstance)
                .map(Happening.CorrectionApproved.class::cast)
                .toList();

        assertThat(approved).hasSize(1);
        var correction = approved.getFirst();
        var typed = (Figure.Fraction) recorded(correction.kpi(), correction.period());
        var corrected = (Figure.Fraction) correction.figure();
        assertThat(share(typed)).isLessThan(0.97);
        assertThat(share(corrected)).isGreaterThan(0.985);
        assertThat(typed.denominator()).isEqualTo(corrected.denominator());
        assertThat(Verdicts.of(plan, correction.kpi()))
                .filteredOn(Band.RED::equals)
                .hasSize(1);
    }

    @Test
    void there_is_something_to_decide_and_something_contested() {
        assertThat(plan.happenings()).hasAtLeastOneElementOfType(Happening.CorrectionProposed.class);
        assertThat(plan.happenings()).hasAtLeastOneElementOfType(Happening.TargetProposed.class);
        assertThat(plan.happenings())
                .anyMatch(happening ->
                        happening instanceof Happening.Noted note && note.kind() == Happening.Kind.CONTEST);
        assertThat(plan.happenings())
                .anyMatch(happening ->
                        happening instanceof Happening.Noted note && note.audience() == Happening.Audience.OWNER);
    }

    @Test
    void weeks_are_named_in_iso_style() {
        assertThat(IsoWeek.parse("2026-W53").monday()).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(new IsoWeek(LocalDate.of(2024, 12, 30))).hasToString("2025-W01");
    }

    private List<Band> goalBands() {
        List<Band> bands = new ArrayList<>();
        for (Week week : weeks) {
            double green = week.week() < -51 ? 0.92 : 0.94;
            double amber = week.week() < -51 ? 0.90 : 0.925;
            double rolled = rolled(week);
            bands.add(rolled >= green ? Band.GREEN : rolled >= amber ? Band.AMBER : Band.RED);
        }
        return bands;
    }

    private static double rolled(Week week) {
        double product = 1;
        for (Step step : Step.values()) {
            product *= (double) week.count(step).passed() / week.count(step).started();
        }
        return product;
    }

    private Figure recorded(String kpi, String period) {
        return plan.figures().stream()
                .filter(figure -> figure.kpi().equals(kpi) && figure.period().equals(period))
                .findFirst()
                .orElseThrow()
                .figure();
    }

    private static double share(Figure.Fraction fraction) {
        return fraction.numerator().doubleValue() / fraction.denominator().doubleValue();
    }
}
