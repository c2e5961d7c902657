package dev.drumbeat.gateway.scorecard;

import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.kpis.v1.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of periods as the columns of the scalar {@code TimeSeries}: null for "none", no column that does not apply. */
public final class TimeSeries {
    private TimeSeries() {}

    public static Map<String, Object> of(Series series) {
        Map<String, Object> columns = LinkedHashMap.newLinkedHashMap(10);
        columns.put("periods", series.getPeriodsList());
        columns.put("values", figures(series.getValuesList()));
        columns.put(
                "statuses",
                series.getStatusesList().stream()
                        .<@Nullable String>map(Wire::name)
                        .toList());
        columns.put("targets", figures(series.getTargetsList()));
        columns.put("redLimits", figures(series.getRedLimitsList()));
        put(columns, "upperTargets", series.getUpperTargetsList());
        put(columns, "upperRedLimits", series.getUpperRedLimitsList());
        put(columns, "centers", series.getCentersList());
        put(columns, "lowerLimits", series.getLowerLimitsList());
        put(columns, "upperLimits", series.getUpperLimitsList());
        return columns;
    }

    private static void put(Map<String, Object> columns, String name, List<String> figures) {
        if (!figures.isEmpty()) {
            columns.put(name, figures(figures));
        }
    }

    private static List<@Nullable String> figures(List<String> figures) {
        List<@Nullable String> texts = new ArrayList<>(figures.size());
        for (String figure : figures) {
            texts.add(figure.isEmpty() ? null : figure);
        }
        return texts;
    }
}
