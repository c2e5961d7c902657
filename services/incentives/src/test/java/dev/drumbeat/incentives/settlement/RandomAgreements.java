package dev.drumbeat.incentives.settlement;

import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.settlement.EpisodeFacts.Told;
import dev.drumbeat.incentives.terms.Edge;
import dev.drumbeat.incentives.terms.InvoicedAs;
import dev.drumbeat.incentives.terms.KpiFacts;
import dev.drumbeat.incentives.terms.Pay;
import dev.drumbeat.incentives.terms.Rule;
import dev.drumbeat.incentives.terms.RuleBody;
import dev.drumbeat.incentives.terms.RuleBody.ChargeStep;
import dev.drumbeat.incentives.terms.RuleBody.CreditStep;
import dev.drumbeat.incentives.terms.Terms;
import dev.drumbeat.incentives.terms.Tier;
import dev.drumbeat.incentives.terms.Tiers;
import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.calendar.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Agreements and figures by the dice: odd on purpose, with ties on edges, tiny and huge amounts, several currencies. */
final class RandomAgreements {
    static final Period PERIOD = Period.parse("2026-11").orElseThrow();
    static final List<String> KPIS = List.of("partnerships/p/kpis/a", "partnerships/p/kpis/b", "partnerships/p/kpis/c");
    static final String SPEND = "partnerships/p/kpis/spend";
    private static final List<String> CURRENCIES = List.of("USD", "JPY", "KWD", "EUR");

    private final SplittableRandom dice;
    private final String currency;

    RandomAgreements(long seed) {
        this.dice = new SplittableRandom(seed);
        this.currency = CURRENCIES.get(dice.nextInt(CURRENCIES.size()));
    }

    /** What the editor accepts, mostly; steps of disclosure rules are in any order at times, to be refused. */
    Terms terms() {
        List<Rule> rules = new ArrayList<>();
        int paying = 1 + dice.nextInt(3);
        for (int i = 0; i < paying; i++) {
            rules.add(paying(i));
        }
        if (dice.nextInt(2) == 0) {
            rules.add(plain("credit", credit()));
        }
        if (dice.nextInt(2) == 0) {
            rules.add(plain("late", late()));
        }
        Optional<Money> cap = dice.nextInt(3) == 0 ? Optional.of(money(0, 500)) : Optional.empty();
        Optional<Money> floor = dice.nextInt(3) == 0 ? Optional.of(money(0, 500).negated()) : Optional.empty();
        return new Terms(
                "Terms",
                currency,
                Frequency.MONTHLY,
                PERIOD,
                Optional.empty(),
                5,
                Optional.of(money(0, 100_000)),
                Optional.of(SPEND),
                rules,
                cap,
                floor,
                "");
    }

    private Rule paying(int i) {
        String kpi = KPIS.get(dice.nextInt(KPIS.size()));
        RuleBody body = switch (dice.nextInt(4)) {
            case 0 -> new RuleBody.Tiered(kpi, tiers(dice.nextInt(2) == 0));
            case 1 -> new RuleBody.PriceAdjustment(kpi, tiers(true));
            case 2 -> linear(kpi);
            default ->
                new RuleBody.GainShare(
                        kpi,
                        money(1, 80),
                        money(0, 20),
                        money(101, 200),
                        decimal(1, 100, 0),
                        InvoicedAs.values()[dice.nextInt(3)]);
        };
        Optional<Money> cap = dice.nextInt(3) == 0 ? Optional.of(money(0, 300)) : Optional.empty();
        Optional<Money> floor = dice.nextInt(3) == 0 ? Optional.of(money(0, 300).negated()) : Optional.empty();
        return new Rule("rule" + i, "Rule " + i, body, cap, floor);
    }

    private RuleBody linear(String kpi) {
        BigDecimal lower = decimal(-50, 50, 1);
        BigDecimal upper = lower.add(decimal(1, 60, 2));
        return new RuleBody.Linear(kpi, lower, upper, dice.nextInt(2) == 0 ? lower : upper, decimal(-90, 90, 4));
    }

