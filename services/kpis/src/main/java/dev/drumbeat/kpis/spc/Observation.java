package dev.drumbeat.kpis.spc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A present point, ready for statistics.
 *
 * @param figure as the chart shows it: the value, or quotient times scale
 * @param amount what is counted: the numerator, or the value itself
 * @param size out of how many: the denominator, or 1
 */
record Observation(int index, BigDecimal figure, double amount, double size) {

    double value() {
        return figure.doubleValue();
    }

    static List<Observation> in(SpcQuestion question) {
        List<Observation> observations = new ArrayList<>();
        for (int index = 0; index < question.points().size(); index++) {
            switch (question.points().get(index)) {
                case SpcPoint.Gap gap -> {}
                case SpcPoint.Value(String period, BigDecimal value) ->
                    observations.add(new Observation(index, value, value.doubleValue(), 1));
                case SpcPoint.Ratio(String period, BigDecimal numerator, BigDecimal denominator) ->
                    observations.add(new Observation(
                            index,
                            numerator.multiply(question.scale()).divide(denominator, MathContext.DECIMAL64),
                            numerator.doubleValue(),
                            denominator.doubleValue()));
            }
        }
        return observations;
    }
}
