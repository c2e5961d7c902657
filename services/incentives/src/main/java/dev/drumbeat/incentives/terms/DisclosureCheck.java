package dev.drumbeat.incentives.terms;

import dev.drumbeat.incentives.terms.RuleBody.LateDisclosure;
import dev.drumbeat.incentives.terms.RuleBody.TransparencyCredit;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Does telling early ever pay less than telling late, or than hiding? Played through for every number of days at which something
 * changes, so that the offending case can be shown.
 */
final class DisclosureCheck {
    private static final int MAX_STEPS = 20;
    private static final int MAX_DAYS = 366;

    private DisclosureCheck() {}

    static void of(TransparencyCredit credit, Findings found) {
        String field = "transparency_credit.steps";
        count(credit.steps().size(), field, found);
        if (credit.capPerPeriod().isNegative()) {
            found.error("transparency_credit.cap_per_period", "disclosure.cap", "A cap on credits is not negative.");
        }
        for (int i = 0; i < credit.steps().size(); i++) {
            RuleBody.CreditStep step = credit.steps().get(i);
            String at = field + "[" + i + "]";
            days(step.daysBefore(), at, found);
            if (step.percent().signum() < 0) {
                found.error(
                        at + ".percent",
                        "disclosure.hiding_pays",
                        "Telling would cost more than hiding.",
                        "A penalty of 100.00: told " + step.daysBefore() + " days before, "
                                + RuleBody.HUNDRED.subtract(step.percent()).toPlainString()
                                + " are paid; hidden, 100.");
            }
            if (step.percent().compareTo(RuleBody.HUNDRED) > 0) {
                found.error(
                        at + ".percent",
                        "disclosure.miss_pays",
                        "More than the penalty would be given back: a told miss would pay more than none.",
                        "A penalty of 100.00 would be credited with "
                                + step.percent().toPlainString() + ".");
            }
            if (i > 0) {
                order(credit, i, at, found);
            }
        }
    }

    private static void order(TransparencyCredit credit, int i, String at, Findings found) {
        RuleBody.CreditStep before = credit.steps().get(i - 1);
        RuleBody.CreditStep step = credit.steps().get(i);
        if (before.daysBefore() >= step.daysBefore()) {
            found.error(at + ".days_before", "disclosure.order", "Steps ascend by days.");
        } else if (before.percent().compareTo(step.percent()) > 0) {
            found.error(
                    at + ".percent",
                    "disclosure.hiding_pays",
                    "Telling early would pay less than telling late.",
                    "A penalty of 100.00: told " + step.daysBefore() + " days before, "
                            + left(step.percent()) + " are paid; told " + before.daysBefore() + " days before, "
                            + left(before.percent()) + ".");
        }
    }

    private static String left(BigDecimal percent) {
        return RuleBody.HUNDRED.subtract(percent).toPlainString();
    }

    static void of(LateDisclosure late, Findings found) {
        String field = "late_disclosure.steps";
        if (late.steps().size() > MAX_STEPS) {
            found.error(field, "disclosure.steps", "At most " + MAX_STEPS + " steps, please.");
        }
        if (late.capPerPeriod().isNegative()) {
            found.error("late_disclosure.cap_per_period", "disclosure.cap", "A cap on charges is not negative.");
        }
        if (late.undisclosedCharge().isNegative()) {
            found.error(
                    "late_disclosure.undisclosed_charge",
                    "disclosure.hiding_pays",
                    "Hiding would be paid for.",
                    "A red episode that nobody told of would pay the partner "
                            + late.undisclosedCharge().negated() + ".");
        }
        for (int i = 0; i < late.steps().size(); i++) {
            RuleBody.ChargeStep step = late.steps().get(i);
            String at = field + "[" + i + "]";
            days(step.daysBefore(), at, found);
            if (step.charge().isNegative()) {
                found.error(at + ".charge", "disclosure.charge", "A charge is not negative.");
            }
            if (i > 0 && late.steps().get(i - 1).daysBefore() >= step.daysBefore()) {
                found.error(at + ".days_before", "disclosure.order", "Steps ascend by days.");
            }
            later(late, i)
                    .filter(worse ->
                            step.charge().currency().equals(worse.charge().currency())
                                    && step.charge().isMoreThan(worse.charge()))
                    .ifPresent(worse -> found.error(
                            at + ".charge",
                            "disclosure.hiding_pays",
                            "Telling early would cost more than telling late or hiding.",
                            "Told " + step.daysBefore() + " days before, a red episode costs " + step.charge() + "; "
                                    + worse.words() + ", " + worse.charge() + "."));
        }
    }

    private record Later(String words, dev.drumbeat.incentives.money.Money charge) {}

    private static Optional<Later> later(LateDisclosure late, int i) {
        return Optional.of(
                i == 0
                        ? new Later("not told at all", late.undisclosedCharge())
                        : new Later(
                                "told " + late.steps().get(i - 1).daysBefore() + " days before",
                                late.steps().get(i - 1).charge()));
    }

    private static void count(int steps, String field, Findings found) {
        if (steps < 1 || steps > MAX_STEPS) {
            found.error(field, "disclosure.steps", "1 to " + MAX_STEPS + " steps, please.");
        }
    }

    private static void days(int days, String at, Findings found) {
        if (days < 0 || days > MAX_DAYS) {
            found.error(at + ".days_before", "disclosure.days", "0 to " + MAX_DAYS + " days, please.");
        }
    }
}
