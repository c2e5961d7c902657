package dev.drumbeat.incentives.terms;

import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.calendar.Period;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What both sides agree on. Well-formed, but not necessarily signable: see {@link TermsCheck}.
 *
 * @param settlement MONTHLY or QUARTERLY
 * @param lastPeriod empty while open-ended
 * @param graceDays calendar days after the end of a settlement period until its statement is proposed
 * @param bonusPool what TIERED percentages are taken of, for each settlement period
 * @param invoicedSpendKpi what PRICE_ADJUSTMENT percentages are taken of
 * @param cap the most a settlement period pays in all
 * @param floor the least
 */
public record Terms(
        String displayName,
        String currency,
        Frequency settlement,
        Period firstPeriod,
        Optional<Period> lastPeriod,
        int graceDays,
        Optional<Money> bonusPool,
        Optional<String> invoicedSpendKpi,
        List<Rule> rules,
        Optional<Money> cap,
        Optional<Money> floor,
        String remarks) {
    public Terms {
        rules = List.copyOf(rules);
    }

    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** KPIs that a rule pays by, in the rules' order. */
    public Set<String> payingKpis() {
        Set<String> kpis = new LinkedHashSet<>();
        rules.forEach(rule -> {
            if (rule.body() instanceof RuleBody.ByFigure paying) {
                kpis.add(paying.kpi());
            }
        });
        return kpis;
    }

    /** All KPIs whose figures are needed. */
    public Set<String> kpis() {
        Set<String> kpis = payingKpis();
        invoicedSpendKpi.ifPresent(kpis::add);
        return kpis;
    }

    public boolean covers(Period period) {
        return period.frequency() == settlement
                && period.compareTo(firstPeriod) >= 0
                && lastPeriod.map(last -> period.compareTo(last) <= 0).orElse(true);
    }
}
