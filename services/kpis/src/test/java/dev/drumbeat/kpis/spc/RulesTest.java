package dev.drumbeat.kpis.spc;

import static dev.drumbeat.kpis.spc.Fixtures.sigmas;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule with the shortest series that breaks it, and with the same series short of one thing. */
class RulesTest {

    /** Rule; a series in sigmas that breaks it; the indexes it must name. */
    static Stream<Arguments> signals() {
        return Stream.of(
                signal(Rule.NHS_ASTRONOMICAL_POINT, Heading.UP, at(1), 0.5, 3.01, 0.5),
                signal(Rule.NHS_SHIFT, Heading.UP, upTo(7), .1, .2, .1, .3, .1, .2, .1, -.1),
                signal(Rule.NHS_TREND, Heading.DOWN, upTo(6), .6, .5, .4, .3, .2, .1, .1),
                signal(Rule.NHS_TWO_OF_THREE, Heading.UP, at(0, 2), 2.1, -0.5, 2.1, 0),
                signal(Rule.NHS_TWO_OF_THREE, Heading.DOWN, at(1, 2), 0, -2.1, -3.5, 0),
                signal(Rule.NELSON_1, Heading.DOWN, at(0), -3.01, 0, 1),
                signal(Rule.NELSON_2, Heading.DOWN, upTo(9), -.1, -.2, -.1, -.3, -.1, -.2, -.1, -.4, -.1),
                signal(Rule.NELSON_3, Heading.UP, at(1, 2, 3, 4, 5, 6), 0, -.3, -.2, -.1, .1, .2, .3, .2),
                signal(
                        Rule.NELSON_4,
                        Heading.NEITHER,
                        upTo(14),
                        .1,
                        .4,
                        .2,
                        .5,
                        .1,
                        .4,
                        .2,
                        .5,
                        .1,
                        .4,
                        .2,
                        .5,
                        .1,
                        .4),
                signal(Rule.NELSON_5, Heading.DOWN, at(1, 3), 0, -2.1, 1, -2.1),
                signal(Rule.NELSON_6, Heading.UP, at(0, 1, 3, 4), 1.1, 1.1, -1, 1.1, 1.1),
                signal(
                        Rule.NELSON_7,
                        Heading.NEITHER,
                        upTo(15),
                        .9,
                        -.9,
                        .1,
                        -.2,
                        .3,
                        -.4,
                        .5,
                        .1,
                        -.1,
                        .2,
                        -.2,
                        .3,
                        -.3,
                        .9,
                        .9),
                signal(Rule.NELSON_8, Heading.NEITHER, upTo(8), 1.1, -1.1, 1.5, 2, -1.2, -2, 1.1, 1.1),
                signal(Rule.WESTERN_ELECTRIC_1, Heading.UP, at(2), 0, 0, 3.01),
                signal(Rule.WESTERN_ELECTRIC_2, Heading.UP, at(0, 1), 2.1, 2.1, 0),
                signal(Rule.WESTERN_ELECTRIC_3, Heading.DOWN, at(0, 1, 2, 3), -1.1, -1.1, -1.1, -1.1, 0),
                signal(Rule.WESTERN_ELECTRIC_4, Heading.UP, upTo(8), .1, .2, .1, .3, .1, .2, .1, .4));
    }

