package dev.drumbeat.kpis.spc;

import static dev.drumbeat.kpis.spc.Fixtures.decimal;
import static dev.drumbeat.kpis.spc.Fixtures.figures;
import static dev.drumbeat.kpis.spc.Fixtures.higher;
import static dev.drumbeat.kpis.spc.Fixtures.judged;
import static dev.drumbeat.kpis.spc.Fixtures.lower;
import static dev.drumbeat.kpis.spc.Fixtures.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader of the page is told about a series. */
class JudgementTest {
    /** Twelve figures around 50 with nothing in them. */
    private static final String NOISE = "49 51 50 52 48 50 51 49 52 48 51 49";

    @Test
    void eleven_points_are_not_judged_and_twelve_are() {
        SpcJudgement eleven = Spc.judge(higher(NOISE.substring(0, NOISE.lastIndexOf(' '))));

        assertThat(eleven).isInstanceOfSatisfying(SpcJudgement.NotEnoughPoints.class, answer -> {
            assertThat(answer.present()).isEqualTo(11);
            assertThat(answer.needed()).isEqualTo(12);
            assertThat(answer.chart().signals()).isEmpty();
            assertThat(answer.chart().points()).hasSize(11).allSatisfy(point -> {
                assertThat(point.value()).isPresent();
                assertThat(point.limits()).isEmpty();
                assertThat(point.variation()).isEmpty();
            });
        });
        assertThat(judged(higher(NOISE)).variation()).isEqualTo(Variation.COMMON_CAUSE);
    }

    @Test
    void gaps_do_not_count_as_points() {
        assertThat(Spc.judge(higher(NOISE.replaceFirst("52", "-"))))
                .isEqualTo(new SpcJudgement.NotEnoughPoints(
                        11, 12, Spc.judge(higher(NOISE.replaceFirst("52", "-"))).chart()));
        assertThat(Spc.judge(higher("- - -")))
                .isInstanceOfSatisfying(
                        SpcJudgement.NotEnoughPoints.class,
                        answer -> assertThat(answer.present()).isZero());
        assertThat(Spc.judge(SpcQuestion.about(List.of(), Direction.HIGHER_IS_BETTER)))
                .isInstanceOf(SpcJudgement.NotEnoughPoints.class);
    }

    @Test
    void a_gap_neither_ends_nor_lengthens_a_run_and_moves_no_limit() {
        var whole = judged(higher(NOISE + " 53 53 53 53 53 53 53"));
        var gaps = judged(higher(NOISE + " 53 53 53 - - 53 53 53 - 53"));

        assertThat(gaps.chart().points().getFirst().limits())
                .isEqualTo(whole.chart().points().getFirst().limits());
        assertThat(signal(whole, Rule.NHS_SHIFT).points()).containsExactly(12, 13, 14, 15, 16, 17, 18);
        assertThat(signal(gaps, Rule.NHS_SHIFT).points()).containsExactly(12, 13, 14, 17, 18, 19, 21);
        assertThat(gaps.chart().points().get(15)).satisfies(gap -> {
            assertThat(gap.value()).isEmpty();
            assertThat(gap.variation()).isEmpty();
            assertThat(gap.limits()).isEqualTo(gaps.chart().points().getFirst().limits());
        });
    }

    @Test
    void a_trailing_gap_leaves_the_latest_present_point_to_speak() {
        assertThat(judged(higher(NOISE + " 53 53 53 53 53 53 53 - -")).variation())
                .isEqualTo(Variation.IMPROVEMENT);
    }

    @Test
    void the_same_move_is_better_or_worse_by_direction() {
        String rising = NOISE + " 53 53 53 53 53 53 53";

        assertThat(judged(higher(rising)).variation()).isEqualTo(Variation.IMPROVEMENT);
        assertThat(judged(lower(rising)).variation()).isEqualTo(Variation.CONCERN);
        assertThat(judged(within(rising)).variation()).isEqualTo(Variation.NEUTRAL);
    }

    @Test
    void an_old_signal_is_kept_on_the_chart_but_says_nothing_about_today() {
        var judged = judged(higher("30 " + NOISE + " " + NOISE));

        assertThat(signal(judged, Rule.NHS_ASTRONOMICAL_POINT).points()).containsExactly(0);
        assertThat(judged.chart().points().getFirst().variation()).contains(Variation.CONCERN);
        assertThat(judged.variation()).isEqualTo(Variation.COMMON_CAUSE);
    }

    @Test
    void a_rise_from_far_below_is_an_improvement_although_the_figure_is_still_low() {
        var judged = judged(higher(NOISE + " " + NOISE + " 30 31 32 33 34 35"));

        assertThat(signal(judged, Rule.NHS_TREND).meaning()).isEqualTo(Variation.IMPROVEMENT);
        assertThat(judged.chart().signals())
                .anyMatch(signal -> signal.points().contains(29) && signal.meaning() == Variation.CONCERN);
        assertThat(judged.variation()).isEqualTo(Variation.IMPROVEMENT);
    }

