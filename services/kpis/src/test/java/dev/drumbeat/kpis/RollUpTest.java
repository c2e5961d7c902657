package dev.drumbeat.kpis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.kpis.RolledThroughputYield.Step;
import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.calendar.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class RollUpTest {
    private static final Figure NOTHING = new Figure.NoActivity();

    private static String figure(List<Figure> figures, Aggregation aggregation, Unit unit) {
        return RollUp.figure(figures, aggregation, unit).map(Decimals::text).orElse("none");
    }

    @Test
    void sharesRollUpAsSumOverSumAndNeverAsAMeanOfPercentages() {
        // 1 of 1 and 50 of 99: the mean of percentages would say 75.25.
        List<Figure> figures = List.of(Figure.fraction("1", "1"), Figure.fraction("50", "99"));
        assertThat(figure(figures, Aggregation.RATIO, Unit.PERCENT)).isEqualTo("51");
        assertThat(figure(figures, Aggregation.MEAN, Unit.PERCENT)).isEqualTo("51");
    }

    @Test
    void valuesRollUpAsTheyAreToldTo() {
        List<Figure> figures = List.of(Figure.value("1.5"), NOTHING, Figure.value("2"), Figure.value("4"));
        assertThat(figure(figures, Aggregation.SUM, Unit.MONEY)).isEqualTo("7.5");
        assertThat(figure(figures, Aggregation.MEAN, Unit.DAYS)).isEqualTo("2.5");
        assertThat(figure(figures, Aggregation.LAST, Unit.COUNT)).isEqualTo("4");
    }

    @Test
    void aMeanOfQuotientsAndPlainValuesTellsNothing() {
        List<Figure> figures = List.of(Figure.value("50"), Figure.fraction("1", "2"));
        assertThat(figure(figures, Aggregation.MEAN, Unit.PERCENT)).isEqualTo("none");
        assertThat(figure(figures, Aggregation.LAST, Unit.PERCENT)).isEqualTo("50");
    }

    @Test
    void whereNothingHappenedThereIsNoFigure() {
        for (Aggregation aggregation : Aggregation.values()) {
            assertThat(figure(List.of(NOTHING, NOTHING), aggregation, Unit.PERCENT))
                    .isEqualTo("none");
        }
    }

    @Test
    void partsPerMillionAreCountedPerMillion() {
        assertThat(figure(
                        List.of(Figure.fraction("3", "10000"), Figure.fraction("0", "5000")),
                        Aggregation.RATIO,
                        Unit.PPM))
                .isEqualTo("200");
    }

    @Test
    void weeksCountIntoTheMonthOfTheirThursday() {
        TreeMap<Period, Figure> weeks = new TreeMap<>();
        // Week 40 of 2026 begins on 28 September; its Thursday is 1 October.
        weeks.put(Period.parse("2026-W39").orElseThrow(), Figure.value("1"));
        weeks.put(Period.parse("2026-W40").orElseThrow(), Figure.value("10"));
        weeks.put(Period.parse("2026-W41").orElseThrow(), Figure.value("100"));
        var rolled = RollUp.of(weeks, Frequency.MONTHLY, Aggregation.SUM, Unit.COUNT);
        assertThat(rolled).hasSize(2);
        assertThat(rolled.get(Period.parse("2026-09").orElseThrow())).contains(new BigDecimal("1"));
        assertThat(rolled.get(Period.parse("2026-10").orElseThrow())).contains(new BigDecimal("110"));
    }

    @Test
    void aZeroDenominatorIsNoActivityAndHasNoFigure() {
        assertThat(Figure.fraction("0", "0")).isEqualTo(NOTHING);
        assertThat(Figure.fraction("0", "0").in(Unit.PERCENT)).isEmpty();
    }

    /** The published example: .98 x .97 x .99 x .96 = 90.35 %. */
    @Test
    void rolledThroughputYieldIsTheProductOfTheSteps() {
        List<Step> steps = List.of(step("98"), step("97"), step("99"), step("96"));
        BigDecimal yield = RolledThroughputYield.of(steps, Unit.PERCENT).orElseThrow();
        assertThat(yield).isEqualByComparingTo("90.345024");
        assertThat(yield.setScale(2, RoundingMode.HALF_EVEN)).isEqualTo("90.35");
        assertThat(RolledThroughputYield.of(steps, Unit.RATIO).orElseThrow()).isEqualByComparingTo("0.90345024");
    }

    @Test
    void oneMissingStepLeavesNothingToTell() {
        assertThat(RolledThroughputYield.of(
                        List.of(step("98"), new Step(Unit.PERCENT, Optional.empty())), Unit.PERCENT))
                .isEmpty();
    }

    @Test
    void aDerivedKpiRollsUpAsTheProductOfItsRolledUpSteps() {
        Period month = Period.parse("2026-10").orElseThrow();
        Period next = month.next();
        var rolled = RollUp.ofSteps(
                List.of(
                        Map.of(month, Optional.of(new BigDecimal("90")), next, Optional.of(new BigDecimal("80"))),
                        Map.of(month, Optional.of(new BigDecimal("0.5")))),
                List.of(Unit.PERCENT, Unit.RATIO),
                Unit.PERCENT);
        assertThat(rolled.getOrDefault(month, Optional.empty()).orElseThrow()).isEqualByComparingTo("45");
        assertThat(rolled.get(next)).isEmpty();
    }

    @Property(tries = 200)
    void rollingUpInOneGoIsTheSameAsCountingEverything(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 50) Integer> denominators) {
        List<Figure> figures = denominators.stream()
                .map(of -> Figure.fraction(Integer.toString(of / 3), Integer.toString(of)))
                .toList();
        int numerator = denominators.stream().mapToInt(of -> of / 3).sum();
        int denominator = denominators.stream().mapToInt(Integer::intValue).sum();
        String expected = denominator == 0
                ? "none"
                : Decimals.text(new Figure.Fraction(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator))
                        .in(Unit.PERCENT)
                        .orElseThrow());
        assertThat(figure(figures, Aggregation.RATIO, Unit.PERCENT)).isEqualTo(expected);
    }

    private static Step step(String percent) {
        return new Step(Unit.PERCENT, Optional.of(new BigDecimal(percent)));
    }
}
