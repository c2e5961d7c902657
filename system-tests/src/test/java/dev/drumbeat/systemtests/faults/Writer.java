package dev.drumbeat.systemtests.faults;

import java.util.function.BooleanSupplier;

/** Somebody who changes one thing after another, whatever happens, and knows what was confirmed. */
interface Writer {
    void begin();

    /** Begins nothing more; does not wait. */
    void stop();

    /** Ends after what is under way was answered. */
    void end();

    /** Whether something was confirmed since this was asked for. */
    BooleanSupplier progress();

    /** How much was confirmed. */
    int confirmedCount();

    /** What is found must be what was confirmed: nothing lost, nothing twice. */
    void holds();
}
