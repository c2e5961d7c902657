package dev.drumbeat.incentives.terms;

import dev.drumbeat.incentives.money.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Do tiers cover every value exactly once? */
final class TiersCheck {
    private static final int MAX_TIERS = 50;

    private final List<Tier> tiers;
    private final List<Integer> order;
    private final String kind;
    private final Findings found;

    private TiersCheck(Tiers tiers, String kind, Findings found) {
        this.tiers = tiers.tiers();
        this.kind = kind;
        this.found = found;
        this.order = IntStream.range(0, this.tiers.size())
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer i) -> this.tiers.get(i).lower().orElse(null),
                        Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder())))
                .toList();
    }

    static void of(Tiers tiers, String kind, Findings found) {
        TiersCheck check = new TiersCheck(tiers, kind, found);
        if (tiers.tiers().isEmpty() || tiers.tiers().size() > MAX_TIERS) {
            found.error(kind + ".tiers", "tiers.count", "1 to " + MAX_TIERS + " tiers, please.");
            return;
        }
        check.ends();
        check.each();
        check.neighbours();
    }

    private void ends() {
        Tier first = tiers.get(order.getFirst());
        first.lower()
                .ifPresent(lower -> gap(
                        order.getFirst(),
                        "lower",
                        "No tier pays below " + lower.toPlainString() + ".",
                        lower.subtract(BigDecimal.ONE)));
        Tier last = tiers.get(order.getLast());
        last.upper()
                .ifPresent(upper -> gap(
                        order.getLast(),
                        "upper",
                        "No tier pays above " + upper.toPlainString() + ".",
                        upper.add(BigDecimal.ONE)));
    }

    private void each() {
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            if (tier.lower().isPresent()
                    && tier.upper().isPresent()
                    && tier.lower().get().compareTo(tier.upper().get()) >= 0) {
                found.error(field(i, "upper"), "tiers.empty", "This tier ends before it begins: no value is in it.");
            }
        }
    }

    private void neighbours() {
        for (int place = 1; place < order.size(); place++) {
            int at = order.get(place);
            Tier before = tiers.get(order.get(place - 1));
            Tier tier = tiers.get(at);
            if (before.upper().isEmpty() || tier.lower().isEmpty()) {
                overlap(at, tier.lower().or(before::upper).or(tier::upper).orElse(BigDecimal.ZERO));
                continue;
            }
            BigDecimal end = before.upper().get();
            BigDecimal start = tier.lower().get();
            if (end.compareTo(start) < 0) {
                gap(
                        at,
                        "lower",
                        "No tier pays from " + end.toPlainString() + " to " + start.toPlainString() + ".",
                        middle(end, start));
            } else if (end.compareTo(start) > 0) {
                overlap(at, middle(start, end));
            }
        }
    }

    private void gap(int tier, String bound, String message, BigDecimal value) {
        found.error(
                field(tier, bound),
                "tiers.gap",
                message,
                "A value of " + value.toPlainString() + " would be paid by no tier.");
    }

    private void overlap(int tier, BigDecimal value) {
        found.error(
                field(tier, "lower"),
                "tiers.overlap",
                "This tier and the one before it share values.",
                "A value of " + value.toPlainString() + " would be in two tiers.");
    }

    private String field(int tier, String bound) {
        return kind + ".tiers[" + tier + "]." + bound;
    }

    private static BigDecimal middle(BigDecimal low, BigDecimal high) {
        return low.add(high).divide(BigDecimal.valueOf(2));
    }

    /** 1 when higher values never pay less, -1 when they never pay more, 0 when neither or all the same. */
    static int trend(Tiers tiers, Optional<Money> pool) {
        List<BigDecimal> pays = tiers.tiers().stream()
                .sorted(Comparator.comparing(
                        (Tier tier) -> tier.lower().orElse(null),
                        Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder())))
                .map(tier -> switch (tier.pay()) {
                    case Pay.Amount(Money amount) -> amount.amount();
                    case Pay.Percent(BigDecimal percent) ->
                        pool.map(Money::amount)
                                .orElse(RuleBody.HUNDRED)
                                .multiply(percent)
                                .movePointLeft(2);
                })
                .toList();
        boolean up = false;
        boolean down = false;
        for (int i = 1; i < pays.size(); i++) {
            int step = pays.get(i).compareTo(pays.get(i - 1));
            up |= step > 0;
            down |= step < 0;
        }
        return up == down ? 0 : up ? 1 : -1;
    }
}
