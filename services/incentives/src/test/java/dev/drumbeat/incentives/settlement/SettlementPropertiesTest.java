package dev.drumbeat.incentives.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.settlement.EpisodeFacts.Told;
import dev.drumbeat.incentives.settlement.Settlement.Mode;
import dev.drumbeat.incentives.terms.Edge;
import dev.drumbeat.incentives.terms.Finding;
import dev.drumbeat.incentives.terms.InvoicedAs;
import dev.drumbeat.incentives.terms.Pay;
import dev.drumbeat.incentives.terms.Rule;
import dev.drumbeat.incentives.terms.RuleBody;
import dev.drumbeat.incentives.terms.Terms;
import dev.drumbeat.incentives.terms.TermsCheck;
import dev.drumbeat.incentives.terms.Tier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds under every agreement, seen on 100,000 of them against arithmetic written a second time. */
final class SettlementPropertiesTest {
    private static final int AGREEMENTS = 100_000;

    @Test
    void lines_add_up_and_stay_within_limits_and_every_rule_pays_what_plain_arithmetic_says() {
        for (long seed = 0; seed < AGREEMENTS; seed++) {
            RandomAgreements random = new RandomAgreements(seed);
            Terms terms = random.terms();
            PeriodFacts facts = random.facts();
            Settlement settlement = Settlement.of(terms, facts, Mode.STATED);

            BigDecimal sum = BigDecimal.ZERO;
            for (Line line : settlement.lines()) {
                sum = sum.add(line.amount().amount());
            }
            check(seed, sum.compareTo(settlement.total().amount()) == 0, "lines add up");
            check(
                    seed,
                    terms.cap().map(cap -> !settlement.total().isMoreThan(cap)).orElse(true)
                            && terms.floor()
                                    .map(floor -> !floor.isMoreThan(settlement.total()))
                                    .orElse(true),
                    "the agreement's limits hold");
            for (Rule rule : terms.rules()) {
                if (rule.body() instanceof RuleBody.ByFigure) {
                    Money paid = line(settlement, rule.id());
                    check(
                            seed,
                            paid.amount().equals(oracle(terms, rule, facts)),
                            "rule " + rule.id() + " pays " + paid);
                    check(
                            seed,
                            rule.cap().map(cap -> !paid.isMoreThan(cap)).orElse(true)
                                    && rule.floor()
                                            .map(floor -> !floor.isMoreThan(paid))
                                            .orElse(true),
                            "the rule's limits hold");
                }
            }
            creditsStayBelowPenalties(seed, terms, settlement);
        }
    }

    private static void creditsStayBelowPenalties(long seed, Terms terms, Settlement settlement) {
        Map<String, BigDecimal> left = new HashMap<>();
        settlement.lines().stream()
                .filter(line -> line.kind() == LineKind.RULE && line.amount().isNegative())
                .forEach(line ->
                        left.merge(line.kpi().orElseThrow(), line.amount().amount(), BigDecimal::add));
        settlement.lines().stream()
                .filter(line -> line.kind() == LineKind.TRANSPARENCY_CREDIT)
                .forEach(line ->
                        left.merge(line.kpi().orElseThrow(), line.amount().amount(), BigDecimal::add));
        boolean accepted = terms.rules().stream()
                .noneMatch(rule -> rule.body() instanceof RuleBody.TransparencyCredit credit
                        && credit.steps().stream()
                                .anyMatch(step -> step.percent().signum() < 0));
        check(
                seed,
                !accepted || left.values().stream().allMatch(rest -> rest.signum() <= 0),
                "credits never exceed penalties");
    }

    @Test
    void every_value_is_in_exactly_one_tier_of_what_the_editor_accepts() {
        for (long seed = 0; seed < AGREEMENTS; seed++) {
            RandomAgreements random = new RandomAgreements(seed);
            for (Rule rule : random.terms().rules()) {
                if (rule.body() instanceof RuleBody.Tiered tiered) {
                    List<BigDecimal> values = new ArrayList<>(List.of(new BigDecimal("-1e9"), new BigDecimal("1e9")));
                    tiered.tiers()
                            .tiers()
                            .forEach(tier -> tier.lower().ifPresent(edge -> {
                                values.add(edge);
                                values.add(edge.add(new BigDecimal("0.000001")));
                                values.add(edge.subtract(new BigDecimal("0.000001")));
                            }));
                    for (BigDecimal value : values) {
                        long holding = tiered.tiers().tiers().stream()
                                .filter(tier -> inTier(tier, tiered.tiers().edge(), value))
                                .count();
                        check(seed, holding == 1 && tiered.tiers().find(value).isPresent(), "one tier for " + value);
                    }
                }
            }
        }
    }

