package dev.drumbeat.cadence;

/** What a mail of the cadence is about. */
public enum MailKind {
    INVITATION,
    MINUTES,
    DIGEST
}
