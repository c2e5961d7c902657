package dev.drumbeat.kpis.spc;

/** Which way the figures moved, before anyone says whether that is good. */
public enum Heading {
    UP,
    DOWN,
    /** The pattern has no way: alternation, hugging the centre, avoiding it. */
    NEITHER;

    Heading mirrored() {
        return switch (this) {
            case UP -> DOWN;
            case DOWN -> UP;
            case NEITHER -> NEITHER;
        };
    }

    static Heading of(double deviation) {
        if (deviation > 0) {
            return UP;
        }
        return deviation < 0 ? DOWN : NEITHER;
    }
}
