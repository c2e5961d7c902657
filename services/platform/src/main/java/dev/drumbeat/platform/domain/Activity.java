package dev.drumbeat.platform.domain;

/** What somebody may do; the rows of the role table. The names are those of the contract's enum. */
public enum Activity {
    READ_SCORES,
    READ_OWNER_NOTES,
    READ_MONEY,
    RECORD_MEASUREMENTS,
    PROPOSE_CORRECTION,
    APPROVE_CORRECTION,
    COMMENT,
    PROGRESS_ACTION,
    ACCEPT_CLOSURE,
    PROPOSE_TERMS,
    SIGN_TERMS,
    RUN_MEETINGS,
    READ_MEETINGS,
    READ_AUDIT,
    READ_AUDIT_METADATA,
    MANAGE_OWN_PEOPLE,
    MANAGE_ALL_PEOPLE,
    MANAGE_PARTNERSHIPS,
    DEFINE_KPIS,
    CHANGE_LADDER
}
