package dev.drumbeat.incentives.settlement;

import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.settlement.EpisodeFacts.Told;
import dev.drumbeat.incentives.terms.Rule;
import dev.drumbeat.incentives.terms.RuleBody.TransparencyCredit;
import dev.drumbeat.incentives.terms.Terms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Credits for told episodes: never more than the penalty, once for each episode, within the period's cap. */
final class CreditLines {
    private CreditLines() {}

    static List<Line> of(Rule rule, TransparencyCredit credit, Terms terms, PeriodFacts facts, Penalties penalties) {
        List<Line> lines = new ArrayList<>();
        Money left = credit.capPerPeriod();
        Map<String, Money> penaltyLeft = new HashMap<>(penalties.byKpi());
        for (EpisodeFacts episode : dueHere(facts.episodes(), credit)) {
            Optional<Told> told = episode.told();
            Money open = penaltyLeft.get(episode.kpi());
            if (told.isEmpty() || open == null) {
                continue;
            }
            BigDecimal percent = credit.percent(told.get().daysBefore());
            BigDecimal share = penalties.share(episode);
            Money computed = Money.rounded(share.multiply(percent).movePointLeft(2), terms.currency());
            Money amount = computed.smallerOf(open).smallerOf(left);
            if (percent.signum() == 0 || computed.isZero()) {
                continue;
            }
            left = left.minus(amount);
            penaltyLeft.put(episode.kpi(), open.minus(amount));
            lines.add(line(rule, episode, told.get(), terms, share, percent, computed, amount));
        }
        return lines;
    }

    static List<EpisodeFacts> dueHere(
            List<EpisodeFacts> episodes, dev.drumbeat.incentives.terms.RuleBody.ByDisclosure rule) {
        return episodes.stream()
                .filter(episode -> episode.beginsHere() && rule.isFor(episode.kpi()))
                .sorted(Comparator.comparing(EpisodeFacts::name))
                .toList();
    }

    private static Line line(
            Rule rule,
            EpisodeFacts episode,
            Told told,
            Terms terms,
            BigDecimal share,
            BigDecimal percent,
            Money computed,
            Money amount) {
        String penalty = Money.rounded(share, terms.currency()).amount().toPlainString();
        String limited = amount.equals(computed) ? "" : " Limited to " + amount + " by the cap or the penalty left.";
        return new Line(
                rule.id() + ":" + episode.id(),
                LineKind.TRANSPARENCY_CREDIT,
                rule.displayName(),
                Optional.of(episode.kpi()),
                amount,
                percent.toPlainString() + " % of the episode's penalty of " + penalty + ", as it was told "
                        + told.daysBefore() + " days before the period's end." + limited,
                List.of(
                        new Line.Input("episode", "Red episode", episode.id(), List.of(episode.name())),
                        new Line.Input(
                                "days_before",
                                "Told before the period's end, days",
                                Integer.toString(told.daysBefore()),
                                List.of(told.disclosure())),
                        new Line.Input("penalty", "Penalty of the episode", penalty, List.of()),
                        new Line.Input("percent", "Credit in percent", percent.toPlainString(), List.of())),
                Optional.of(rule),
                false,
                Optional.empty());
    }
}
