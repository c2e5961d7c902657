package dev.drumbeat.kpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetBoundsTest {
    private static final BigDecimal TINY = new BigDecimal("0.000000001");

    @ParameterizedTest
    @CsvSource({
        "95, GREEN",
        "95.0, GREEN",
        "94.999999999, AMBER",
        "90, AMBER",
        "89.999999999, RED",
        "1000, GREEN",
        "-5, RED"
    })
    void higherIsBetter(BigDecimal figure, Band band) {
        assertThat(new TargetBounds.AtLeast(new BigDecimal("95"), new BigDecimal("90")).judge(figure))
                .isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"2, GREEN", "2.0, GREEN", "2.000000001, AMBER", "5, AMBER", "5.000000001, RED", "-1, GREEN"})
    void lowerIsBetter(BigDecimal figure, Band band) {
        assertThat(new TargetBounds.AtMost(new BigDecimal("2"), new BigDecimal("5")).judge(figure))
                .isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({
        "9.99, RED",
        "10, AMBER",
        "19.99, AMBER",
        "20, GREEN",
        "25, GREEN",
        "30, GREEN",
        "30.01, AMBER",
        "40, AMBER",
        "40.01, RED"
    })
    void withinARange(BigDecimal figure, Band band) {
        TargetBounds bounds = new TargetBounds.Within(
                new BigDecimal("20"), new BigDecimal("10"), new BigDecimal("30"), new BigDecimal("40"));
        assertThat(bounds.judge(figure)).isEqualTo(band);
    }

    @Test
    void aQuotientIsJudgedAsItIsAndNotAsItIsShown() {
        // 99.99999999999999 % is shown as 100, but misses it.
        BigDecimal value = new Figure.Fraction(new BigDecimal("999999999999999"), new BigDecimal("1000000000000000"))
                .in(Unit.PERCENT)
                .orElseThrow();
        assertThat(new TargetBounds.AtLeast(new BigDecimal("100"), new BigDecimal("90")).judge(value))
                .isEqualTo(Band.AMBER);
        assertThat(Decimals.text(value)).isEqualTo("100");
    }

    @Test
    void boundsInTheWrongOrderAreNone() {
        assertThatThrownBy(() -> new TargetBounds.AtLeast(BigDecimal.ONE, BigDecimal.TEN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TargetBounds.AtMost(BigDecimal.TEN, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new TargetBounds.Within(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void everyNumberFallsInExactlyOneBand(
            @ForAll @Size(4) List<@BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal> limits,
            @ForAll @BigRange(min = "-2000000", max = "2000000") @Scale(9) BigDecimal figure) {
        BigDecimal[] ordered = limits.stream().sorted().toArray(BigDecimal[]::new);
        TargetBounds least = new TargetBounds.AtLeast(ordered[1], ordered[0]);
        assertThat(least.judge(figure))
                .isEqualTo(byTheBook(figure.compareTo(ordered[1]) >= 0, figure.compareTo(ordered[0]) < 0));
        TargetBounds most = new TargetBounds.AtMost(ordered[0], ordered[1]);
        assertThat(most.judge(figure))
                .isEqualTo(byTheBook(figure.compareTo(ordered[0]) <= 0, figure.compareTo(ordered[1]) > 0));
        TargetBounds within = new TargetBounds.Within(ordered[1], ordered[0], ordered[2], ordered[3]);
        assertThat(within.judge(figure))
                .isEqualTo(byTheBook(
                        figure.compareTo(ordered[1]) >= 0 && figure.compareTo(ordered[2]) <= 0,
                        figure.compareTo(ordered[0]) < 0 || figure.compareTo(ordered[3]) > 0));
    }

    @Property
    void meetingTheTargetExactlyIsGreenAndOneStepPastTheRedLimitIsRed(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal one,
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal other) {
        BigDecimal low = one.min(other);
        BigDecimal high = one.max(other);
        TargetBounds least = new TargetBounds.AtLeast(high, low);
        assertThat(least.judge(high)).isEqualTo(Band.GREEN);
        assertThat(least.judge(low.subtract(TINY))).isEqualTo(Band.RED);
        TargetBounds most = new TargetBounds.AtMost(low, high);
        assertThat(most.judge(low)).isEqualTo(Band.GREEN);
        assertThat(most.judge(high.add(TINY))).isEqualTo(Band.RED);
    }

    /** Product: meets the target is GREEN, past the red limit is RED, anything else AMBER; the two never hold together. */
    private static Band byTheBook(boolean meets, boolean pastRedLimit) {
        assertThat(meets && pastRedLimit).isFalse();
        if (meets) {
            return Band.GREEN;
        }
        return pastRedLimit ? Band.RED : Band.AMBER;
    }
}
