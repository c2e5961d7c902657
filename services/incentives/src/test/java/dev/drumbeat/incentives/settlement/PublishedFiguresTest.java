package dev.drumbeat.incentives.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.settlement.Settlement.Mode;
import dev.drumbeat.incentives.terms.Better;
import dev.drumbeat.incentives.terms.Edge;
import dev.drumbeat.incentives.terms.InvoicedAs;
import dev.drumbeat.incentives.terms.Pay;
import dev.drumbeat.incentives.terms.Rule;
import dev.drumbeat.incentives.terms.RuleBody;
import dev.drumbeat.incentives.terms.RuleBody.GainShare;
import dev.drumbeat.incentives.terms.RuleBody.TruthfulTarget;
import dev.drumbeat.incentives.terms.Terms;
import dev.drumbeat.incentives.terms.Tier;
import dev.drumbeat.incentives.terms.Tiers;
import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.calendar.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that others have published come out exactly. */
final class PublishedFiguresTest {
    private static final Period NOVEMBER = Period.parse("2026-11").orElseThrow();
    private static final String KPI = "partnerships/p/kpis/k";

    /** Service credits of a cloud provider's SLA: 99.99, 99.0 and 95 are the lower ends of their tiers. */
    @ParameterizedTest
    @CsvSource({
        "100, 0.00",
        "99.99, 0.00",
        "99.989999, -10.00",
        "99.0, -10.00",
        "98.999999, -30.00",
        "95, -30.00",
        "94.999999, -100.00",
        "0, -100.00"
    })
    void service_credits_change_exactly_on_their_edges(String uptime, String credit) {
        Tiers tiers = new Tiers(
                Edge.LOWER_INCLUDED,
                List.of(
                        tier("", "95", "-100"),
                        tier("95", "99.0", "-30"),
                        tier("99.0", "99.99", "-10"),
                        tier("99.99", "", "0")));

        assertThat(pays(new RuleBody.Tiered(KPI, tiers), uptime)).isEqualTo(credit);
    }

    @ParameterizedTest
    @CsvSource({"70, 81", "80, 87", "90, 93", "97.5, 97.5", "110, 100"})
    void gain_share_reaches_the_price_of_the_published_example(String cost, String price) {
        assertThat(share(InvoicedAs.NOTHING).price(new BigDecimal(cost))).isEqualByComparingTo(price);
        assertThat(pays(share(InvoicedAs.NOTHING), cost))
                .isEqualTo(new BigDecimal(price).setScale(2).toPlainString());
    }

    @ParameterizedTest
    @CsvSource({"50, 4.00", "60, 0.00", "70, -4.00", "110, -25.00"})
    void gain_share_after_cost_and_fee_pays_the_partners_part(String cost, String pays) {
        assertThat(pays(share(InvoicedAs.COST_AND_FEE), cost)).isEqualTo(pays);
    }

    @org.junit.jupiter.api.Test
    void gain_share_names_its_point_of_total_assumption() {
        assertThat(share(InvoicedAs.NOTHING).pointOfTotalAssumption().setScale(3, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo("101.667");
    }

    /** Weitzman 1976, with B0 100, y0 94, y 96 and (α, β, γ) = (0.7, 1, 1.3): the honest forecast pays most. */
    @ParameterizedTest
    @CsvSource({"92, 100.80", "94, 101.40", "95, 101.70", "96, 102.00", "98, 101.40"})
    void the_menu_pays_most_for_the_honest_forecast(String forecast, String pays) {
        TruthfulTarget menu = new TruthfulTarget(
                KPI,
                Money.rounded(new BigDecimal("100"), "USD"),
                new BigDecimal("94"),
                new BigDecimal("0.7"),
                new BigDecimal("1"),
                new BigDecimal("1.3"),
                0,
                Better.HIGHER);

        assertThat(Money.rounded(menu.pays(new BigDecimal(forecast), new BigDecimal("96")), "USD")
                        .amount()
                        .toPlainString())
                .isEqualTo(pays);
    }

    private static GainShare share(InvoicedAs invoicedAs) {
        return new GainShare(KPI, usd("60"), usd("15"), usd("100"), new BigDecimal("60"), invoicedAs);
    }

    private static String pays(RuleBody body, String value) {
        Terms terms = new Terms(
                "Terms",
                "USD",
                Frequency.MONTHLY,
                NOVEMBER,
                Optional.empty(),
                5,
                Optional.of(usd("100")),
                Optional.empty(),
                List.of(new Rule("rule", "Rule", body, Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                "");
        Figure figure = new Figure(KPI, "K", Optional.of(new BigDecimal(value)), List.of(), false, List.of());
        return Settlement.of(terms, new PeriodFacts(NOVEMBER, Map.of(KPI, figure), List.of(), Map.of()), Mode.STATED)
                .total()
                .amount()
                .toPlainString();
    }

    private static Tier tier(String lower, String upper, String percent) {
        return new Tier(bound(lower), bound(upper), new Pay.Percent(new BigDecimal(percent)));
    }

    private static Optional<BigDecimal> bound(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static Money usd(String amount) {
        return Money.rounded(new BigDecimal(amount), "USD");
    }
}
