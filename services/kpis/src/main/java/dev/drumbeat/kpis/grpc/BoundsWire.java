package dev.drumbeat.kpis.grpc;

import dev.drumbeat.kpis.Decimals;
import dev.drumbeat.kpis.spc.Direction;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.proto.kpis.v1.TargetBounds;
import java.math.BigDecimal;

/** Reads bounds; the KPI's direction says which side is the better one. */
final class BoundsWire {
    private final Validation validation = new Validation();
    private final TargetBounds wire;

    private BoundsWire(TargetBounds wire) {
        this.wire = wire;
    }

    static dev.drumbeat.kpis.TargetBounds decode(TargetBounds wire, Direction direction) {
        return new BoundsWire(wire).decode(direction);
    }

    private dev.drumbeat.kpis.TargetBounds decode(Direction direction) {
        BigDecimal value = number("bounds.value", wire.getValue());
        BigDecimal redLimit = number("bounds.red_limit", wire.getRedLimit());
        if (direction == Direction.WITHIN_RANGE) {
            BigDecimal upper = number("bounds.upper_value", wire.getUpperValue());
            BigDecimal upperRed = number("bounds.upper_red_limit", wire.getUpperRedLimit());
            requireOrder("bounds.red_limit", redLimit, value, "The lower red limit lies at or below the lower value.");
            requireOrder("bounds.upper_value", value, upper, "The range ends at or above its start.");
            requireOrder(
                    "bounds.upper_red_limit", upper, upperRed, "The upper red limit lies at or above the upper value.");
            validation.orRefuse();
            return new dev.drumbeat.kpis.TargetBounds.Within(value, redLimit, upper, upperRed);
        }
        if (!wire.getUpperValue().isEmpty() || !wire.getUpperRedLimit().isEmpty()) {
            throw Refusal.invalid(
                    "bounds.upper_value", "bounds.direction", "Upper bounds are for KPIs that stay within a range.");
        }
        if (direction == Direction.HIGHER_IS_BETTER) {
            requireOrder(
                    "bounds.red_limit",
                    redLimit,
                    value,
                    "Higher is better here: the red limit lies at or below the value.");
            validation.orRefuse();
            return new dev.drumbeat.kpis.TargetBounds.AtLeast(value, redLimit);
        }
        requireOrder(
                "bounds.red_limit", value, redLimit, "Lower is better here: the red limit lies at or above the value.");
        validation.orRefuse();
        return new dev.drumbeat.kpis.TargetBounds.AtMost(value, redLimit);
    }

    private void requireOrder(String field, BigDecimal lower, BigDecimal upper, String message) {
        if (validation.isClean() && lower.compareTo(upper) > 0) {
            validation.add(field, "bounds.order", message);
        }
    }

    private BigDecimal number(String field, String text) {
        return switch (Decimals.parse(text)) {
            case Decimals.Parsed.Number(BigDecimal value) -> value;
            case Decimals.Parsed.Wrong(String rule, String message) -> {
                validation.add(field, rule, message);
                yield BigDecimal.ZERO;
            }
        };
    }
}
