package dev.drumbeat.kpis.spc;

/**
 * How watchful the drift alarms are.
 *
 * @param lambda weight of the newest point in the EWMA, in (0, 1]; the product uses 0.2 to 0.3
 * @param widthInSigmas half width L of the EWMA's limits
 * @param allowanceInSigmas slack k of the CUSUM: half of the shift worth finding
 * @param decisionInSigmas interval h of the CUSUM: 5 gives a false alarm about every 465 points of a stable process, 4 every
 *     168 (Montgomery, Introduction to Statistical Quality Control, table 9.3)
 */
public record DriftSettings(double lambda, double widthInSigmas, double allowanceInSigmas, double decisionInSigmas) {

    /** Finds a shift of one sigma in about ten points, at one false alarm in some 500. */
    public static final DriftSettings USUAL = new DriftSettings(0.2, 3, 0.5, 5);

    public DriftSettings {
        if (!(lambda > 0 && lambda <= 1)) {
            throw new IllegalArgumentException("The weight of the newest point must be in (0, 1]: " + lambda);
        }
        if (!(widthInSigmas > 0 && allowanceInSigmas >= 0 && decisionInSigmas > 0)) {
            throw new IllegalArgumentException("Widths, allowances and decision intervals are positive");
        }
    }
}
