package dev.drumbeat.incentives.terms;

import dev.drumbeat.incentives.terms.Finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects what is found, with where and in which rule. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();
    private final String field;
    private final String ruleId;

    private Findings(String field, String ruleId) {
        this.field = field;
        this.ruleId = ruleId;
    }

    static Findings ofTerms() {
        return new Findings("", "");
    }

    static Findings ofRule(int index, Rule rule) {
        return new Findings("rules[" + index + "]", rule.id());
    }

    void error(String below, String code, String message) {
        add(Severity.ERROR, below, code, message, "");
    }

    void error(String below, String code, String message, String example) {
        add(Severity.ERROR, below, code, message, example);
    }

    void warning(String below, String code, String message, String example) {
        add(Severity.WARNING, below, code, message, example);
    }

    void addAll(Findings others) {
        found.addAll(others.found);
    }

    List<Finding> all() {
        return List.copyOf(found);
    }

    private void add(Severity severity, String below, String code, String message, String example) {
        String where = field.isEmpty() || below.isEmpty() ? field + below : field + "." + below;
        found.add(new Finding(severity, where, code, message, ruleId, example));
    }
}
