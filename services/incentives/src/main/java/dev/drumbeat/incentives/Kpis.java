package dev.drumbeat.incentives;

import java.util.Collection;
import java.util.Map;

/** What the service of KPIs knows. Refuses as unavailable when it can't be asked. */
public interface Kpis {
    /** How often anything changed there, by partnership; those without a scorecard are left out. At most 100. */
    Map<String, Long> revisions(Collection<String> partnerships);

    /** Definitions of all KPIs of a partnership, with their figures for those named. */
    KpiHistory history(String partnership, Collection<String> kpis);
}
