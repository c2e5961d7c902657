package dev.drumbeat.demo;

import dev.drumbeat.demo.plan.Figure;
import dev.drumbeat.demo.plan.KpiDefinition.Direction;
import dev.drumbeat.demo.plan.PartnershipPlan;
import dev.drumbeat.demo.plan.PlannedFigure;
import dev.drumbeat.demo.plan.PlannedTarget;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the planned targets say about the planned figures, to see that the demo shows a mix. */
public final class Verdicts {
    /** A band. */
    public enum Band {
        GREEN,
        AMBER,
        RED
    }

    private Verdicts() {}

    /** Bands of a KPI's figures, oldest first; periods without activity or target are left out. */
    public static List<Band> of(PartnershipPlan plan, String kpi) {
        boolean percent = unitIsPercent(plan, kpi);
        return plan.figures().stream()
                .filter(figure -> figure.kpi().equals(kpi))
                .flatMap(figure -> value(figure, percent)
                        .flatMap(value -> target(plan, figure).map(target -> band(plan, kpi, value, target)))
                        .stream())
                .toList();
    }

    private static boolean unitIsPercent(PartnershipPlan plan, String kpi) {
        return plan.kpis().stream()
                .anyMatch(defined ->
                        defined.slug().equals(kpi) && defined.unit().name().equals("PERCENT"));
    }

    public static Optional<BigDecimal> value(PlannedFigure figure, boolean percent) {
        return switch (figure.figure()) {
            case Figure.NoActivity() -> Optional.empty();
            case Figure.Fraction(BigDecimal above, BigDecimal below) ->
                Optional.of(
                        above.multiply(BigDecimal.valueOf(percent ? 100 : 1)).divide(below, MathContext.DECIMAL64));
        };
    }

    private static Optional<PlannedTarget> target(PartnershipPlan plan, PlannedFigure figure) {
        return plan.targets().stream()
                .filter(target ->
                        target.kpi().equals(figure.kpi()) && target.fromPeriod().compareTo(figure.period()) <= 0)
                .max(Comparator.comparing(PlannedTarget::fromPeriod));
    }

    private static Band band(PartnershipPlan plan, String kpi, BigDecimal value, PlannedTarget target) {
        boolean higher = plan.kpis().stream()
                .anyMatch(defined -> defined.slug().equals(kpi) && defined.direction() == Direction.HIGHER_IS_BETTER);
        if (reaches(value, target.value(), higher)) {
            return Band.GREEN;
        }
        return reaches(value, target.redLimit(), higher) ? Band.AMBER : Band.RED;
    }

    private static boolean reaches(BigDecimal value, BigDecimal bound, boolean higher) {
        return higher ? value.compareTo(bound) >= 0 : value.compareTo(bound) <= 0;
    }
}