    /** Rule; what is missing; the series. */
    static Stream<Arguments> nearMisses() {
        return Stream.of(
                miss(Rule.NHS_ASTRONOMICAL_POINT, "on the limit is not past it", 0, 3, 0, -3),
                miss(Rule.NHS_SHIFT, "six only", .1, .2, .1, .3, .1, .2, -.1),
                miss(Rule.NHS_SHIFT, "a point on the mean ends the run", .1, .2, .1, .3, 0, .2, .1, .1),
                miss(Rule.NHS_TREND, "five only", .1, .2, .3, .4, .5, .5),
                miss(Rule.NHS_TREND, "two equal neighbours", .1, .2, .3, .3, .4, .5, .6),
                miss(Rule.NHS_TWO_OF_THREE, "opposite limits", 2.1, 0, -2.1, 0),
                miss(Rule.NHS_TWO_OF_THREE, "on the two sigma line", 2, 2, 2, 0),
                miss(Rule.NHS_TWO_OF_THREE, "two of four", 2.1, 0, 0, 2.1),
                miss(Rule.NELSON_1, "on the limit", 3, -3),
                miss(Rule.NELSON_2, "eight only", -.1, -.2, -.1, -.3, -.1, -.2, -.1, -.4, .1),
                miss(Rule.NELSON_3, "five only", 0, -.2, -.1, .1, .2, .3, .2),
                miss(Rule.NELSON_4, "thirteen only", .1, .4, .2, .5, .1, .4, .2, .5, .1, .4, .2, .5, .1, 0),
                miss(Rule.NELSON_4, "two equal neighbours", .1, .4, .2, .5, .1, .4, .2, .2, .5, .1, .4, .2, .5, .1, .4),
                miss(Rule.NELSON_5, "opposite sides", 0, -2.1, 1, 2.1),
                miss(Rule.NELSON_6, "three of five", 1.1, 1.1, -1, .9, 1.1),
                miss(Rule.NELSON_6, "four on two sides", 1.1, 1.1, 0, -1.1, 1.1),
                miss(Rule.NELSON_7, "fourteen only", .9, -.9, .1, -.2, .3, -.4, .5, .1, -.1, .2, -.2, .3, -.3, .9, 1),
                miss(Rule.NELSON_8, "seven only", 1.1, -1.1, 1.5, 2, -1.2, -2, 1.1, 1),
                miss(Rule.NELSON_8, "all on one side", 1.1, 1.1, 1.5, 2, 1.2, 2, 1.1, 1.1),
                miss(Rule.WESTERN_ELECTRIC_1, "on the limit", 0, 3, 0),
                miss(Rule.WESTERN_ELECTRIC_2, "one of three", 2.1, 2, 0),
                miss(Rule.WESTERN_ELECTRIC_3, "on the one sigma line", -1.1, -1.1, -1.1, -1, 0),
                miss(Rule.WESTERN_ELECTRIC_4, "seven only", .1, .2, .1, .3, .1, .2, .1, -.4));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("signals")
    void a_signal_names_the_points_that_make_it(Rule rule, Heading heading, List<Integer> points, double[] series) {
        assertThat(rule.in(sigmas(series))).singleElement().satisfies(found -> {
            assertThat(found.heading()).isEqualTo(heading);
            assertThat(indexes(found)).isEqualTo(points);
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("nearMisses")
    void a_near_miss_is_noise(Rule rule, String missing, double[] series) {
        assertThat(rule.in(sigmas(series))).as(missing).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("signals")
    void upside_down_is_the_same_signal_the_other_way(
            Rule rule, Heading heading, List<Integer> points, double[] series) {
        double[] mirrored = Arrays.stream(series).map(figure -> -figure).toArray();

        assertThat(rule.in(sigmas(mirrored))).singleElement().satisfies(found -> {
            assertThat(found.heading()).isEqualTo(heading.mirrored());
            assertThat(indexes(found)).isEqualTo(points);
        });
    }

    @Test
    void every_rule_of_every_set_is_tried_both_ways() {
        List<Object> broken = signals().map(arguments -> arguments.get()[0]).toList();
        List<Object> missed = nearMisses().map(arguments -> arguments.get()[0]).toList();

        assertThat(broken).contains((Object[]) Rule.values());
        assertThat(missed).contains((Object[]) Rule.values());
        assertThat(Arrays.stream(RuleSet.values()).flatMap(set -> set.rules().stream()))
                .containsExactly(Rule.values());
    }

    @Test
    void a_longer_run_is_one_signal_not_many() {
        assertThat(Rule.NHS_SHIFT.in(sigmas(1, 1, 1, 1, 1, 1, 1, 1, 1, 1))).hasSize(1);
        assertThat(Rule.NHS_TREND.in(sigmas(1, 2, 3, 4, 5, 6, 7, 8))).hasSize(1);
        assertThat(Rule.NELSON_5.in(sigmas(2.1, 2.1, 2.1, 0, 2.1)))
                .singleElement()
                .satisfies(found -> assertThat(indexes(found)).containsExactly(0, 1, 2, 4));
    }

    @Test
    void two_clusters_apart_are_two_signals() {
        assertThat(Rule.NELSON_5.in(sigmas(2.1, 2.1, 0, 0, 2.1, 2.1)))
                .extracting(RulesTest::indexes)
                .containsExactly(List.of(0, 1), List.of(4, 5));
    }

    @Test
    void a_peak_belongs_to_the_rise_and_to_the_fall() {
        assertThat(Rule.NHS_TREND.in(sigmas(1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1)))
                .extracting(Pattern.Found::heading, RulesTest::indexes)
                .containsExactly(
                        tuple(Heading.UP, List.of(0, 1, 2, 3, 4, 5)), tuple(Heading.DOWN, List.of(5, 6, 7, 8, 9, 10)));
    }

    @Test
    void no_rule_finds_anything_in_nothing() {
        for (Rule rule : Rule.values()) {
            assertThat(rule.in(List.of())).isEmpty();
            assertThat(rule.in(sigmas(0))).isEmpty();
        }
    }

    private static List<Integer> indexes(Pattern.Found found) {
        return found.points().stream().map(Deviation::index).toList();
    }

    private static Arguments signal(Rule rule, Heading heading, List<Integer> points, double... series) {
        return Arguments.of(rule, heading, points, series);
    }

    private static Arguments miss(Rule rule, String missing, double... series) {
        return Arguments.of(rule, missing, series);
    }

    private static List<Integer> at(int... indexes) {
        return IntStream.of(indexes).boxed().toList();
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
