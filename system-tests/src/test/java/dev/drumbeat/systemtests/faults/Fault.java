package dev.drumbeat.systemtests.faults;

import java.time.Duration;

/**
 * Something that goes wrong.
 *
 * @param victim the process, or the one at the end of the line; for the clock, which all have in common, {@code house}
 * @param size for how long it lasts; for the clock, by how much it moves
 */
record Fault(Kind kind, String victim, Duration size) {
    /** What goes wrong. */
    enum Kind {
        KILLED("kill -9"),
        AWAY("kill -9, away for long"),
        TERMINATED("SIGTERM under load"),
        PAUSED("SIGSTOP, then SIGCONT"),
        SLOW_LINE("slow line"),
        CUT_LINE("cut line"),
        SILENT_LINE("silent line"),
        OUT_OF_SPACE("out of space"),
        CLOCK_FORWARD("clock forward"),
        CLOCK_BACK("clock back");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static final String HOUSE = "house";

    /** Whether the page itself may be gone while this lasts. */
    boolean takesTheGateway() {
        return victim.equals("gateway");
    }

    boolean movesTheClock() {
        return kind == Kind.CLOCK_FORWARD || kind == Kind.CLOCK_BACK;
    }

    @Override
    public String toString() {
        return victim + " " + kind.words() + " " + size;
    }
}
