package dev.drumbeat.incentives.settlement;

import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.terms.Rule;
import dev.drumbeat.incentives.terms.RuleBody.ByFigure;
import dev.drumbeat.incentives.terms.RuleBody.LateDisclosure;
import dev.drumbeat.incentives.terms.RuleBody.TransparencyCredit;
import dev.drumbeat.incentives.terms.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What terms pay for a settlement period. Each line is rounded once; the total is the exact sum of the lines and stays within the
 * agreement's cap and floor, by lines of their own.
 */
public record Settlement(List<Line> lines, Money total) {
    /** Whether the period still runs, or is to be stated. */
    public enum Mode {
        /** Figures so far; a KPI without any pays nothing yet. */
        PROJECTED,
        /** A missing figure counts as the least the rule can pay: missing is never green. */
        STATED
    }

    public Settlement {
        lines = List.copyOf(lines);
    }

    public static Settlement of(Terms terms, PeriodFacts facts, Mode mode) {
        List<Line> lines = new ArrayList<>();
        for (Rule rule : terms.rules()) {
            if (rule.body() instanceof ByFigure) {
                lines.add(new FigureLine(terms, facts, mode).line(rule));
            }
        }
        Penalties penalties = Penalties.of(lines, facts.episodes());
        for (Rule rule : terms.rules()) {
            switch (rule.body()) {
                case TransparencyCredit credit -> lines.addAll(CreditLines.of(rule, credit, terms, facts, penalties));
                case LateDisclosure late -> lines.addAll(ChargeLines.of(rule, late, terms, facts));
                case ByFigure paid -> {}
            }
        }
        limit(terms, lines).ifPresent(lines::add);
        return of(lines, terms.currency());
    }

    public static Settlement of(List<Line> lines, String currency) {
        return new Settlement(lines, Money.sum(lines.stream().map(Line::amount).toList(), currency));
    }

    private static Optional<Line> limit(Terms terms, List<Line> lines) {
        Money sum = Money.sum(lines.stream().map(Line::amount).toList(), terms.currency());
        if (terms.cap().isPresent() && sum.isMoreThan(terms.cap().get())) {
            return Optional.of(
                    limitLine("cap", LineKind.CAP, "Cap", sum, terms.cap().get()));
        }
        if (terms.floor().isPresent() && terms.floor().get().isMoreThan(sum)) {
            return Optional.of(limitLine(
                    "floor", LineKind.FLOOR, "Floor", sum, terms.floor().get()));
        }
        return Optional.empty();
    }

    private static Line limitLine(String id, LineKind kind, String word, Money sum, Money limit) {
        return new Line(
                id,
                kind,
                word,
                Optional.empty(),
                limit.minus(sum),
                "The lines above add up to " + sum + "; the agreement's " + word.toLowerCase(java.util.Locale.ROOT)
                        + " is " + limit + ".",
                List.of(
                        new Line.Input("sum", "Sum of the lines", sum.amount().toPlainString(), List.of()),
                        new Line.Input("limit", word, limit.amount().toPlainString(), List.of())),
                Optional.empty(),
                false,
                Optional.empty());
    }
}
