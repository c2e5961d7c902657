package dev.drumbeat.kpis.spc;

/**
 * A small lasting shift that no single point shows, from its first alarm until the statistic fell back.
 *
 * @param heading which way the figures drifted
 * @param began index of the point where the drift probably began: where the CUSUM last left zero, or where the EWMA last
 *     crossed the centre line
 * @param firstAlarm index of the first point in alarm
 * @param lastAlarm index of the last point in alarm, with no present point out of alarm between
 * @param standing whether it was still in alarm at the latest present point
 * @param meaning what it is worth, given which way is better; never COMMON_CAUSE
 */
public record DriftAlarm(
        Detector detector,
        Heading heading,
        int began,
        int firstAlarm,
        int lastAlarm,
        boolean standing,
        Variation meaning) {

    public enum Detector {
        EWMA,
        CUSUM
    }
}
