package dev.drumbeat.kpis.spc;

import java.util.ArrayList;
import java.util.List;

/**
 * Exponentially weighted moving average of standardised figures, z = lambda x + (1 - lambda) z, from z = 0, with limits that
 * widen as it takes in points: L sqrt(lambda / (2 - lambda) (1 - (1 - lambda)^2i)). NIST/SEMATECH e-Handbook 6.3.2.4;
 * Montgomery, section 9.2. Standardised, so that it serves charts whose sigma varies from point to point as well.
 */
final class Ewma {

    /** @param statistic in sigmas from the centre; {@code limit} likewise, on both sides */
    record Step(double statistic, double limit) {
        Heading alarm() {
            return Math.abs(statistic) > limit + Deviation.TIE ? Heading.of(statistic) : Heading.NEITHER;
        }
    }

    private Ewma() {}

    static List<Step> over(double[] sigmas, DriftSettings settings) {
        double lambda = settings.lambda();
        double asymptote = settings.widthInSigmas() * Math.sqrt(lambda / (2 - lambda));
        List<Step> steps = new ArrayList<>();
        double statistic = 0;
        for (int i = 1; i <= sigmas.length; i++) {
            statistic = lambda * sigmas[i - 1] + (1 - lambda) * statistic;
            steps.add(new Step(statistic, asymptote * Math.sqrt(1 - Math.pow(1 - lambda, 2 * i))));
        }
        return steps;
    }
}
