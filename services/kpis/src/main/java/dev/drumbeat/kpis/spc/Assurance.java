package dev.drumbeat.kpis.spc;

/**
 * Whether the process, left as it is, will meet the target: the assurance icon of "Making data count". Read from the limits
 * at the latest point of the latest baseline, not from any single figure.
 *
 * <p>As everywhere in the product, meeting the target exactly is meeting it: a limit that lies on the target passes.
 */
public enum Assurance {
    /** Everything within the limits meets the target. */
    PASSES,
    /** Nothing within the limits meets it: only a changed process will. */
    FAILS,
    /** Noise decides from period to period. */
    HIT_OR_MISS;

    static Assurance of(Limits limits, Target target) {
        return switch (target) {
            case Target.AtLeast least -> {
                if (limits.lower().compareTo(least.value()) >= 0) {
                    yield PASSES;
                }
                yield limits.upper().compareTo(least.value()) < 0 ? FAILS : HIT_OR_MISS;
            }
            case Target.AtMost most -> {
                if (limits.upper().compareTo(most.value()) <= 0) {
                    yield PASSES;
                }
                yield limits.lower().compareTo(most.value()) > 0 ? FAILS : HIT_OR_MISS;
            }
            case Target.Between range -> {
                if (limits.lower().compareTo(range.lower()) >= 0
                        && limits.upper().compareTo(range.upper()) <= 0) {
                    yield PASSES;
                }
                boolean apart = limits.upper().compareTo(range.lower()) < 0
                        || limits.lower().compareTo(range.upper()) > 0;
                yield apart ? FAILS : HIT_OR_MISS;
            }
        };
    }
}
