package dev.drumbeat.incentives.grpc;

import static dev.drumbeat.testkit.GrpcHarness.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.proto.incentives.v1.Better;
import dev.drumbeat.proto.incentives.v1.DeclareForecastRequest;
import dev.drumbeat.proto.incentives.v1.Evidence;
import dev.drumbeat.proto.incentives.v1.EvidenceKind;
import dev.drumbeat.proto.incentives.v1.Forecast;
import dev.drumbeat.proto.incentives.v1.ListEvidenceRequest;
import dev.drumbeat.proto.incentives.v1.ListForecastsRequest;
import dev.drumbeat.proto.incentives.v1.Rule;
import dev.drumbeat.proto.incentives.v1.Terms;
import dev.drumbeat.proto.incentives.v1.TruthfulTargetRule;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** A partner is paid by what it expects of itself, Weitzman's menu: B0 100, y0 94, (.7, 1, 1.3). */
final class ForecastStoryTest extends PayStories {
    @Test
    void the_partner_declares_in_time_and_the_last_word_in_time_counts() {
        String agreement = menu();
        assertThat(refusalOf(() -> declare(OWNER_OPS, agreement, "2026-10", "98"))
                        .rule())
                .isEqualTo("forecast.partner");
        assertThat(refusalOf(() -> declare(PARTNER_OPS, agreement, "2026-10", "98"))
                        .rule())
                .isEqualTo("role.read_money");
        declare(PARTNER_LEADER, agreement, "2026-10", "98");
        declare(PARTNER_LEADER, agreement, "2026-10", "95");
        assertThat(house.as(OWNER_OPS)
                        .listForecasts(
                                ListForecastsRequest.newBuilder().setParent(P).build())
                        .getForecastsList())
                .extracting(Forecast::getValue)
                .containsExactly("95", "98");

        house.clock.set(Instant.parse("2026-10-06T00:00:00Z"));
        assertThat(refusalOf(() -> declare(PARTNER_LEADER, agreement, "2026-10", "96"))
                        .rule())
                .isEqualTo("forecast.late");
        house.kpis.record(kpi, "2026-10", "96");
        house.clock.set(Instant.parse("2026-11-07T10:00:00Z"));
        sweep(house);
        assertThat(statements().getFirst().getPeriod()).isEqualTo("2026-10");
        assertThat(statements().getFirst().getTotal()).isEqualTo(usd("101.70"));
    }

    @Test
    void forecasts_that_are_always_lower_than_what_comes_are_shown() {
        String agreement = menu();
        YearMonth first = YearMonth.of(2026, 10);
        for (int i = 0; i < 4; i++) {
            String month = first.plusMonths(i).toString();
            house.clock.set(Instant.parse(month + "-01T10:00:00Z"));
            declare(PARTNER_LEADER, agreement, month, "94");
            house.kpis.record(kpi, month, "96");
            sweep(house);
        }
        assertThat(house.as(OWNER_LEADER)
                        .listEvidence(
                                ListEvidenceRequest.newBuilder().setParent(P).build())
                        .getEvidenceList())
                .isEmpty();
        house.clock.set(Instant.parse("2027-02-01T10:00:00Z"));
        sweep(house);
        assertThat(house.as(OWNER_LEADER)
                        .listEvidence(
                                ListEvidenceRequest.newBuilder().setParent(P).build())
                        .getEvidenceList())
                .extracting(Evidence::getKind)
                .containsExactly(EvidenceKind.EVIDENCE_KIND_LOW_FORECASTS);
    }

    private String menu() {
        return inForce(Terms.newBuilder()
                        .setDisplayName("Forecasts")
                        .setCurrency("USD")
                        .setSettlementFrequency(terms().getSettlementFrequency())
                        .setFirstPeriod("2026-09")
                        .setGraceDays(5)
                        .addRules(Rule.newBuilder()
                                .setRuleId("menu")
                                .setDisplayName("What you expect")
                                .setTruthfulTarget(TruthfulTargetRule.newBuilder()
                                        .setKpi(kpi)
                                        .setBaseBonus(usd("100"))
                                        .setReference("94")
                                        .setAlpha("0.7")
                                        .setBeta("1")
                                        .setGamma("1.3")
                                        .setDeclareWithinDays(5)
                                        .setBetter(Better.BETTER_HIGHER)))
                        .build())
                .getName();
    }

    private Forecast declare(String person, String agreement, String period, String value) {
        return house.as(person)
                .declareForecast(DeclareForecastRequest.newBuilder()
                        .setAgreement(agreement)
                        .setRuleId("menu")
                        .setPeriod(period)
                        .setValue(value)
                        .setRequestId(id())
                        .build());
    }
}
