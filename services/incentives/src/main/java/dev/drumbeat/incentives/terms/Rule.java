package dev.drumbeat.incentives.terms;

import dev.drumbeat.incentives.money.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * @param id unique within the terms
 * @param cap the most it pays in a settlement period
 * @param floor the least
 */
public record Rule(String id, String displayName, RuleBody body, Optional<Money> cap, Optional<Money> floor) {
    /** Exact; what comes out is still to be rounded. */
    public BigDecimal held(BigDecimal amount) {
        BigDecimal notMore = cap.map(limit -> amount.min(limit.amount())).orElse(amount);
        return floor.map(limit -> notMore.max(limit.amount())).orElse(notMore);
    }
}
