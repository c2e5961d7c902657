package dev.drumbeat.demo.yield;

import dev.drumbeat.demo.plan.CompanyPlan;
import dev.drumbeat.demo.plan.Figure;
import dev.drumbeat.demo.plan.Happening;
import dev.drumbeat.demo.plan.Happening.Audience;
import dev.drumbeat.demo.plan.Happening.Kind;
import dev.drumbeat.demo.plan.PartnershipPlan;
import dev.drumbeat.demo.plan.PersonPlan;
import dev.drumbeat.demo.plan.PlannedFigure;
import dev.drumbeat.demo.plan.PlannedTarget;
import dev.drumbeat.demo.plan.Role;
import dev.drumbeat.demo.plan.Side;
import dev.drumbeat.demo.yield.ProductionRun.Count;
import dev.drumbeat.demo.yield.ProductionRun.Week;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The made-up partnership: rolled throughput yield of four process steps, week by week. */
public final class YieldPartnership {
    public static final String SLUG = "larkfield";

    private static final String NAME = "Larkfield Assays (made up)";

    private static final Pattern LAST_WEEK_IN_NOTICE = Pattern.compile("run to (\\d{4}-W\\d{2})");
    /** Two digits of this week's coating count are swapped when it is typed. */
    private static final int MISTYPED_WEEK = -33;

    private YieldPartnership() {}

    public static CompanyPlan company(Map<Role, PersonPlan> people) {
        return new CompanyPlan(SLUG, NAME, ZoneId.of("Europe/London"), people);
    }

    public static PartnershipPlan plan(CompanyPlan company, IsoWeek lastWeek) {
        List<Week> weeks = ProductionRun.weeks();
        return new PartnershipPlan(
                SLUG,
                NAME,
                company,
                "Made up: this company, its people and all of its figures are invented, to show rolled throughput yield."
                        + " The weekly figures run to " + lastWeek + ".",
                YieldKpis.definitions(),
                targets(lastWeek),
                PartnershipPlan.Entry.BY_HAND_BY_PARTNER,
                figures(weeks, lastWeek),
                happenings(weeks, lastWeek));
    }

    /** The last week that a notice of ours tells, so that a load that was interrupted goes on with the dates it began with. */
    public static Optional<IsoWeek> lastWeekIn(String notice) {
        var found = LAST_WEEK_IN_NOTICE.matcher(notice);
        return found.find() ? Optional.of(IsoWeek.parse(found.group(1))) : Optional.empty();
    }

    private static List<PlannedTarget> targets(IsoWeek lastWeek) {
        String first = lastWeek.plus(1 - ProductionRun.WEEKS).toString();
        String tightened = lastWeek.plus(-51).toString();
        List<PlannedTarget> targets = new ArrayList<>();
        for (Step step : Step.values()) {
            targets.add(target(step.slug(), first, "98", "96.5", "Where every step stood when the partnership began."));
            targets.add(target(
                    step.slug(),
                    tightened,
                    "98.5",
                    "97",
                    "Four steps at 98.5 % give 94.1 %: what the goal needs from each."));
        }
        targets.add(target(
                YieldKpis.MAINTENANCE,
                first,
                "95",
                "80",
                "One task of twenty may slip to the next week; one of five may not."));
        targets.add(target(YieldKpis.GOAL, first, "92", "90", "Four steps at 98 % give 92.2 %."));
        targets.add(target(
                YieldKpis.GOAL,
                tightened,
                "94",
                "92.5",
                "The first year was above 94 % in all weeks but those with worn sealing jaws."));
        return targets;
    }

    private static PlannedTarget target(String kpi, String from, String value, String redLimit, String reason) {
        return new PlannedTarget(kpi, from, new BigDecimal(value), new BigDecimal(redLimit), reason);
    }

    private static List<PlannedFigure> figures(List<Week> weeks, IsoWeek lastWeek) {
        List<PlannedFigure> figures = new ArrayList<>();
        for (Week week : weeks) {
            String period = lastWeek.plus(week.week()).toString();
            for (Step step : Step.values()) {
                Count count = week.count(step);
                boolean mistyped = step == Step.STRIP_COATING && week.week() == MISTYPED_WEEK;
                figures.add(new PlannedFigure(step.slug(), period, figure(mistyped ? mistyped(count) : count)));
            }
            if (week.week() <= -ProductionRun.WEEKS_WITHOUT_MAINTENANCE_FIGURE) {
                figures.add(new PlannedFigure(YieldKpis.MAINTENANCE, period, figure(week.maintenance())));
            }
        }
        return figures;
    }

    private static Figure figure(Count count) {
        return Figure.ofCounts(count.passed(), count.started());
    }

    /** 9 752 typed as 7 952. */
    private static Count mistyped(Count count) {
        char[] digits = Long.toString(count.passed()).toCharArray();
        char first = digits[0];
        digits[0] = digits[1];
        digits[1] = first;
        return new Count(Long.parseLong(String.valueOf(digits)), count.started());
    }

    private static List<Happening> happenings(List<Week> weeks, IsoWeek lastWeek) {
        Count coated = count(weeks, Step.STRIP_COATING, MISTYPED_WEEK);
        Count cut = count(weeks, Step.LAMINATION, -1);
        return List.of(
                new Happening.CorrectionApproved(
                        Step.STRIP_COATING.slug(),
                        lastWeek.plus(MISTYPED_WEEK).toString(),
                        figure(coated),
                        "Two digits were swapped when the count was typed: " + coated.passed() + " strips passed, not "
                                + mistyped(coated).passed() + ". The inspection log is attached to the batch record.",
                        Side.PARTNER),
                new Happening.Noted(
                        Step.LAMINATION.slug(),
                        lastWeek.plus(-10).toString(),
                        Kind.COMMENT,
                        Audience.BOTH,
                        "Cut width drifts on blade set 2. We are telling you before it gets worse: new blades are ordered, and the"
                                + " maintenance that was skipped in the busy month is being caught up.",
                        Side.PARTNER),
                new Happening.CorrectionProposed(
                        Step.LAMINATION.slug(),
                        lastWeek.plus(-1).toString(),
                        Figure.ofCounts(cut.passed() + 64, cut.started()),
                        "64 strips were rejected by a camera with a dirty lens and passed when they were measured again the same day.",
                        Side.PARTNER),
                new Happening.Noted(
                        Step.CASSETTE_ASSEMBLY.slug(),
                        lastWeek.plus(-2).toString(),
                        Kind.CONTEST,
                        Audience.BOTH,
                        "Our incoming inspection found 37 cassettes of this week that were opened and closed again. Reworked cassettes"
                                + " must not count as passed at the first attempt.",
                        Side.OWNER),
                new Happening.Noted(
                        YieldKpis.GOAL,
                        null,
                        Kind.COMMENT,
                        Audience.OWNER,
                        "If lamination is not back above 97 % in two weeks, ask the second cutting line for a trial lot.",
                        Side.OWNER),
                new Happening.TargetProposed(target(
                        YieldKpis.GOAL,
                        lastWeek.plus(7).toString(),
                        "95",
                        "93.5",
                        "Outside the weeks with a known cause the line runs at 96 %.")));
    }

    private static Count count(List<Week> weeks, Step step, int week) {
        return Optional.ofNullable(weeks.get(weeks.size() - 1 + week).steps().get(step))
                .orElseThrow();
    }
}
