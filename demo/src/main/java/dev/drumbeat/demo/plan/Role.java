package dev.drumbeat.demo.plan;

/** What a person is on one side of a partnership. */
public enum Role {
    LEADER,
    OPS,
    VIEWER
}
