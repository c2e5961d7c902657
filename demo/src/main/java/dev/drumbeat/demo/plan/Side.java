package dev.drumbeat.demo.plan;

/** Which of the two companies of a partnership. */
public enum Side {
    OWNER,
    PARTNER;

    public Side other() {
        return this == OWNER ? PARTNER : OWNER;
    }
}