    @Test
    void a_rule_whose_pay_rises_never_pays_less_for_more() {
        int tiered = 0;
        for (long seed = 0; seed < AGREEMENTS; seed++) {
            RandomAgreements random = new RandomAgreements(seed);
            Terms terms = random.terms();
            PeriodFacts facts = random.facts();
            for (Rule rule : terms.rules()) {
                int slope = slope(rule);
                if (slope == 0) {
                    continue;
                }
                tiered += rule.body() instanceof RuleBody.Tiered ? 1 : 0;
                String kpi = ((RuleBody.ByFigure) rule.body()).kpi();
                BigDecimal value = facts.figure(kpi).value().orElseThrow();
                Money here = line(Settlement.of(terms, facts, Mode.STATED), rule.id());
                Map<String, Figure> figures = new HashMap<>(facts.figures());
                figures.put(kpi, RandomAgreements.figure(kpi, value.add(new BigDecimal("3.7"))));
                PeriodFacts more = new PeriodFacts(facts.period(), figures, facts.episodes(), Map.of());
                Money there = line(Settlement.of(terms, more, Mode.STATED), rule.id());
                check(
                        seed,
                        slope > 0 ? !here.isMoreThan(there) : !there.isMoreThan(here),
                        rule.id() + " pays " + here + " then " + there);
            }
        }
        assertThat(tiered).isGreaterThan(1_000);
    }

    /** Linear by its rate; a gain share that pays the whole price rises with cost; tiers by what each pays, where that only rises or falls. */
    private static int slope(Rule rule) {
        return switch (rule.body()) {
            case RuleBody.Linear linear -> linear.amountPerPoint().signum();
            case RuleBody.GainShare share -> share.invoicedAs() == InvoicedAs.COST_AND_FEE ? -1 : 1;
            case RuleBody.Tiered tiers -> slope(tiers.tiers().tiers());
            default -> 0;
        };
    }

    /** Of tiers that all pay amounts, or all percentages: 0 when they go up and down. */
    private static int slope(List<Tier> tiers) {
        List<BigDecimal> pays = new ArrayList<>();
        for (Tier tier : tiers) {
            pays.add(
                    tier.pay() instanceof Pay.Amount(Money amount)
                            ? amount.amount()
                            : ((Pay.Percent) tier.pay()).percent());
        }
        boolean alike =
                tiers.stream().map(tier -> tier.pay().getClass()).distinct().count() == 1;
        List<BigDecimal> rising = pays.stream().sorted().toList();
        return !alike ? 0 : pays.equals(rising) ? 1 : pays.reversed().equals(rising) ? -1 : 0;
    }

    @Test
    void telling_early_never_pays_less_than_telling_late_or_hiding_under_what_the_editor_accepts() {
        int accepted = 0;
        int refused = 0;
        int compared = 0;
        for (long seed = 0; seed < AGREEMENTS; seed++) {
            RandomAgreements random = new RandomAgreements(seed);
            Terms terms = random.terms();
            PeriodFacts facts = random.facts();
            if (TermsCheck.of(terms, random.kpis()).stream().anyMatch(Finding::isError)) {
                refused++;
                continue;
            }
            accepted++;
            for (EpisodeFacts episode : facts.episodes()) {
                Money hidden = with(terms, facts, episode, Optional.empty());
                Money before = hidden;
                for (int days : new int[] {0, 1, 3, 7, 12, 20, 40}) {
                    Money told =
                            with(terms, facts, episode, Optional.of(new Told("partnerships/p/disclosures/x", days)));
                    check(
                            seed,
                            !before.isMoreThan(told),
                            "told " + days + " days before pays " + told + ", else " + before);
                    before = told;
                    compared++;
                }
            }
        }
        assertThat(accepted).isGreaterThan(AGREEMENTS / 4);
        assertThat(refused).isGreaterThan(1_000);
        assertThat(compared).isGreaterThan(AGREEMENTS);
    }