    @Test
    void a_pattern_without_a_way_is_neutral() {
        var judged = judged(
                higher("49 51 49.2 51.2 49 51 49.2 51.2 49 51 49.2 51.2 49 51").by(RuleSet.NELSON));

        assertThat(signal(judged, Rule.NELSON_4).heading()).isEqualTo(Heading.NEITHER);
        assertThat(judged.variation()).isEqualTo(Variation.NEUTRAL);
    }

    @Test
    void each_rule_set_sees_its_own_signals() {
        String eightAbove = NOISE + " 51.1 51.2 51.1 51.2 51.1 51.2 51.1 51.2 49";

        assertThat(rules(judged(higher(eightAbove)))).contains(Rule.NHS_SHIFT);
        assertThat(rules(judged(higher(eightAbove).by(RuleSet.WESTERN_ELECTRIC))))
                .contains(Rule.WESTERN_ELECTRIC_4);
        assertThat(rules(judged(higher(eightAbove).by(RuleSet.NELSON)))).doesNotContain(Rule.NELSON_2);
    }

    @Test
    void within_range_farther_out_is_concern_nearer_is_improvement_and_inside_is_neutral() {
        SpcQuestion up = within(NOISE + " 54 54 54 54 54 54 54");
        SpcQuestion down = within(NOISE + " 46 46 46 46 46 46 46");

        assertThat(judged(up.against(between("45", "55"))).variation()).isEqualTo(Variation.NEUTRAL);
        assertThat(judged(up.against(between("45", "53"))).variation()).isEqualTo(Variation.CONCERN);
        assertThat(judged(up.against(between("54", "60"))).variation()).isEqualTo(Variation.IMPROVEMENT);
        assertThat(judged(down.against(between("47", "55"))).variation()).isEqualTo(Variation.CONCERN);
        assertThat(judged(down.against(between("40", "46"))).variation()).isEqualTo(Variation.IMPROVEMENT);
    }

    @Test
    void a_figure_that_never_moves_has_no_signals_and_limits_on_itself() {
        var judged = judged(higher("0.1 ".repeat(20)).by(RuleSet.NELSON).against(new Target.AtLeast(decimal("0.1"))));

        assertThat(judged.chart().signals()).isEmpty();
        assertThat(judged.drift()).isEmpty();
        assertThat(judged.assurance()).contains(Assurance.PASSES);
        assertThat(judged.chart().points().getFirst().limits())
                .contains(new Limits(decimal("0.1"), decimal("0.1"), decimal("0.1")));
    }

    @Test
    void a_supplier_at_100_percent_with_one_slip_gets_one_signal_not_one_for_every_month() {
        var judged = judged(higher("100 100 100 100 100 90 100 100 100 100 100 100"));

        assertThat(judged.chart().signals()).singleElement().satisfies(signal -> {
            assertThat(signal.rule()).isEqualTo(Rule.NHS_ASTRONOMICAL_POINT);
            assertThat(signal.points()).containsExactly(5);
        });
    }

    @Test
    void a_frozen_baseline_that_never_varied_calls_any_other_figure_a_signal() {
        var judged = judged(lower("0 ".repeat(12) + "1").withBaselines(List.of(Baseline.range(0, 11))));

        assertThat(judged.variation()).isEqualTo(Variation.CONCERN);
        assertThat(signal(judged, Rule.NHS_ASTRONOMICAL_POINT).points()).containsExactly(12);
    }

    @Test
    void limits_of_a_p_chart_follow_the_denominator_and_stay_between_nothing_and_all() {
        var judged = judged(higher("19/20 195/200 20/20 190/200 19/20 196/200 20/20 195/200 - 19/20 194/200 20/20 9/10")
                .scaledBy(decimal("100")));

        assertThat(judged.chart().kind()).isEqualTo(ChartKind.PROPORTION);
        Limits small = limitsAt(judged, 0).orElseThrow();
        Limits large = limitsAt(judged, 1).orElseThrow();
        assertThat(small.centre()).isEqualTo(large.centre());
        assertThat(small.lower()).isLessThan(large.lower());
        assertThat(small.upper()).isEqualByComparingTo("100");
        assertThat(limitsAt(judged, 8)).isEmpty();
        assertThat(judged.chart().points().get(1).value()).contains(decimal("97.5"));
    }

