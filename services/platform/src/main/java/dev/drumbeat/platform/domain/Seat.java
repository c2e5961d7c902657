package dev.drumbeat.platform.domain;

/** Where somebody stands towards a partnership; the columns of the role table. */
public enum Seat {
    OWNER_LEADER,
    OWNER_OPS,
    OWNER_VIEWER,
    PARTNER_LEADER,
    PARTNER_OPS,
    PARTNER_VIEWER,
    /** An ingestion token. */
    TOKEN,
    /** An administrator of the installation, whatever else the person is. */
    ADMIN;

    public static Seat of(Side side, Role role) {
        return valueOf(side.name() + "_" + role.name());
    }
}
