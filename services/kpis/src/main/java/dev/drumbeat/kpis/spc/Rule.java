package dev.drumbeat.kpis.spc;

import java.util.List;

/**
 * A rule that tells a signal from noise, under the name that its rule set gives it.
 *
 * <p>NHS: the rules of "Making data count". Its current tools call six to eight points on one side a shift; the product uses
 * seven. Six rising or falling are a trend, and both points of "two of three" may also lie past the limit.
 *
 * <p>Nelson: L. S. Nelson, "The Shewhart Control Chart: Tests for Special Causes", Journal of Quality Technology 16 (1984).
 * Western Electric: the zone tests of the Statistical Quality Control Handbook (1956).
 */
public enum Rule {
    NHS_ASTRONOMICAL_POINT(Family.POINT, "one point outside the process limits", Pattern.beyond(3)),
    NHS_SHIFT(Family.SHIFT, "7 or more points in a row on one side of the mean", Pattern.oneSide(7)),
    NHS_TREND(Family.TREND, "6 or more points in a row all rising or all falling", Pattern.trend(6)),
    NHS_TWO_OF_THREE(
            Family.CLUSTER, "2 of 3 points in a row near or past the same process limit", Pattern.cluster(2, 3, 2)),

    NELSON_1(Family.POINT, "one point more than 3 sigma from the centre", Pattern.beyond(3)),
    NELSON_2(Family.SHIFT, "9 or more points in a row on one side of the centre", Pattern.oneSide(9)),
    NELSON_3(Family.TREND, "6 or more points in a row all rising or all falling", Pattern.trend(6)),
    NELSON_4(Family.TEXTURE, "14 or more points in a row going up and down in turn", Pattern.alternating(14)),
    NELSON_5(
            Family.CLUSTER,
            "2 of 3 points in a row more than 2 sigma from the centre on one side",
            Pattern.cluster(2, 3, 2)),
    NELSON_6(
            Family.CLUSTER,
            "4 of 5 points in a row more than 1 sigma from the centre on one side",
            Pattern.cluster(4, 5, 1)),
    NELSON_7(Family.TEXTURE, "15 or more points in a row within 1 sigma of the centre", Pattern.hugging(15, 1)),
    NELSON_8(
            Family.TEXTURE,
            "8 or more points in a row on both sides, none within 1 sigma of the centre",
            Pattern.avoiding(8, 1)),

    WESTERN_ELECTRIC_1(Family.POINT, "one point more than 3 sigma from the centre", Pattern.beyond(3)),
    WESTERN_ELECTRIC_2(
            Family.CLUSTER,
            "2 of 3 points in a row more than 2 sigma from the centre on one side",
            Pattern.cluster(2, 3, 2)),
    WESTERN_ELECTRIC_3(
            Family.CLUSTER,
            "4 of 5 points in a row more than 1 sigma from the centre on one side",
            Pattern.cluster(4, 5, 1)),
    WESTERN_ELECTRIC_4(Family.SHIFT, "8 or more points in a row on one side of the centre", Pattern.oneSide(8));

    /**
     * What kind of evidence a rule is. Where signals at one point disagree about the way, the earlier family speaks, as in
     * the tools of "Making data count": what lasts outweighs what is momentary.
     */
    enum Family {
        TREND,
        SHIFT,
        CLUSTER,
        POINT,
        TEXTURE
    }

    private final Family family;
    private final String description;
    /** Patterns have no state; the checker can't see that of a function. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Pattern pattern;

    Rule(Family family, String description, Pattern pattern) {
        this.family = family;
        this.description = description;
        this.pattern = pattern;
    }

    /** In words, for people; without a full stop. */
    public String description() {
        return description;
    }

    Family family() {
        return family;
    }

    List<Pattern.Found> in(List<Deviation> series) {
        return pattern.in(series);
    }
}
