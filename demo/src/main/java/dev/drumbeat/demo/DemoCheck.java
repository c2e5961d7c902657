package dev.drumbeat.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.demo.api.Api;
import dev.drumbeat.demo.api.ApiException;
import dev.drumbeat.demo.api.ApiSession;
import dev.drumbeat.demo.plan.DemoPlan;
import dev.drumbeat.demo.plan.KpiDefinition;
import dev.drumbeat.demo.plan.PartnershipPlan;
import dev.drumbeat.demo.plan.Role;
import dev.drumbeat.demo.scms.Recount;
import dev.drumbeat.demo.scms.ScmsPartnerships;
import dev.drumbeat.demo.yield.YieldPartnership;
import java.net.URI;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what a running house answers about the real vendors with a second count of the raw lines: every vendor, month and KPI,
 * numerator, denominator, the value shown and its status. Reads as a VIEWER of the owner would.
 */
public final class DemoCheck {
    private static final int ALL_PERIODS = 156;
    private static final String FIGURES = """
            query Figures($partnership: String!, $kpi: String!, $periods: Int!) {
              partnership(slug: $partnership) {
                dataNotice
                kpi(slug: $kpi, periods: $periods) {
                  measurements { period value numerator denominator noActivity current status }
                }
              }
            }
            """;

    private final ApiSession viewer;
    private final Map<Recount.Key, Recount.Sums> expected = Recount.ofRawLines();
    private final List<String> differences = new ArrayList<>();
    private int compared;

    private DemoCheck(ApiSession viewer) {
        this.viewer = viewer;
    }

    /**
     * What was found.
     *
     * @param compared how many figures the house answered with
     * @param differences one line for each that differs, is missing or is too many; empty when all is right
     */
    public record Report(int compared, List<String> differences) {
        public Report {
            differences = List.copyOf(differences);
        }
    }

    public static Report run(URI address) {
        DemoPlan plan = Demo.plan(Demo.cast(), Demo.Dates.ofTheSource());
        var viewer =
                new Api(address).signIn(plan.cast().owner().person(Role.VIEWER).email(), People.PASSWORD);
        var check = new DemoCheck(viewer);
        for (PartnershipPlan vendor : plan.partnerships()) {
            if (!vendor.slug().equals(YieldPartnership.SLUG)) {
                vendor.kpis().forEach(kpi -> check.compare(vendor, kpi));
            }
        }
        check.expected.keySet().forEach(key -> check.differences.add(key + " is not in the house"));
        return new Report(check.compared, check.differences);
    }

    public static void main(String[] arguments) {
        Report report = run(URI.create(arguments.length > 0 ? arguments[0] : "http://127.0.0.1:8080"));
        report.differences().forEach(System.out::println);
        System.out.println(
                report.compared() + " figures compared, " + report.differences().size() + " differ");
        if (!report.differences().isEmpty()) {
            System.exit(1);
        }
    }

    private void compare(PartnershipPlan vendor, KpiDefinition kpi) {
        JsonNode partnership = viewer.query(
                        FIGURES, Map.of("partnership", vendor.slug(), "kpi", kpi.slug(), "periods", ALL_PERIODS))
                .path("partnership");
        int moved = ScmsPartnerships.monthsMovedIn(
                        partnership.path("dataNotice").asText())
                .orElseThrow(() -> new ApiException(vendor.slug() + " does not say how far its dates are moved"));
        Map<String, JsonNode> byMonth = new HashMap<>();
        for (JsonNode measurement : partnership.path("kpi").path("measurements")) {
            String month = YearMonth.parse(measurement.path("period").asText())
                    .minusMonths(moved)
                    .toString();
            if (measurement.path("current").asBoolean() && byMonth.put(month, measurement) != null) {
                differences.add(vendor.slug() + " " + kpi.slug() + " " + month + " has two current figures");
            }
        }
        var judge = new CheckedFigure(vendor, kpi);
        for (String month : months(vendor, kpi)) {
            JsonNode measurement = byMonth.remove(month);
            Recount.Sums sums = expected.remove(new Recount.Key(vendor.slug(), month, kpi.slug()));
            compared++;
            judge.difference(month, sums, measurement)
                    .ifPresent(difference ->
                            differences.add(vendor.slug() + " " + kpi.slug() + " " + month + ": " + difference));
        }
        byMonth.keySet()
                .forEach(month -> differences.add(vendor.slug() + " " + kpi.slug() + " " + month + " is too many"));
    }

    private static List<String> months(PartnershipPlan vendor, KpiDefinition kpi) {
        return vendor.figures().stream()
                .filter(figure -> figure.kpi().equals(kpi.slug()))
                .map(figure -> figure.period())
                .toList();
    }
}
