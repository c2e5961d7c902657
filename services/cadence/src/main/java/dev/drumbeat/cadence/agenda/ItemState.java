package dev.drumbeat.cadence.agenda;

/** What became of an agenda item. */
public enum ItemState {
    OPEN,
    DONE,
    CARRIED_OVER,
    DROPPED
}
