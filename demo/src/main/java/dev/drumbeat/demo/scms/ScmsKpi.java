package dev.drumbeat.demo.scms;

import dev.drumbeat.demo.plan.Figure;
import dev.drumbeat.demo.plan.KpiDefinition;
import dev.drumbeat.demo.plan.KpiDefinition.Direction;
import dev.drumbeat.demo.plan.KpiDefinition.Frequency;
import dev.drumbeat.demo.plan.KpiDefinition.MeasureType;
import dev.drumbeat.demo.plan.KpiDefinition.Role;
import dev.drumbeat.demo.plan.KpiDefinition.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The five figures of a vendor and a month, each a sum over a sum of the lines delivered in that month. */
enum ScmsKpi {
    ON_TIME_DELIVERY(
            "on-time-delivery",
            "On-time delivery",
            "Lines delivered on or before their scheduled day, of all lines delivered in the month.",
            Unit.PERCENT,
            Direction.HIGHER_IS_BETTER,
            "expediting",
            null) {
        @Override
        Figure of(List<Delivery> lines) {
            return Figure.ofCounts(lines.stream().filter(Delivery::onTime).count(), lines.size());
        }
    },
    DAYS_LATE(
            "days-late",
            "Average days late",
            "Days behind schedule, summed over the lines delivered in the month, per line; early lines count as zero.",
            Unit.DAYS,
            Direction.LOWER_IS_BETTER,
            "expediting",
            "Tells how badly a missed day was missed: few long delays hurt clinics more than many short ones.") {
        @Override
        Figure of(List<Delivery> lines) {
            return Figure.ofCounts(lines.stream().mapToLong(Delivery::daysLate).sum(), lines.size());
        }
    },
    EXPEDITE_SHARE(
            "expedite-share",
            "Expedite share",
            "Lines sent by air charter, of the lines that state how they travelled.",
            Unit.PERCENT,
            Direction.LOWER_IS_BETTER,
            "expediting",
            "Saves the date at a price: when it rises, on-time delivery is bought, not earned.") {
        @Override
        Figure of(List<Delivery> lines) {
            List<String> modes =
                    lines.stream().map(Delivery::mode).filter(Objects::nonNull).toList();
            return Figure.ofCounts(modes.stream().filter("Air Charter"::equals).count(), modes.size());
        }
    },
    LEAD_TIME(
            "lead-time",
            "Lead time",
            "Days from the order sent to the delivery, per line, over the lines whose order date is known.",
            Unit.DAYS,
            Direction.LOWER_IS_BETTER,
            "demand-planning",
            "Long lead times leave no room for a late batch, so the schedule breaks at the first surprise.") {
        @Override
        Figure of(List<Delivery> lines) {
            List<Long> days = lines.stream()
                    .map(Delivery::leadDays)
                    .filter(Objects::nonNull)
                    .toList();
            return Figure.ofCounts(days.stream().mapToLong(Long::longValue).sum(), days.size());
        }
    },
    FREIGHT_BURDEN(
            "freight-burden",
            "Freight burden",
            "Freight per value of goods, over the lines that state their freight.",
            Unit.PERCENT,
            Direction.LOWER_IS_BETTER,
            "demand-planning",
            "Small urgent shipments cost more freight per dollar: a rise shows orders cut to catch up with the schedule.") {
        @Override
        Figure of(List<Delivery> lines) {
            List<Delivery> stated =
                    lines.stream().filter(line -> line.freightUsd() != null).toList();
            return Figure.ofSums(
                    sum(stated.stream().map(Delivery::freightUsd).toList()),
                    sum(stated.stream().map(Delivery::valueUsd).toList()));
        }
    };

    /** Monthly figures close with the month's paperwork. */
    private static final int GRACE_DAYS = 14;

    private final String slug;
    private final String displayName;
    private final String description;
    private final Unit unit;
    private final Direction direction;
    private final String raciActivity;
    private final @Nullable String effectOnGoal;

    ScmsKpi(
            String slug,
            String displayName,
            String description,
            Unit unit,
            Direction direction,
            String raciActivity,
            @Nullable String effectOnGoal) {
        this.slug = slug;
        this.displayName = displayName;
        this.description = description;
        this.unit = unit;
        this.direction = direction;
        this.raciActivity = raciActivity;
        this.effectOnGoal = effectOnGoal;
    }

    /** The figure of lines delivered in one month. */
    abstract Figure of(List<Delivery> lines);

    String slug() {
        return slug;
    }

    KpiDefinition definition() {
        return new KpiDefinition(
                slug,
                displayName,
                description,
                unit,
                1,
                this == ON_TIME_DELIVERY ? Role.GOAL : Role.DRIVER,
                MeasureType.OUTPUT,
                direction,
                Frequency.MONTHLY,
                GRACE_DAYS,
                raciActivity,
                effectOnGoal,
                List.of(),
                ordinal());
    }

    private static BigDecimal sum(List<? extends @Nullable BigDecimal> amounts) {
        return amounts.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
