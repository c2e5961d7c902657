package dev.drumbeat.kpis.spc;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What the process is doing, whatever the target says: the variation icon of "Making data count".
 *
 * <p>Judged at a point by the signals that cover it. If they disagree, the rule with the more lasting evidence decides
 * (trend, shift, cluster, single point), and between equals concern does.
 */
public enum Variation {
    /** No signal: noise. Reacting to the single figure would be tampering. */
    COMMON_CAUSE,
    /** A signal for the better. */
    IMPROVEMENT,
    /** A signal for the worse. */
    CONCERN,
    /**
     * A signal, but neither for the better nor for the worse: a KPI that should stay within a range moved inside it (or has
     * no target yet), or the pattern has no way, such as alternation.
     */
    NEUTRAL;

    static Variation of(Collection<Signal> signals, int point) {
        Comparator<Signal> lastingFirst =
                Comparator.comparing(signal -> signal.rule().family());
        return covering(signals, point)
                .min(lastingFirst.thenComparingInt(signal -> signal.meaning().mildness()))
                .map(Signal::meaning)
                .orElse(COMMON_CAUSE);
    }

    private static Stream<Signal> covering(Collection<Signal> signals, int point) {
        return signals.stream().filter(signal -> signal.points().contains(point));
    }

    private int mildness() {
        return switch (this) {
            case CONCERN -> 0;
            case IMPROVEMENT -> 1;
            case NEUTRAL -> 2;
            case COMMON_CAUSE -> 3;
        };
    }
}