    private static Money with(Terms terms, PeriodFacts facts, EpisodeFacts changed, Optional<Told> told) {
        List<EpisodeFacts> episodes = facts.episodes().stream()
                .map(episode -> episode.name().equals(changed.name()) ? episode.withTold(told) : episode)
                .toList();
        return Settlement.of(
                        terms,
                        new PeriodFacts(facts.period(), facts.figures(), episodes, facts.forecasts()),
                        Mode.STATED)
                .total();
    }

    private static Money line(Settlement settlement, String id) {
        return settlement.lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow()
                .amount();
    }

    /** The same rules, written down again with nothing but BigDecimal. */
    private static BigDecimal oracle(Terms terms, Rule rule, PeriodFacts facts) {
        BigDecimal amount = switch (rule.body()) {
            case RuleBody.Tiered tiered ->
                inBand(
                        tiered.tiers().tiers(),
                        tiered.tiers().edge(),
                        value(facts, tiered.kpi()),
                        terms.bonusPool().orElseThrow().amount());
            case RuleBody.PriceAdjustment adjustment ->
                inBand(
                        adjustment.tiers().tiers(),
                        adjustment.tiers().edge(),
                        value(facts, adjustment.kpi()),
                        value(facts, RandomAgreements.SPEND));
            case RuleBody.Linear linear -> {
                BigDecimal value = value(facts, linear.kpi());
                if (value.compareTo(linear.lower()) < 0) {
                    value = linear.lower();
                }
                if (value.compareTo(linear.upper()) > 0) {
                    value = linear.upper();
                }
                yield value.multiply(linear.amountPerPoint())
                        .subtract(linear.zeroAt().multiply(linear.amountPerPoint()));
            }
            case RuleBody.GainShare share -> gainShare(share, value(facts, share.kpi()));
            default -> throw new AssertionError(rule);
        };
        if (rule.cap().isPresent() && amount.compareTo(rule.cap().get().amount()) > 0) {
            amount = rule.cap().get().amount();
        }
        if (rule.floor().isPresent() && amount.compareTo(rule.floor().get().amount()) < 0) {
            amount = rule.floor().get().amount();
        }
        return amount.setScale(
                java.util.Currency.getInstance(terms.currency()).getDefaultFractionDigits(), RoundingMode.HALF_EVEN);
    }

    private static BigDecimal gainShare(RuleBody.GainShare share, BigDecimal cost) {
        BigDecimal over = cost.subtract(share.targetCost().amount());
        BigDecimal price = share.targetCost()
                .amount()
                .add(share.targetFee().amount())
                .add(over.multiply(share.ownerSharePercent()).divide(new BigDecimal(100)));
        if (price.compareTo(share.ceilingPrice().amount()) > 0) {
            price = share.ceilingPrice().amount();
        }
        return switch (share.invoicedAs()) {
            case NOTHING -> price;
            case TARGET_PRICE ->
                price.subtract(share.targetCost().amount())
                        .subtract(share.targetFee().amount());
            case COST_AND_FEE -> price.subtract(cost).subtract(share.targetFee().amount());
        };
    }

    private static BigDecimal inBand(List<Tier> tiers, Edge edge, BigDecimal value, BigDecimal base) {
        for (Tier tier : tiers) {
            if (inTier(tier, edge, value)) {
                return tier.pay() instanceof Pay.Amount(Money amount)
                        ? amount.amount()
                        : base.multiply(((Pay.Percent) tier.pay()).percent()).divide(new BigDecimal(100));
            }
        }
        throw new AssertionError("no tier for " + value);
    }

    private static boolean inTier(Tier tier, Edge edge, BigDecimal value) {
        boolean above = tier.lower().isEmpty()
                || (edge == Edge.LOWER_INCLUDED
                        ? value.compareTo(tier.lower().get()) >= 0
                        : value.compareTo(tier.lower().get()) > 0);
        boolean below = tier.upper().isEmpty()
                || (edge == Edge.LOWER_INCLUDED
                        ? value.compareTo(tier.upper().get()) < 0
                        : value.compareTo(tier.upper().get()) <= 0);
        return above && below;
    }

    private static BigDecimal value(PeriodFacts facts, String kpi) {
        return facts.figure(kpi).value().orElseThrow();
    }

    /** Building a description a million times would cost more than what it describes. */
    private static void check(long seed, boolean holds, String what) {
        if (!holds) {
            fail("seed " + seed + ": " + what);
        }
    }
}
