package dev.drumbeat.actions;

import java.util.Optional;

/** Which action answers a red episode: decided once, by whoever comes first, and for ever. */
public interface EpisodeClaims {
    Optional<String> actionOf(String episode);

    /** The action that answers it: this one, or the one that somebody was quicker to name. */
    String claim(String partnership, String episode, String action);
}
