package dev.drumbeat.kpis;

import dev.drumbeat.kpis.spc.Assurance;
import dev.drumbeat.kpis.spc.SpcJudgement;
import dev.drumbeat.kpis.spc.Variation;
import dev.drumbeat.platform.calendar.Period;
import java.util.List;
import java.util.Optional;

/**
 * Signal or noise, as read from the chart.
 *
 * @param variation empty under twelve points
 * @param assurance empty under twelve points or without a target
 * @param pointsMissing until variation can be judged; 0 when it is
 * @param alarms of drift that still stand at the latest figure
 */
public record Reading(
        Optional<Variation> variation, Optional<Assurance> assurance, int pointsMissing, List<Alarm> alarms) {

    /** @param period where it first sounded in the current baseline */
    public record Alarm(String method, Period period, Variation variation) {}

    public Reading {
        alarms = List.copyOf(alarms);
    }

    static Reading none() {
        return new Reading(Optional.empty(), Optional.empty(), SpcJudgement.POINTS_NEEDED, List.of());
    }
}
