package dev.drumbeat.kpis.spc;

import static dev.drumbeat.kpis.spc.Fixtures.judged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Promises about every series, with figures in halves and gaps, so that ties on lines are common. */
class SpcPropertiesTest {
    private static final int TRIES = 150;

    @Property(tries = TRIES)
    void limits_contain_the_centre_and_the_centre_is_the_mean(@ForAll("series") List<SpcPoint> series) {
        double mean = series.stream()
                .filter(SpcPoint::present)
                .mapToDouble(point -> ((SpcPoint.Value) point).value().doubleValue())
                .average()
                .orElseThrow();

        assertThat(judged(question(series)).chart().points()).allSatisfy(point -> {
            Limits limits = point.limits().orElseThrow();
            assertThat(limits.centre()).isBetween(limits.lower(), limits.upper());
            assertThat(limits.centre().doubleValue()).isCloseTo(mean, within(1e-8));
        });
    }

    @Property(tries = TRIES)
    void adding_a_constant_moves_the_limits_and_nothing_else(
            @ForAll("series") List<SpcPoint> series, @ForAll @IntRange(min = -1000, max = 1000) int shift) {
        var before = judged(question(series));
        var after = judged(question(each(series, value -> value.add(BigDecimal.valueOf(shift)))));

        assertSameFindings(before, after);
        assertThat(after.chart().points().getFirst().limits().orElseThrow().upper())
                .isCloseTo(
                        before.chart()
                                .points()
                                .getFirst()
                                .limits()
                                .orElseThrow()
                                .upper()
                                .add(BigDecimal.valueOf(shift)),
                        within(new BigDecimal("1e-7")));
    }

    @Property(tries = TRIES)
    void another_unit_changes_nothing_but_the_unit(
            @ForAll("series") List<SpcPoint> series, @ForAll @IntRange(min = 1, max = 100_000) int factor) {
        assertSameFindings(
                judged(question(series)),
                judged(question(each(series, value -> value.multiply(BigDecimal.valueOf(factor))))));
    }

    @Property(tries = TRIES)
    void mirrored_figures_swap_improvement_and_concern(@ForAll("series") List<SpcPoint> series, @ForAll RuleSet rules) {
        var before = judged(question(series).by(rules));
        var mirrored = judged(question(each(series, BigDecimal::negate)).by(rules));
        var otherWay =
                judged(SpcQuestion.about(series, Direction.LOWER_IS_BETTER).by(rules));

        assertSwapped(before, mirrored);
        assertSwapped(before, otherWay);
    }

    @Property(tries = TRIES)
    void the_order_of_figures_never_moves_the_centre_nor_any_limit_of_a_p_chart(
            @ForAll("cans") List<Integer> cans, @ForAll Random random) {
        List<Integer> shuffled = new ArrayList<>(cans);
        Collections.shuffle(shuffled, random);

        assertThat(judged(outOfFifty(shuffled)).chart().points().getFirst().limits())
                .isEqualTo(judged(outOfFifty(cans)).chart().points().getFirst().limits());
    }

    @Property(tries = TRIES)
    void signals_name_present_points_in_order_and_never_common_cause(
            @ForAll("series") List<SpcPoint> series, @ForAll RuleSet rules) {
        var judged = judged(question(series).by(rules));

        assertThat(judged.chart().signals()).allSatisfy(signal -> {
            assertThat(rules.rules()).contains(signal.rule());
            assertThat(signal.meaning()).isNotEqualTo(Variation.COMMON_CAUSE);
            assertThat(signal.points()).isSorted().doesNotHaveDuplicates();
            assertThat(signal.points()).allMatch(index -> series.get(index).present());
        });
        assertThat(judged.chart().points())
                .allSatisfy(point -> assertThat(point.variation()
                                .filter(variation -> variation != Variation.COMMON_CAUSE)
                                .isPresent())
                        .isEqualTo(judged.chart().signals().stream()
                                .anyMatch(signal -> signal.points().contains(point.index()))));
    }

    @Property(tries = TRIES)
    void a_point_is_astronomical_exactly_when_it_is_drawn_outside_its_limits(@ForAll("series") List<SpcPoint> series) {
        var judged = judged(question(series));

        assertThat(judged.chart().points().stream()
                        .filter(SpcPropertiesTest::outside)
                        .map(PlottedPoint::index))
                .containsExactlyElementsOf(judged.chart().signals().stream()
                        .filter(signal -> signal.rule() == Rule.NHS_ASTRONOMICAL_POINT)
                        .map(Signal::first)
                        .toList());
    }

