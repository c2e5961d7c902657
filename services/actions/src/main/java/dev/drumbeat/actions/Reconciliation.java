package dev.drumbeat.actions;

/** Takes hints that something may have changed. A hint that is lost costs time and nothing else. */
public interface Reconciliation {
    /** Anything may have changed: somebody could not be heard for a while. */
    void anything();

    /** A red episode of this partnership, or its RACI, changed. */
    void redsOf(String partnership);

    /** Figures of this partnership changed, which matters where actions wait for data. */
    void figuresOf(String partnership);
}
