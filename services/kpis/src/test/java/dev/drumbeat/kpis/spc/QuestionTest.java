package dev.drumbeat.kpis.spc;

import static dev.drumbeat.kpis.spc.Fixtures.decimal;
import static dev.drumbeat.kpis.spc.Fixtures.higher;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Questions that make no sense are refused, with a reason. */
class QuestionTest {
    private static final SpcQuestion FIVE = higher("1 2 3 4 5");

    @Test
    void baselines_start_at_the_first_point_ascend_and_stay_within_their_stretch() {
        refused(() -> FIVE.withBaselines(List.of()), "first baseline");
        refused(() -> FIVE.withBaselines(List.of(Baseline.from(1))), "first baseline");
        refused(() -> FIVE.rebasedAt(3, 2), "leaves its stretch");
        refused(() -> FIVE.rebasedAt(5), "leaves its stretch");
        refused(() -> FIVE.withBaselines(List.of(Baseline.range(0, 5))), "leaves its stretch");
        refused(() -> FIVE.withBaselines(List.of(Baseline.range(0, 3), Baseline.from(3))), "leaves its stretch");
        refused(() -> Baseline.range(4, 3), "range of points");
        refused(() -> Baseline.from(-1), "range of points");
        assertThatCode(() -> FIVE.rebasedAt(0, 4)).doesNotThrowAnyException();
        assertThatCode(() -> FIVE.withBaselines(List.of(Baseline.range(0, 2), Baseline.range(3, 4))))
                .doesNotThrowAnyException();
    }

    @Test
    void a_target_must_suit_the_direction() {
        refused(() -> FIVE.against(new Target.AtMost(BigDecimal.ONE)), "no target for HIGHER_IS_BETTER");
        refused(() -> new Target.Between(decimal("2"), decimal("1")), "below its start");
    }

    @Test
    void figures_must_fit_the_chart() {
        refused(() -> FIVE.charted(ChartKind.PROPORTION), "does not belong");
        refused(() -> higher("60/50").charted(ChartKind.PROPORTION), "does not belong");
        refused(() -> higher("-1").charted(ChartKind.COUNT), "does not belong");
        refused(() -> FIVE.scaledBy(BigDecimal.ZERO), "scale");
        refused(() -> SpcPoint.ratio("2026-11", BigDecimal.ONE, decimal("-3")), "not above zero");
        refused(() -> SpcPoint.value("2026-11", decimal("1e400")), "1e308");
    }

    @Test
    void drift_settings_must_be_positive_numbers() {
        refused(() -> new DriftSettings(0, 3, 0.5, 5), "newest point");
        refused(() -> new DriftSettings(1.01, 3, 0.5, 5), "newest point");
        refused(() -> new DriftSettings(Double.NaN, 3, 0.5, 5), "newest point");
        refused(() -> new DriftSettings(0.2, 3, 0.5, 0), "positive");
    }

    private static void refused(ThrowingCallable question, String reason) {
        assertThatIllegalArgumentException().isThrownBy(question).withMessageContaining(reason);
    }
}