    @Property(tries = TRIES)
    void leaving_the_gaps_out_changes_only_the_numbering(@ForAll("series") List<SpcPoint> series) {
        List<SpcPoint> present = series.stream().filter(SpcPoint::present).toList();
        List<Integer> positions = IntStream.range(0, series.size())
                .filter(index -> series.get(index).present())
                .boxed()
                .toList();
        var withGaps = judged(question(series));
        var without = judged(question(present));

        assertThat(withGaps.variation()).isEqualTo(without.variation());
        assertThat(withGaps.chart().signals().stream().map(Signal::points))
                .isEqualTo(without.chart().signals().stream()
                        .map(signal ->
                                signal.points().stream().map(positions::get).toList())
                        .toList());
    }

    @Property(tries = TRIES)
    void fewer_than_twelve_points_are_never_judged(@ForAll @Size(max = 11) List<@From("figures") SpcPoint> series) {
        assertThat(Spc.judge(question(series))).isInstanceOf(SpcJudgement.NotEnoughPoints.class);
    }

    @Property(tries = TRIES)
    void a_better_target_to_meet_never_makes_assurance_worse(
            @ForAll("series") List<SpcPoint> series, @ForAll @IntRange(min = -60, max = 60) int target) {
        List<Assurance> fromBest = List.of(Assurance.PASSES, Assurance.HIT_OR_MISS, Assurance.FAILS);
        int demanding = fromBest.indexOf(assurance(series, target + 1));
        int easy = fromBest.indexOf(assurance(series, target));

        assertThat(easy).isLessThanOrEqualTo(demanding);
    }

    @Provide
    Arbitrary<List<SpcPoint>> series() {
        return figures()
                .list()
                .ofMinSize(12)
                .ofMaxSize(48)
                .filter(series -> series.stream().filter(SpcPoint::present).count() >= SpcJudgement.POINTS_NEEDED);
    }

    @Provide
    Arbitrary<SpcPoint> figures() {
        Arbitrary<SpcPoint> value = Arbitraries.integers()
                .between(-40, 40)
                .map(half -> SpcPoint.value("P", BigDecimal.valueOf(half * 5L, 1)));
        return Arbitraries.frequencyOf(
                Tuple.of(9, value), Tuple.of(1, Arbitraries.just("P").map(SpcPoint::gap)));
    }

    @Provide
    Arbitrary<List<Integer>> cans() {
        return Arbitraries.integers().between(0, 50).list().ofMinSize(12).ofMaxSize(40);
    }

    private static Assurance assurance(List<SpcPoint> series, int target) {
        return judged(question(series).against(new Target.AtLeast(BigDecimal.valueOf(target))))
                .assurance()
                .orElseThrow();
    }

    private static boolean outside(PlottedPoint point) {
        Optional<Limits> limits = point.limits();
        return point.value()
                .filter(value -> value.compareTo(limits.orElseThrow().lower()) < 0
                        || value.compareTo(limits.orElseThrow().upper()) > 0)
                .isPresent();
    }

    private static void assertSameFindings(SpcJudgement.Judged before, SpcJudgement.Judged after) {
        assertThat(after.variation()).isEqualTo(before.variation());
        assertThat(after.chart().signals()).isEqualTo(before.chart().signals());
        assertThat(after.drift()).isEqualTo(before.drift());
    }

    private static void assertSwapped(SpcJudgement.Judged before, SpcJudgement.Judged after) {
        assertThat(after.chart().signals())
                .extracting(Signal::rule, Signal::points, Signal::meaning)
                .containsExactlyInAnyOrderElementsOf(before.chart().signals().stream()
                        .map(signal -> tuple(signal.rule(), signal.points(), swapped(signal.meaning())))
                        .toList());
        assertThat(after.drift())
                .extracting(DriftAlarm::detector, DriftAlarm::firstAlarm, DriftAlarm::meaning)
                .containsExactlyInAnyOrderElementsOf(before.drift().stream()
                        .map(alarm -> tuple(alarm.detector(), alarm.firstAlarm(), swapped(alarm.meaning())))
                        .toList());
    }

    private static Variation swapped(Variation variation) {
        return switch (variation) {
            case IMPROVEMENT -> Variation.CONCERN;
            case CONCERN -> Variation.IMPROVEMENT;
            case NEUTRAL, COMMON_CAUSE -> variation;
        };
    }

    private static SpcQuestion question(List<SpcPoint> series) {
        return SpcQuestion.about(series, Direction.HIGHER_IS_BETTER);
    }

    private static SpcQuestion outOfFifty(List<Integer> cans) {
        return question(cans.stream()
                .map(can -> SpcPoint.ratio("P", BigDecimal.valueOf(can), BigDecimal.valueOf(50)))
                .toList());
    }

    private static List<SpcPoint> each(List<SpcPoint> series, UnaryOperator<BigDecimal> change) {
        return series.stream()
                .map(point -> point instanceof SpcPoint.Value(String period, BigDecimal value)
                        ? SpcPoint.value(period, change.apply(value))
                        : point)
                .toList();
    }
}
