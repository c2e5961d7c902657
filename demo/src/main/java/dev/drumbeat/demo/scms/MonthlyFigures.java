package dev.drumbeat.demo.scms;

import dev.drumbeat.demo.plan.Figure;
import dev.drumbeat.demo.plan.PlannedFigure;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every figure of a vendor: from its first month to the last complete month of the data, every KPI has a figure for every month. A month
 * without deliveries, or without a line that states what the KPI needs, passed without activity.
 */
public final class MonthlyFigures {
    private final DeliveryHistory history;

    public MonthlyFigures(DeliveryHistory history) {
        this.history = history;
    }

    /** Figures by month, oldest first, in the KPIs' page order, in months moved by the shift. */
    public List<PlannedFigure> of(Vendor vendor, DateShift shift) {
        Map<YearMonth, List<Delivery>> byMonth =
                history.deliveriesOf(vendor).stream().collect(Collectors.groupingBy(Delivery::month));
        List<PlannedFigure> figures = new ArrayList<>();
        for (YearMonth month = history.firstMonth(vendor);
                !month.isAfter(DateShift.LAST_MONTH_OF_DATA);
                month = month.plusMonths(1)) {
            List<Delivery> lines = byMonth.getOrDefault(month, List.of());
            for (ScmsKpi kpi : ScmsKpi.values()) {
                Figure figure = kpi.of(lines);
                figures.add(new PlannedFigure(kpi.slug(), shift.move(month).toString(), figure));
            }
        }
        return List.copyOf(figures);
    }
}
