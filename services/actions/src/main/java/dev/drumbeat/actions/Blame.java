package dev.drumbeat.actions;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises a why that stops at a person, in English and German. The next why would be what let the person err; what protects
 * against error ("no check catches a keying error") is a cause that can be changed and passes.
 */
final class Blame {
    private static final String PERSON =
            "(?:operator|human|worker|employee|staff|personnel|user|driver|picker|packer|inspector|planner|pilot|personal)";
    private static final String FAULT = "(?:errors?|mistakes?|failures?|faults?|negligence|carelessness|inattention)";
    private static final String PERSON_DE =
            "(?:bediener|bedien|bedienungs|anwender|mitarbeiter|werker|fahrer|menschliche[rsnm]?|personal|flüchtigkeits)";

    private static final List<Pattern> BLAMED = List.of(
            words(PERSON + "(?:['’]?s)?['’]?[\\s-]+" + FAULT),
            words(FAULT + "\\s+(?:of|by|from)\\s+(?:the\\s+|an?\\s+)?" + PERSON + "s?"),
            words("careless(?:ness|ly)?|negligent(?:ly)?|negligence|inattenti(?:on|ve|veness)|sloppiness|sloppy"),
            words("(?:lack of|no|not enough|insufficient) (?:attention|care|discipline|concentration|diligence)"),
            words("human factors?|not careful(?: enough)?|(?:not|never) pa(?:id|y|ying) attention"),
            words("(?:the |an? )?(?:" + PERSON + "|he|she|they|somebody|someone)s?"
                    + "\\s+(?:did not|didn['’]t|failed to|forgot|overlooked|ignored|was (?:distracted|tired|new))"),
            words(PERSON_DE + "[\\s-]*(?:fehler|versagen|irrtum)s?"),
            words("(?:fehler|irrtum|versagen|versehen)\\s+(?:des|der|eines|einer|vom|von)\\s+"
                    + "(?:bedieners?|mitarbeiters?|mitarbeiterin|werkers?|fahrers?|personals)"),
            words(
                    "unachtsam(?:keit)?|unaufmerksam(?:keit)?|nachlässig(?:keit)?|fahrlässig(?:keit)?|leichtsinn|schlamperei"
                            + "|unvorsichtig(?:keit)?|menschlicher? faktor|nicht aufgepasst"),
            words("(?:mangelnde|fehlende|zu wenig|keine)\\s+(?:sorgfalt|aufmerksamkeit|konzentration|disziplin)"),
            words(
                    "(?:bediener|mitarbeiter|werker|fahrer)(?:in)?\\s+hat\\b.*\\b(?:nicht|vergessen|übersehen|ignoriert)"));

    private static final Pattern GUARDED =
            words("(?:catch|detect|prevent|stop|allow|invit|provok|tolerat)\\w*|against|possible"
                    + "|(?:erkenn|verhinder|verhüt|abfang|abfäng|zulass|zuläss|begünstig|erlaub)\\w*|gegen|möglich");

    private Blame() {}

    /** Whether this can't stand as a root cause. */
    static boolean isIn(String why) {
        return BLAMED.stream().anyMatch(pattern -> pattern.matcher(why).find())
                && !GUARDED.matcher(why).find();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "\\b(?:" + alternatives + ")\\b",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
