package dev.drumbeat.incentives;

import dev.drumbeat.incentives.journal.Fact.Disclosed;
import dev.drumbeat.incentives.terms.KpiFacts;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** «We expect to miss this»: said before the figure is there, with the time it was said. Both sides see it at once. */
public final class Disclose {
    private final Ledger ledger;
    private final Kpis kpis;

    public Disclose(Ledger ledger, Kpis kpis) {
        this.ledger = ledger;
        this.kpis = kpis;
    }

    /** Gives the disclosure's name. */
    public String disclose(
            Scope scope,
            Request request,
            String kpiName,
            String periodName,
            String text,
            Optional<BigDecimal> expected) {
        scope.require(Activity.COMMENT);
        Rights.side(scope);
        Validation validation = new Validation();
        String words = validation.text("text", text, 3, 2_000);
        validation.orRefuse();
        String name = Names.child(scope.partnership(), "disclosures", Ids.of(request.key()));
        KpiHistory history = kpis.history(scope.partnership(), List.of(kpiName));
        ledger.write(scope, request, edit -> {
            KpiFacts kpi =
                    Optional.ofNullable(history.kpis().get(kpiName)).orElseThrow(() -> Refusal.notFound(kpiName));
            Period period = Period.parse(periodName)
                    .filter(named -> named.frequency() == kpi.frequency())
                    .orElseThrow(() -> Refusal.invalid(
                            "period", "period.malformed", "Name a period in which this KPI is measured."));
            boolean measured = history.current(kpiName).stream()
                    .anyMatch(known -> known.period().equals(period));
            if (measured) {
                throw Refusal.precondition(
                        "period.measured",
                        "The figure of this period is there already; there is nothing to tell ahead of.");
            }
            ZoneId zone = scope.facts().timeZone();
            LocalDate today = edit.at().atZone(zone).toLocalDate();
            long days = Math.max(0, ChronoUnit.DAYS.between(today, period.end().minusDays(1)));
            edit.record(new Disclosed(
                    name, kpiName, kpi.displayName(), period, words, expected, (int) Math.min(days, 3_660)));
            edit.audit(
                    "incentives.disclosed",
                    name,
                    "",
                    Json.object("kpi", kpiName, "period", period.name(), "text", words),
                    "");
        });
        return name;
    }
}
