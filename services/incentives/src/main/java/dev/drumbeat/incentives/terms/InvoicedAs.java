package dev.drumbeat.incentives.terms;

/** What of a gain-share price was paid before. */
public enum InvoicedAs {
    NOTHING,
    TARGET_PRICE,
    COST_AND_FEE
}
