package dev.drumbeat.platform.domain;

/** A cell of the role table: whether a seat may do an activity, and to what. */
public enum Grant {
    NO,
    YES,
    /** To what somebody else proposed or answers for, never to one's own. */
    NOT_OWN,
    /** To what the other side proposed. */
    OTHER_SIDE,
    /** To the KPIs an ingestion token was made for. */
    ITS_KPIS;

    /** The word for this in the table's file. */
    static Grant of(String cell) {
        return switch (cell) {
            case "-" -> NO;
            case "yes" -> YES;
            case "not-own" -> NOT_OWN;
            case "other-side" -> OTHER_SIDE;
            case "its-kpis" -> ITS_KPIS;
            default -> throw new IllegalArgumentException("no such cell in the role table: " + cell);
        };
    }
}
