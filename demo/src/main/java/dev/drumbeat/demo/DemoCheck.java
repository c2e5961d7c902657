package dev.drumbeat.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.demo.api.Api;
import dev.drumbeat.demo.api.ApiException;
import dev.drumbeat.demo.plan.Cast;
import dev.drumbeat.demo.plan.DemoPlan;
import dev.drumbeat.demo.plan.Happening;
import dev.drumbeat.demo.plan.KpiDefinition;
import dev.drumbeat.demo.plan.PartnershipPlan;
import dev.drumbeat.demo.plan.Role;
import dev.drumbeat.demo.scms.Recount;
import dev.drumbeat.demo.scms.ScmsPartnerships;
import dev.drumbeat.demo.yield.YieldPartnership;
import java.math.BigDecimal;
import java.net.URI;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what a running house answers with what it should have been told. Of the real vendors every month and KPI with a second
 * count of the raw lines: numerator, denominator, the value shown, its status. Of the made-up line each week's rolled throughput
 * yield with the product of its steps. Of all of them that no target, correction or note is missing or there twice. Reads as an
 * OPS of the owner does.
 */
public final class DemoCheck {
    private final HouseAnswers house;
    private final Map<Recount.Key, Recount.Sums> expected = Recount.ofRawLines();
    private final List<String> differences = new ArrayList<>();
    private int compared;

    private DemoCheck(HouseAnswers house) {
        this.house = house;
    }

    /**
     * What was found.
     *
     * @param compared how many figures were
     * @param differences one line for each thing that differs, is missing or is too many; empty when all is right
     */
    public record Report(int compared, List<String> differences) {
        public Report {
            differences = List.copyOf(differences);
        }
    }

    public static Report run(URI address) {
        Cast cast = Demo.cast();
        var ops = new Api(address).signIn(cast.owner().person(Role.OPS).email(), People.PASSWORD);
        var check = new DemoCheck(new HouseAnswers(ops));
        DemoPlan plan = Demo.plan(cast, Demo.Dates.ofTheSource());
        for (PartnershipPlan partnership : plan.partnerships()) {
            if (partnership.slug().equals(YieldPartnership.SLUG)) {
                check.compareRolledYield(partnership);
            } else {
                partnership.kpis().forEach(kpi -> check.compareFigures(partnership, kpi));
            }
            check.compareCounts(partnership);
        }
        check.expected.keySet().forEach(key -> check.differences.add(key + " is not in the house"));
        return new Report(check.compared, check.differences);
    }

    public static void main(String[] arguments) {
        Report report = run(URI.create(arguments.length > 0 ? arguments[0] : "http://127.0.0.1:8080"));
        report.differences().forEach(System.out::println);
        System.out.println(
                report.compared() + " figures compared, " + report.differences().size() + " differences");
        if (!report.differences().isEmpty()) {
            System.exit(1);
        }
    }

    private void compareFigures(PartnershipPlan vendor, KpiDefinition kpi) {
        JsonNode partnership = house.partnership(vendor.slug(), kpi.slug());
        int moved = ScmsPartnerships.monthsMovedIn(
                        partnership.path("dataNotice").asText())
                .orElseThrow(() -> new ApiException(vendor.slug() + " does not say how far its dates are moved"));
        Map<String, JsonNode> byMonth = new HashMap<>();
        house.currentFigures(vendor.slug(), kpi.slug())
                .forEach((period, figure) ->
                        byMonth.put(YearMonth.parse(period).minusMonths(moved).toString(), figure));
        var judge = new CheckedFigure(vendor, kpi);
        vendor.figures().stream()
                .filter(figure -> figure.kpi().equals(kpi.slug()))
                .forEach(planned -> {
                    String month = planned.period();
                    Recount.Sums sums = expected.remove(new Recount.Key(vendor.slug(), month, kpi.slug()));
                    compared++;
                    judge.difference(month, sums, byMonth.remove(month))
                            .ifPresent(difference -> differs(vendor, kpi.slug() + " " + month + ": " + difference));
                });
        byMonth.keySet().forEach(month -> differs(vendor, kpi.slug() + " " + month + " is too many"));
    }

    private void compareRolledYield(PartnershipPlan line) {
        KpiDefinition goal = line.kpis().getLast();
        Map<String, JsonNode> rolled = house.currentFigures(line.slug(), goal.slug());
        List<Map<String, JsonNode>> steps = goal.rolledFrom().stream()
                .map(step -> house.currentFigures(line.slug(), step))
                .toList();
        steps.getFirst().keySet().forEach(week -> {
            BigDecimal above = BigDecimal.ONE;
            BigDecimal below = BigDecimal.ONE;
            for (Map<String, JsonNode> step : steps) {
                above = above.multiply(HouseAnswers.decimal(step.get(week), "numerator"));
                below = below.multiply(HouseAnswers.decimal(step.get(week), "denominator"));
            }
            compared++;
            BigDecimal shown = HouseAnswers.decimal(rolled.get(week), "value");
            if (!CheckedFigure.isRounded(shown, above.movePointRight(2), below)) {
                differs(line, week + ": 100 x " + above + " / " + below + " is expected, not " + shown);
            }
        });
        if (!rolled.keySet().equals(steps.getFirst().keySet())) {
            differs(line, "rolled throughput yield has other weeks than its steps");
        }
    }

    private void compareCounts(PartnershipPlan plan) {
        for (KpiDefinition kpi : plan.kpis()) {
            JsonNode found = house.partnership(plan.slug(), kpi.slug()).path("kpi");
            long agreed = plan.targets().stream()
                    .filter(target -> target.kpi().equals(kpi.slug()))
                    .count();
            count(
                    plan,
                    kpi.slug() + " targets",
                    agreed + happened(plan, Happening.TargetProposed.class, kpi),
                    found.path("targets"));
            count(
                    plan,
                    kpi.slug() + " corrections",
                    happened(plan, Happening.CorrectionProposed.class, kpi)
                            + happened(plan, Happening.CorrectionApproved.class, kpi),
                    found.path("corrections"));
            count(plan, kpi.slug() + " notes", happened(plan, Happening.Noted.class, kpi), found.path("notes"));
        }
    }

    private static long happened(PartnershipPlan plan, Class<? extends Happening> what, KpiDefinition kpi) {
        return plan.happenings().stream()
                .filter(happening ->
                        what.isInstance(happening) && happening.kpi().equals(kpi.slug()))
                .count();
    }

    private void count(PartnershipPlan plan, String what, long planned, JsonNode found) {
        if (found.size() != planned) {
            differs(plan, what + ": " + planned + " are expected, not " + found.size());
        }
    }

    private void differs(PartnershipPlan plan, String how) {
        differences.add(plan.slug() + " " + how);
    }
}
