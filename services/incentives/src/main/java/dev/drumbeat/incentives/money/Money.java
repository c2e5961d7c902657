package dev.drumbeat.incentives.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Currency;

/**
 * An amount in the minor units of its currency; nothing finer exists. Positive: the owner pays the partner.
 *
 * @param amount with exactly as many places as the currency has
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, String currency) {
    /** What a document can hold exactly, with room for sums: 34 digits. */
    private static final int MAX_PRECISION = 28;

    public Money {
        int places = places(currency);
        if (amount.scale() != places) {
            throw new IllegalArgumentException(amount + " has not the " + places + " places of " + currency);
        }
        if (amount.precision() > MAX_PRECISION) {
            throw new IllegalArgumentException("an amount of " + amount.precision() + " digits");
        }
    }

    /** Rounded half-even to the minor unit: the one place where money is rounded. */
    public static Money rounded(BigDecimal amount, String currency) {
        return new Money(amount.setScale(places(currency), RoundingMode.HALF_EVEN), currency);
    }

    public static Money zero(String currency) {
        return rounded(BigDecimal.ZERO, currency);
    }

    /** Exact. */
    public static Money sum(Collection<Money> amounts, String currency) {
        return amounts.stream().reduce(zero(currency), Money::plus);
    }

    /** Places of the minor unit: 2 for USD, 0 for JPY, 3 for KWD. */
    public static int places(String currency) {
        int places = Currency.getInstance(currency).getDefaultFractionDigits();
        if (places < 0) {
            throw new IllegalArgumentException(currency + " has no minor unit");
        }
        return places;
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    public Money minus(Money other) {
        return plus(other.negated());
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public Money smallerOf(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount) <= 0 ? this : other;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isMoreThan(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount) > 0;
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " don't add up");
        }
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
