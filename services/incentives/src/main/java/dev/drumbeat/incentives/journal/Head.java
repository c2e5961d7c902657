package dev.drumbeat.incentives.journal;

/** The last entry of a journal; where it is known, no tail can be cut without being seen. */
public record Head(long count, String digest) {
    public static final Head EMPTY = new Head(0, Digests.NOTHING);
}
