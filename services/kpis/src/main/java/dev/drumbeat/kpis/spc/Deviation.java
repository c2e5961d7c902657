package dev.drumbeat.kpis.spc;

/**
 * A present point as the rules see it.
 *
 * @param index in the question's points
 * @param value the figure itself, for rules about rising and falling
 * @param sigma its own common-cause spread; zero if the baseline never varied
 * @param sigmas its distance from the centre line in its own sigmas; infinite off the centre of a baseline that never varied
 */
record Deviation(int index, double value, double sigma, double sigmas) {
    /** A figure this close to a line, in sigmas, is on it: neither above nor below, neither within nor beyond. */
    static final double TIE = 1e-9;

    private static final double SAME_FIGURE = 1e-12;

    static Deviation of(Observation observation, CommonCause causes) {
        double value = observation.value();
        double sigma = causes.sigma(observation);
        double distance = value - causes.centre();
        if (sigma > 0) {
            return new Deviation(observation.index(), value, sigma, distance / sigma);
        }
        boolean same = Math.abs(distance) <= SAME_FIGURE * Math.max(Math.abs(value), Math.abs(causes.centre()));
        double sigmas = same ? 0 : Math.copySign(Double.POSITIVE_INFINITY, distance);
        return new Deviation(observation.index(), value, sigma, sigmas);
    }

    Heading side() {
        return Math.abs(sigmas) <= TIE ? Heading.NEITHER : Heading.of(sigmas);
    }

    boolean beyond(double limitInSigmas) {
        return Math.abs(sigmas) > limitInSigmas + TIE;
    }

    boolean within(double limitInSigmas) {
        return sigma > 0 && Math.abs(sigmas) < limitInSigmas - TIE;
    }
}
