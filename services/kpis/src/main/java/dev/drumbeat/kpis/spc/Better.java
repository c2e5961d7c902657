package dev.drumbeat.kpis.spc;

import java.math.BigDecimal;
import java.util.Optional;

/** Tells whether a move is for the better. */
record Better(Direction direction, Optional<Target> target) {

    /**
     * What going one way, from one figure to another, is worth. For a KPI that should stay within a range only the distance
     * from that range counts: farther out is concern, nearer is improvement, and all moves inside it are neutral.
     */
    Variation moving(Heading heading, BigDecimal from, BigDecimal to) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> of(heading);
            case LOWER_IS_BETTER -> of(heading.mirrored());
            case WITHIN_RANGE ->
                heading != Heading.NEITHER && target.orElse(null) instanceof Target.Between range
                        ? closer(range.distance(from).compareTo(range.distance(to)))
                        : Variation.NEUTRAL;
        };
    }

    private static Variation of(Heading towardsBetter) {
        return switch (towardsBetter) {
            case UP -> Variation.IMPROVEMENT;
            case DOWN -> Variation.CONCERN;
            case NEITHER -> Variation.NEUTRAL;
        };
    }

    private static Variation closer(int gained) {
        return of(Heading.of(gained));
    }
}
