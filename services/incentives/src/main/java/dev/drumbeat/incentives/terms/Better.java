package dev.drumbeat.incentives.terms;

/** Which way a figure improves. */
public enum Better {
    HIGHER,
    LOWER
}
