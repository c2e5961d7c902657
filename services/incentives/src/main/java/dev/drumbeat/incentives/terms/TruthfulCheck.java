package dev.drumbeat.incentives.terms;

import dev.drumbeat.incentives.terms.RuleBody.TruthfulTarget;
import java.math.BigDecimal;

/** Does the forecast that is believed pay most? It does exactly when 0 < α < β < γ. */
final class TruthfulCheck {
    private static final int MAX_DECLARE_DAYS = 31;

    private TruthfulCheck() {}

    static void of(TruthfulTarget menu, Findings found) {
        if (menu.declareWithinDays() < 0 || menu.declareWithinDays() > MAX_DECLARE_DAYS) {
            found.error(
                    "truthful_target.declare_within_days",
                    "truthful.days",
                    "A forecast may be declared until 0 to " + MAX_DECLARE_DAYS + " days after the start.");
        }
        if (menu.alpha().signum() <= 0) {
            found.error(
                    "truthful_target.alpha",
                    "truthful.order",
                    "Doing better must pay: α is above 0.",
                    "Two points better than forecast pay "
                            + menu.alpha().multiply(BigDecimal.TWO).toPlainString() + ".");
        }
        if (menu.alpha().compareTo(menu.beta()) >= 0) {
            found.error(
                    "truthful_target.beta",
                    "truthful.order",
                    "A low forecast would pay as much as an honest one, or more: β must be above α.",
                    example(menu, -2));
        }
        if (menu.beta().compareTo(menu.gamma()) >= 0) {
            found.error(
                    "truthful_target.gamma",
                    "truthful.order",
                    "A forecast too good would pay as much as an honest one, or more: γ must be above β.",
                    example(menu, 2));
        }
    }

    /** @param off how much better than believed the forecast is */
    private static String example(TruthfulTarget menu, int off) {
        BigDecimal believed = menu.reference();
        BigDecimal told = menu.better() == Better.HIGHER
                ? believed.add(BigDecimal.valueOf(off))
                : believed.subtract(BigDecimal.valueOf(off));
        return "Who expects " + believed.toPlainString() + " and reaches it gets "
                + menu.pays(believed, believed).toPlainString() + " for saying so and "
                + menu.pays(told, believed).toPlainString() + " for saying " + told.toPlainString() + ".";
    }
}
