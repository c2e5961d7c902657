package dev.drumbeat.incentives.settlement;

import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.settlement.EpisodeFacts.Told;
import dev.drumbeat.incentives.terms.Rule;
import dev.drumbeat.incentives.terms.RuleBody.LateDisclosure;
import dev.drumbeat.incentives.terms.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Charges for episodes that were told late or not at all: once for each, within the period's cap. */
final class ChargeLines {
    private ChargeLines() {}

    static List<Line> of(Rule rule, LateDisclosure late, Terms terms, PeriodFacts facts) {
        List<Line> lines = new ArrayList<>();
        Money left = late.capPerPeriod();
        for (EpisodeFacts episode : CreditLines.dueHere(facts.episodes(), late)) {
            Optional<Integer> days = episode.told().map(Told::daysBefore);
            Money charge = late.charge(days);
            Money amount = charge.smallerOf(left);
            if (charge.isZero()) {
                continue;
            }
            left = left.minus(amount);
            String told = days.map(before -> "It was told " + before + " days before the period's end")
                    .orElse("It was not told before it was measured");
            String limited = amount.equals(charge) ? "" : " Limited to " + amount + " by the cap of the period.";
            lines.add(new Line(
                    rule.id() + ":" + episode.id(),
                    LineKind.LATE_DISCLOSURE,
                    rule.displayName(),
                    Optional.of(episode.kpi()),
                    amount.negated(),
                    told + ": " + charge + " are charged." + limited,
                    List.of(
                            new Line.Input("episode", "Red episode", episode.id(), List.of(episode.name())),
                            new Line.Input(
                                    "days_before",
                                    "Told before the period's end, days",
                                    days.map(String::valueOf).orElse("not told"),
                                    episode.told().map(Told::disclosure).stream()
                                            .toList()),
                            new Line.Input("charge", "Charge", charge.amount().toPlainString(), List.of())),
                    Optional.of(rule),
                    false,
                    Optional.empty()));
        }
        return lines;
    }
}
