package dev.drumbeat.platform.domain;

/** What a person is on one side of one partnership. */
public enum Role {
    LEADER,
    OPS,
    VIEWER
}