    private Tiers tiers(boolean percent) {
        TreeSet<BigDecimal> edges = new TreeSet<>();
        int count = dice.nextInt(5);
        for (int i = 0; i < count; i++) {
            edges.add(decimal(0, 100, 1));
        }
        List<Tier> tiers = new ArrayList<>();
        Optional<BigDecimal> lower = Optional.empty();
        for (BigDecimal edge : edges) {
            tiers.add(new Tier(lower, Optional.of(edge), pay(percent)));
            lower = Optional.of(edge);
        }
        tiers.add(new Tier(lower, Optional.empty(), pay(percent)));
        return new Tiers(Edge.values()[dice.nextInt(2)], tiers);
    }

    private Pay pay(boolean percent) {
        return percent ? new Pay.Percent(decimal(-30, 30, 3)) : new Pay.Amount(signed(money(0, 900)));
    }

    private Money signed(Money money) {
        return dice.nextInt(2) == 0 ? money : money.negated();
    }

    private RuleBody credit() {
        List<CreditStep> steps = new ArrayList<>();
        int days = dice.nextInt(3);
        BigDecimal percent = dice.nextInt(4) == 0 ? RuleBody.HUNDRED : decimal(0, 40, 1);
        for (int i = 0; i <= dice.nextInt(3); i++) {
            steps.add(new CreditStep(days, percent));
            days += 1 + dice.nextInt(10);
            percent = percent.add(decimal(-3, 20, 1)).min(RuleBody.HUNDRED);
        }
        return new RuleBody.TransparencyCredit(List.of(), steps, money(0, 400));
    }

    private RuleBody late() {
        List<ChargeStep> steps = new ArrayList<>();
        int days = dice.nextInt(3);
        Money charge = money(0, 200);
        Money undisclosed = charge.plus(money(0, 50)).minus(money(0, 10));
        for (int i = 0; i <= dice.nextInt(3); i++) {
            steps.add(new ChargeStep(days, charge));
            days += 1 + dice.nextInt(10);
            charge = charge.smallerOf(money(0, 250));
        }
        return new RuleBody.LateDisclosure(List.of(), steps, undisclosed, money(0, 400));
    }

    private static Rule plain(String id, RuleBody body) {
        return new Rule(id, id, body, Optional.empty(), Optional.empty());
    }

    PeriodFacts facts() {
        Map<String, Figure> figures = new HashMap<>();
        for (String kpi : KPIS) {
            figures.put(kpi, figure(kpi, decimal(0, 120, 1)));
        }
        figures.put(SPEND, figure(SPEND, decimal(0, 90_000, 2)));
        List<EpisodeFacts> episodes = new ArrayList<>();
        for (int i = 0; i < dice.nextInt(4); i++) {
            String kpi = KPIS.get(dice.nextInt(KPIS.size()));
            Optional<Told> told = dice.nextInt(2) == 0
                    ? Optional.of(new Told("partnerships/p/disclosures/d" + i, dice.nextInt(30)))
                    : Optional.empty();
            episodes.add(new EpisodeFacts(
                    "partnerships/p/redEpisodes/e" + i,
                    kpi,
                    "2026-W45",
                    1 + dice.nextInt(3),
                    dice.nextInt(4) > 0,
                    told));
        }
        return new PeriodFacts(PERIOD, figures, episodes, Map.of());
    }

    static Figure figure(String kpi, BigDecimal value) {
        return new Figure(kpi, kpi, Optional.of(value), List.of(), false, List.of());
    }

    Map<String, KpiFacts> kpis() {
        Map<String, KpiFacts> kpis = new HashMap<>();
        KPIS.forEach(kpi -> kpis.put(kpi, kpi(kpi, "MONEY")));
        kpis.put(SPEND, kpi(SPEND, "MONEY"));
        return kpis;
    }

    private KpiFacts kpi(String name, String unit) {
        return new KpiFacts(name, name, unit, currency, 1, "HIGHER_IS_BETTER", Frequency.WEEKLY, 0, "MEAN", false);
    }

    private Money money(int from, int to) {
        int places = Money.places(currency);
        return new Money(decimal(from, to, places).setScale(places), currency);
    }

    private BigDecimal decimal(int from, int to, int places) {
        long scale = (long) Math.pow(10, places);
        return BigDecimal.valueOf(dice.nextLong(from * scale, to * scale + 1), places);
    }
}
