package dev.drumbeat.cadence.agenda;

/** Where the data behind an agenda are asked for. What can't be reached says so instead of failing. */
public interface AgendaSources {
    /** Everything about one partnership, each part asked at the same time. */
    Findings find(String partnership);
}
