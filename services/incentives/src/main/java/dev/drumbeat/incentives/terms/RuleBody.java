package dev.drumbeat.incentives.terms;

import dev.drumbeat.incentives.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** How a rule pays. KPIs are resource names; exact arithmetic, nothing is rounded here. */
public sealed interface RuleBody {
    BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Pays by the figure of one KPI. */
    sealed interface ByFigure extends RuleBody {
        String kpi();
    }

    /** Bands to an amount or to a percentage of the bonus pool. */
    record Tiered(String kpi, Tiers tiers) implements ByFigure {}

    /** A percentage of invoiced spend by bands. */
    record PriceAdjustment(String kpi, Tiers tiers) implements ByFigure {}

    /** {@code amountPerPoint × (value held between lower and upper − zeroAt)}. */
    record Linear(String kpi, BigDecimal lower, BigDecimal upper, BigDecimal zeroAt, BigDecimal amountPerPoint)
            implements ByFigure {
        public BigDecimal held(BigDecimal value) {
            return value.max(lower).min(upper);
        }

        public BigDecimal pays(BigDecimal value) {
            return amountPerPoint.multiply(held(value).subtract(zeroAt));
        }
    }

    /**
     * Fixed-price incentive (firm target), FAR 16.403-1: the owner bears its share of every unit over or under the target cost, up to the
     * ceiling.
     */
    record GainShare(
            String kpi,
            Money targetCost,
            Money targetFee,
            Money ceilingPrice,
            BigDecimal ownerSharePercent,
            InvoicedAs invoicedAs)
            implements ByFigure {
        public BigDecimal price(BigDecimal actualCost) {
            BigDecimal shared = ownerSharePercent.movePointLeft(2).multiply(actualCost.subtract(targetCost.amount()));
            return targetPrice().add(shared).min(ceilingPrice.amount());
        }

        public BigDecimal targetPrice() {
            return targetCost.amount().add(targetFee.amount());
        }

        /** The cost from which on the partner bears every further unit alone. */
        public BigDecimal pointOfTotalAssumption() {
            return ceilingPrice
                    .amount()
                    .subtract(targetPrice())
                    .divide(ownerSharePercent.movePointLeft(2), MathContext.DECIMAL128)
                    .add(targetCost.amount());
        }

        public BigDecimal invoiced(BigDecimal actualCost) {
            return switch (invoicedAs) {
                case NOTHING -> BigDecimal.ZERO;
                case TARGET_PRICE -> targetPrice();
                case COST_AND_FEE -> actualCost.add(targetFee.amount());
            };
        }

        public BigDecimal pays(BigDecimal actualCost) {
            return price(actualCost).subtract(invoiced(actualCost));
        }
    }

    /**
     * Weitzman's menu ("The new Soviet incentive model", Bell Journal of Economics 7, 1976). Paid most, for any outcome, when the
     * forecast was that outcome.
     */
    record TruthfulTarget(
            String kpi,
            Money baseBonus,
            BigDecimal reference,
            BigDecimal alpha,
            BigDecimal beta,
            BigDecimal gamma,
            int declareWithinDays,
            Better better)
            implements ByFigure {
        public BigDecimal pays(BigDecimal forecast, BigDecimal actual) {
            BigDecimal surplus = betterBy(actual, forecast);
            BigDecimal slope = surplus.signum() >= 0 ? alpha : gamma;
            return baseBonus
                    .amount()
                    .add(beta.multiply(betterBy(forecast, reference)))
                    .add(slope.multiply(surplus));
        }

        private BigDecimal betterBy(BigDecimal value, BigDecimal than) {
            return better == Better.HIGHER ? value.subtract(than) : than.subtract(value);
        }
    }

    /** Pays by red episodes and when their coming was told. */
    sealed interface ByDisclosure extends RuleBody {
        /** Empty: all that the terms pay by. */
        List<String> kpis();

        default boolean isFor(String kpi) {
            return kpis().isEmpty() || kpis().contains(kpi);
        }
    }

    /** Steps ascend by days; the highest one reached counts. */
    record TransparencyCredit(List<String> kpis, List<CreditStep> steps, Money capPerPeriod) implements ByDisclosure {
        public TransparencyCredit {
            kpis = List.copyOf(kpis);
            steps = List.copyOf(steps);
        }

        /** Percent of the penalty; zero below the first step. */
        public BigDecimal percent(int daysBefore) {
            return steps.stream()
                    .filter(step -> step.daysBefore() <= daysBefore)
                    .reduce((lower, higher) -> higher)
                    .map(CreditStep::percent)
                    .orElse(BigDecimal.ZERO);
        }
    }

    record CreditStep(int daysBefore, BigDecimal percent) {}

    /** Charges are not negative; the line takes them from the partner. */
    record LateDisclosure(List<String> kpis, List<ChargeStep> steps, Money undisclosedCharge, Money capPerPeriod)
            implements ByDisclosure {
        public LateDisclosure {
            kpis = List.copyOf(kpis);
            steps = List.copyOf(steps);
        }

        /** @param daysBefore empty when it was not told before it was measured */
        public Money charge(Optional<Integer> daysBefore) {
            return daysBefore
                    .flatMap(days -> steps.stream()
                            .filter(step -> step.daysBefore() <= days)
                            .reduce((lower, higher) -> higher))
                    .map(ChargeStep::charge)
                    .orElse(undisclosedCharge);
        }
    }

    record ChargeStep(int daysBefore, Money charge) {}
}
