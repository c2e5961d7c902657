package dev.drumbeat.kpis.spc;

import java.util.ArrayList;
import java.util.List;

/**
 * Tabular cumulative sums of standardised figures, C+ = max(0, C+ + x - k) and C- = max(0, C- - x - k), in alarm past h.
 * NIST/SEMATECH e-Handbook 6.3.2.3; Montgomery, section 9.1. They run on after an alarm: nobody tells this code that the
 * cause was found; a re-based KPI starts them afresh.
 */
final class Cusum {

    /** Both sums after one point, in sigmas. */
    record Step(double up, double down) {
        boolean alarm(Heading heading, DriftSettings settings) {
            return sum(heading) > settings.decisionInSigmas() + Deviation.TIE;
        }

        double sum(Heading heading) {
            return switch (heading) {
                case UP -> up;
                case DOWN -> down;
                case NEITHER -> 0;
            };
        }
    }

    private Cusum() {}

    static List<Step> over(double[] sigmas, DriftSettings settings) {
        double allowance = settings.allowanceInSigmas();
        List<Step> steps = new ArrayList<>();
        double up = 0;
        double down = 0;
        for (double figure : sigmas) {
            up = Math.max(0, up + figure - allowance);
            down = Math.max(0, down - figure - allowance);
            steps.add(new Step(up, down));
        }
        return steps;
    }
}