    @Test
    void quotients_that_are_no_counts_get_individual_limits() {
        assertThat(ChartKind.forFigures(figures("3/50 - 0/10"))).isEqualTo(ChartKind.PROPORTION);
        assertThat(ChartKind.forFigures(figures("1250.5/9000"))).isEqualTo(ChartKind.INDIVIDUALS);
        assertThat(ChartKind.forFigures(figures("30/20"))).isEqualTo(ChartKind.INDIVIDUALS);
        assertThat(ChartKind.forFigures(figures("3/50 0.06"))).isEqualTo(ChartKind.INDIVIDUALS);
        assertThat(ChartKind.forFigures(figures("- -"))).isEqualTo(ChartKind.INDIVIDUALS);
        assertThat(ChartKind.forCounts(figures("30/20 1/2.5"))).isEqualTo(ChartKind.RATE);
        assertThat(ChartKind.forCounts(figures("3 0 - 4.0"))).isEqualTo(ChartKind.COUNT);
        assertThat(ChartKind.forCounts(figures("3 -1"))).isEqualTo(ChartKind.INDIVIDUALS);
        assertThat(ChartKind.forCounts(figures("3.5 1"))).isEqualTo(ChartKind.INDIVIDUALS);
    }

    @Test
    void a_zero_denominator_is_a_gap() {
        assertThat(SpcPoint.ratio("2026-11", BigDecimal.ONE, decimal("0.00"))).isEqualTo(SpcPoint.gap("2026-11"));
    }

    @Test
    void a_new_baseline_has_its_own_limits_and_no_run_reaches_over_it() {
        String fourAndFour = NOISE + " 53 53 53 53 " + "53 53 53 53 " + raised(NOISE, 20);
        var one = judged(higher(fourAndFour));
        var two = judged(higher(fourAndFour).rebasedAt(16));

        assertThat(limitsAt(two, 15)).isNotEqualTo(limitsAt(two, 16));
        assertThat(limitsAt(one, 15)).isEqualTo(limitsAt(one, 16));
        assertThat(two.chart().points()).extracting(PlottedPoint::index).containsExactly(indexes(32));
        assertThat(two.chart().signals())
                .isNotEmpty()
                .allSatisfy(signal -> assertThat(signal.first() < 16).isEqualTo(signal.last() < 16));
    }

    @Test
    void assurance_is_judged_on_the_new_baseline() {
        SpcQuestion question = higher(NOISE + " " + raised(NOISE, 20)).against(new Target.AtLeast(decimal("60")));

        assertThat(judged(higher(NOISE).against(new Target.AtLeast(decimal("60"))))
                        .assurance())
                .contains(Assurance.FAILS);
        assertThat(judged(question).assurance()).contains(Assurance.HIT_OR_MISS);
        assertThat(judged(question.rebasedAt(12)).assurance()).contains(Assurance.PASSES);
    }

    @Test
    void a_young_baseline_is_not_judged_but_the_old_one_stays_on_the_chart() {
        SpcJudgement judgement =
                Spc.judge(higher("30 " + NOISE + " " + NOISE + " 70 71 70").rebasedAt(25));

        assertThat(judgement).isInstanceOfSatisfying(SpcJudgement.NotEnoughPoints.class, answer -> {
            assertThat(answer.present()).isEqualTo(3);
            assertThat(answer.chart().points().get(24).limits()).isPresent();
            assertThat(answer.chart().points().get(25).limits()).isEmpty();
            assertThat(answer.chart().points().get(25).value()).contains(decimal("70"));
            assertThat(answer.chart().signals()).extracting(Signal::first).containsExactly(0);
        });
    }

    @Test
    void a_closed_baseline_judges_later_points_without_learning_from_them() {
        String later = NOISE + " 60 61 60 62 61 60 61 60 62 61 60 61 60";
        var frozen = judged(higher(later).withBaselines(List.of(Baseline.range(0, 11))));

        assertThat(limitsAt(frozen, 24)).isEqualTo(limitsAt(judged(higher(NOISE)), 0));
        assertThat(frozen.chart().points().getLast().variation()).contains(Variation.IMPROVEMENT);
        assertThat(Spc.judge(higher(later).withBaselines(List.of(Baseline.range(0, 10)))))
                .isInstanceOf(SpcJudgement.NotEnoughPoints.class);
    }

    @Test
    void without_a_target_nothing_is_said_about_meeting_it() {
        assertThat(judged(higher(NOISE)).assurance()).isEmpty();
    }

    private static Target between(String low, String high) {
        return new Target.Between(decimal(low), decimal(high));
    }

    private static String raised(String series, int by) {
        return Stream.of(series.split(" ", -1))
                .map(figure -> decimal(figure).add(BigDecimal.valueOf(by)).toPlainString())
                .collect(Collectors.joining(" "));
    }

    private static Integer[] indexes(int count) {
        return IntStream.range(0, count).boxed().toArray(Integer[]::new);
    }

    private static Optional<Limits> limitsAt(SpcJudgement judgement, int index) {
        return judgement.chart().points().get(index).limits();
    }

    private static Signal signal(SpcJudgement judgement, Rule rule) {
        List<Signal> found = judgement.chart().signals().stream()
                .filter(signal -> signal.rule() == rule)
                .toList();
        assertThat(found).as("signals of %s", rule).hasSize(1);
        return found.getFirst();
    }

    private static List<Rule> rules(SpcJudgement judgement) {
        return judgement.chart().signals().stream().map(Signal::rule).toList();
    }
}
