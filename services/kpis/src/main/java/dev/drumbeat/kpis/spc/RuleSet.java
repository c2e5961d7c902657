package dev.drumbeat.kpis.spc;

import java.util.List;

/** The rules that a KPI is read by. */
public enum RuleSet {
    /** "Making data count": few rules, few false alarms. The default. */
    NHS(Rule.NHS_ASTRONOMICAL_POINT, Rule.NHS_SHIFT, Rule.NHS_TREND, Rule.NHS_TWO_OF_THREE),
    /** All eight tests; more sensitive, and with more false alarms. */
    NELSON(
            Rule.NELSON_1,
            Rule.NELSON_2,
            Rule.NELSON_3,
            Rule.NELSON_4,
            Rule.NELSON_5,
            Rule.NELSON_6,
            Rule.NELSON_7,
            Rule.NELSON_8),
    /** The four zone tests. */
    WESTERN_ELECTRIC(
            Rule.WESTERN_ELECTRIC_1, Rule.WESTERN_ELECTRIC_2, Rule.WESTERN_ELECTRIC_3, Rule.WESTERN_ELECTRIC_4);

    /** Made by List.of; the checker can't see that in the type. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Rule> rules;

    RuleSet(Rule... rules) {
        this.rules = List.of(rules);
    }

    public List<Rule> rules() {
        return rules;
    }
}
