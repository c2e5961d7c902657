package dev.drumbeat.kpis.spc;

import java.util.List;
import java.util.Optional;

/** The answer: a judgement, or why there is none. */
public sealed interface SpcJudgement {

    /** Points a baseline needs before anything is said about signal or noise. */
    int POINTS_NEEDED = 12;

    /** What there is to draw: with limits wherever some baseline has enough points. */
    ControlChart chart();

    /**
     * Signal told from noise.
     *
     * @param variation of the latest present point
     * @param assurance empty if the question had no target
     * @param drift alarms within the latest baseline, by first alarm
     */
    record Judged(ControlChart chart, Variation variation, Optional<Assurance> assurance, List<DriftAlarm> drift)
            implements SpcJudgement {
        public Judged {
            drift = List.copyOf(drift);
        }

        /** Alarms that still stood at the latest present point. */
        public List<DriftAlarm> standingDrift() {
            return drift.stream().filter(DriftAlarm::standing).toList();
        }
    }

    /**
     * The latest baseline is too short to tell signal from noise.
     *
     * @param present its points that have a figure
     * @param needed how many it takes
     * @param chart limits and signals of earlier baselines, if those were long enough
     */
    record NotEnoughPoints(int present, int needed, ControlChart chart) implements SpcJudgement {}
}
