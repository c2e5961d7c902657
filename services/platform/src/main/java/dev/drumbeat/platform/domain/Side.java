package dev.drumbeat.platform.domain;

/** Which of the two companies of a partnership. */
public enum Side {
    /** The company whose products are made. */
    OWNER,
    /** The specialist who makes them. */
    PARTNER;

    public Side other() {
        return this == OWNER ? PARTNER : OWNER;
    }
}
