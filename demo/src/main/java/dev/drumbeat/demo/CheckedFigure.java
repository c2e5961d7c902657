package dev.drumbeat.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.demo.plan.KpiDefinition;
import dev.drumbeat.demo.plan.KpiDefinition.Direction;
import dev.drumbeat.demo.plan.KpiDefinition.Unit;
import dev.drumbeat.demo.plan.PartnershipPlan;
import dev.drumbeat.demo.plan.PlannedTarget;
import dev.drumbeat.demo.scms.Recount;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how a figure of the house differs from what the raw lines add up to. Compares by multiplying, so nothing is rounded. */
record CheckedFigure(PartnershipPlan vendor, KpiDefinition kpi) {

    /**
     * @param month of the data
     * @param sums null when there was nothing to count
     * @param found null when the house has no figure
     */
    Optional<String> difference(String month, Recount.@Nullable Sums sums, @Nullable JsonNode found) {
        if (found == null) {
            return Optional.of("the house has no figure");
        }
        if (sums == null) {
            boolean none = found.path("noActivity").asBoolean()
                    && !found.hasNonNull("value")
                    && found.path("status").asText().equals("NO_DATA");
            return none ? Optional.empty() : Optional.of("no activity is expected, not " + found);
        }
        if (!equal(found.path("numerator"), sums.numerator())
                || !equal(found.path("denominator"), sums.denominator())) {
            return Optional.of(sums.numerator() + "/" + sums.denominator() + " is expected, not " + found);
        }
        if (!found.hasNonNull("value")
                || !isShown(sums, new BigDecimal(found.path("value").asText()))) {
            return Optional.of("the value is not " + sums.numerator() + "/" + sums.denominator() + ": " + found);
        }
        String status = status(month, sums);
        return found.path("status").asText().equals(status)
                ? Optional.empty()
                : Optional.of(status + " is expected, not " + found);
    }

    /** Whether a value shown is the quotient to within half a unit of its last decimal. */
    static boolean isRounded(BigDecimal shown, BigDecimal above, BigDecimal below) {
        BigDecimal off = shown.multiply(below).subtract(above).abs();
        BigDecimal half = BigDecimal.valueOf(5, shown.scale() + 1).multiply(below);
        return off.compareTo(half) <= 0;
    }

    private boolean isShown(Recount.Sums sums, BigDecimal shown) {
        return isRounded(shown, sums.numerator().multiply(factor()), sums.denominator());
    }

    private String status(String month, Recount.Sums sums) {
        Optional<PlannedTarget> inForce = vendor.targets().stream()
                .filter(target ->
                        target.kpi().equals(kpi.slug()) && target.fromPeriod().compareTo(month) <= 0)
                .max(Comparator.comparing(PlannedTarget::fromPeriod));
        if (inForce.isEmpty()) {
            return "NO_DATA";
        }
        if (reaches(sums, inForce.get().value())) {
            return "GREEN";
        }
        return reaches(sums, inForce.get().redLimit()) ? "AMBER" : "RED";
    }

    private boolean reaches(Recount.Sums sums, BigDecimal bound) {
        int side = sums.numerator().multiply(factor()).compareTo(bound.multiply(sums.denominator()));
        return kpi.direction() == Direction.HIGHER_IS_BETTER ? side >= 0 : side <= 0;
    }

    private BigDecimal factor() {
        return BigDecimal.valueOf(kpi.unit() == Unit.PERCENT ? 100 : 1);
    }

    private static boolean equal(JsonNode text, BigDecimal number) {
        return text.isTextual() && new BigDecimal(text.asText()).compareTo(number) == 0;
    }
}
