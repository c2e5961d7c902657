package dev.drumbeat.incentives;

import dev.drumbeat.incentives.Agreement.Version;
import dev.drumbeat.incentives.journal.Fact.ForecastDeclared;
import dev.drumbeat.incentives.terms.Rule;
import dev.drumbeat.incentives.terms.RuleBody.TruthfulTarget;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Side;
import java.math.BigDecimal;
import java.time.Instant;

/** The partner's own figure for a settlement period, declared before it could be known. The last one in time counts. */
public final class DeclareForecast {
    private final Ledger ledger;

    public DeclareForecast(Ledger ledger) {
        this.ledger = ledger;
    }

    public String declare(
            Scope scope, Request request, String agreementName, String ruleId, String periodName, BigDecimal value) {
        if (Rights.propose(scope) != Side.PARTNER) {
            throw Refusal.notAllowed("forecast.partner", "The partner declares what it expects of itself.");
        }
        String name = Names.child(scope.partnership(), "forecasts", Ids.of(request.key()));
        ledger.write(scope, request, edit -> {
            Agreement agreement = edit.book().require(agreementName);
            Period period = Period.parse(periodName)
                    .orElseThrow(() -> Refusal.invalid("period", "period.malformed", "Name a settlement period."));
            Version version = agreement
                    .paying(period)
                    .orElseThrow(() -> Refusal.invalid(
                            "period", "period.unpaid", "No signed version of this agreement pays this period."));
            TruthfulTarget menu = version.terms()
                    .rule(ruleId)
                    .map(Rule::body)
                    .filter(TruthfulTarget.class::isInstance)
                    .map(TruthfulTarget.class::cast)
                    .orElseThrow(() ->
                            Refusal.invalid("rule_id", "rule.no_forecast", "This rule does not pay by forecasts."));
            Instant until = period.start()
                    .plusDays(menu.declareWithinDays())
                    .atStartOfDay(scope.facts().timeZone())
                    .toInstant();
            if (!edit.at().isBefore(until)) {
                throw Refusal.precondition(
                        "forecast.late", "Forecasts for " + period.name() + " had to be declared earlier.");
            }
            edit.record(new ForecastDeclared(name, agreementName, ruleId, menu.kpi(), period, value));
            edit.audit(
                    "incentives.forecast.declared",
                    name,
                    "",
                    Json.object("rule", ruleId, "period", period.name(), "value", value),
                    "");
        });
        return name;
    }
}
