package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.ResourceName;
import java.util.List;

/** Resource names of what belongs to a partnership. */
public final class Names {
    public static final String PARTNERSHIPS = "partnerships";
    public static final String KPIS = "kpis";

    private Names() {}

    /**
     * What lies below a KPI.
     *
     * @param partnership {@code partnerships/{partnership}}
     * @param kpi the KPI's id
     */
    public record OfKpi(String partnership, String kpi) {
        /** Anything else than a KPI's name names nothing. */
        public static OfKpi parse(String name) {
            List<String> ids = ResourceName.ids(name, PARTNERSHIPS, KPIS);
            return new OfKpi(partnershipName(ids.getFirst()), ids.get(1));
        }
    }

    /** What lies below a KPI, with its own id. */
    public record BelowKpi(String partnership, String kpi, String id) {
        public static BelowKpi parse(String name, String collection) {
            List<String> ids = ResourceName.ids(name, PARTNERSHIPS, KPIS, collection);
            return new BelowKpi(partnershipName(ids.getFirst()), ids.get(1), ids.get(2));
        }
    }

    private static String partnershipName(String id) {
        return PARTNERSHIPS + "/" + id;
    }

    public static String kpi(String partnership, String kpi) {
        return partnership + "/" + KPIS + "/" + kpi;
    }

    public static String target(String partnership, String kpi, String id) {
        return kpi(partnership, kpi) + "/targets/" + id;
    }

    public static String measurement(String partnership, String kpi, Period period, int revision) {
        return kpi(partnership, kpi) + "/measurements/" + period.name() + "@" + revision;
    }

    public static String correction(String partnership, String kpi, String id) {
        return kpi(partnership, kpi) + "/corrections/" + id;
    }

    public static String note(String partnership, String kpi, String id) {
        return kpi(partnership, kpi) + "/notes/" + id;
    }
}
