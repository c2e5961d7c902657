package dev.drumbeat.partners;

import java.util.Locale;

/** Orders things by their display name, any case; equal names by their id, so that pages never skip or repeat. */
public final class SortKey {
    private static final char LOWER_THAN_ANY_NAME = '\u0001';

    private SortKey() {}

    public static String of(String displayName, String id) {
        return displayName.toLowerCase(Locale.ROOT) + LOWER_THAN_ANY_NAME + id;
    }
}
