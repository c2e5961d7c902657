package dev.drumbeat.incentives;

import dev.drumbeat.incentives.KpiHistory.Fraction;
import dev.drumbeat.incentives.KpiHistory.Measured;
import dev.drumbeat.incentives.settlement.Figure;
import dev.drumbeat.incentives.terms.KpiFacts;
import dev.drumbeat.platform.calendar.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A KPI's figure over a settlement period. What has numerators and denominators is sum over sum, never a mean of percentages;
 * periods without activity count for nothing. Kept to {@value #PLACES} places, half-even, where a division does not end.
 */
final class Aggregate {
    private static final int PLACES = 12;

    private Aggregate() {}

    static Figure of(KpiFacts kpi, List<Measured> current, Period settlement, ZoneId zone, Instant now) {
        Map<Period, Measured> byPeriod = new TreeMap<>();
        current.stream()
                .filter(measured -> within(measured.period(), settlement))
                .forEach(measured -> byPeriod.put(measured.period(), measured));
        List<String> missing = parts(kpi, settlement).stream()
                .filter(part ->
                        !byPeriod.containsKey(part) && !part.endsAt(zone).isAfter(now))
                .map(Period::name)
                .toList();
        List<Measured> active = byPeriod.values().stream()
                .filter(measured -> measured.value().isPresent())
                .toList();
        return new Figure(
                kpi.name(),
                kpi.displayName(),
                value(kpi, active),
                missing,
                active.isEmpty() && !byPeriod.isEmpty(),
                byPeriod.values().stream().map(Measured::name).toList());
    }

    static boolean within(Period part, Period settlement) {
        return part.frequency() == settlement.frequency()
                ? part.equals(settlement)
                : part.frequency().compareTo(settlement.frequency()) < 0
                        && part.in(settlement.frequency()).equals(settlement);
    }

    private static List<Period> parts(KpiFacts kpi, Period settlement) {
        List<Period> parts = new ArrayList<>();
        Period part = kpi.frequency().containing(settlement.start());
        while (part.start().isBefore(settlement.end())) {
            if (within(part, settlement)) {
                parts.add(part);
            }
            part = part.next();
        }
        return parts;
    }

    private static Optional<BigDecimal> value(KpiFacts kpi, List<Measured> active) {
        if (active.isEmpty()) {
            return Optional.empty();
        }
        return switch (kpi.aggregation()) {
            case "SUM" -> Optional.of(sum(active));
            case "LAST" -> active.getLast().value();
            case "RATIO" -> sumOverSum(kpi, active);
            default -> sumOverSum(kpi, active).or(() -> mean(active));
        };
    }

    private static BigDecimal sum(List<Measured> active) {
        return active.stream().map(measured -> measured.value().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<BigDecimal> mean(List<Measured> active) {
        if (active.stream().anyMatch(measured -> measured.fraction().isPresent())) {
            return Optional.empty();
        }
        return Optional.of(kept(sum(active).divide(BigDecimal.valueOf(active.size()), MathContext.DECIMAL128)));
    }

    private static Optional<BigDecimal> sumOverSum(KpiFacts kpi, List<Measured> active) {
        if (active.stream().anyMatch(measured -> measured.fraction().isEmpty())) {
            // A derived KPI has values only; it is settled in its own frequency, so there is one of them.
            return active.size() == 1 ? active.getFirst().value() : Optional.empty();
        }
        List<Fraction> fractions = active.stream()
                .map(measured -> measured.fraction().orElseThrow())
                .toList();
        BigDecimal above = fractions.stream().map(Fraction::numerator).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal below = fractions.stream().map(Fraction::denominator).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (below.signum() == 0) {
            return Optional.empty();
        }
        int shift = switch (kpi.unit()) {
            case "PERCENT" -> 2;
            case "PPM" -> 6;
            default -> 0;
        };
        return Optional.of(kept(above.movePointRight(shift).divide(below, MathContext.DECIMAL128)));
    }

    private static BigDecimal kept(BigDecimal value) {
        BigDecimal rounded = value.scale() > PLACES ? value.setScale(PLACES, RoundingMode.HALF_EVEN) : value;
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
