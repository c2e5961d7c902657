package dev.drumbeat.gateway.incentives;

import dev.drumbeat.gateway.graphql.PageOf;
import dev.drumbeat.gateway.graphql.TypeFields;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.proto.common.v1.Money;
import dev.drumbeat.proto.incentives.v1.JournalHead;
import dev.drumbeat.proto.incentives.v1.Movement;
import dev.drumbeat.proto.incentives.v1.PayPanel;
import dev.drumbeat.proto.incentives.v1.Projection;
import dev.drumbeat.proto.incentives.v1.ProjectionSummary;
import dev.drumbeat.proto.incentives.v1.WhatIfResponse;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How money, panels, projections and simulations are read. */
@Component
final class PayFields implements RuntimeWiringConfigurer {
    /** One partnership's line of a portfolio, as it is or was. */
    record Summary(ProjectionSummary line, boolean live) {}

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        for (String type : List.of(
                "AgreementConnection",
                "StatementConnection",
                "ForecastConnection",
                "DisclosureConnection",
                "PayEvidenceConnection")) {
            TypeFields.of(type, PageOf.class)
                    .field("nodes", PageOf::nodes)
                    .field("pageInfo", PageOf::pageInfo)
                    .addTo(wiring);
        }
        TypeFields.of("Money", Money.class)
                .field("amount", Money::getAmount)
                .field("currency", Money::getCurrency)
                .addTo(wiring);
        TypeFields.of("JournalHead", JournalHead.class)
                .field("count", head -> Math.toIntExact(head.getCount()))
                .field("digest", JournalHead::getDigest)
                .addTo(wiring);
        addPanel(wiring);
        addProjection(wiring);
        TypeFields.of("WhatIf", WhatIfResponse.class)
                .field("period", WhatIfResponse::getPeriod)
                .field("amount", WhatIfResponse::getAmount)
                .field("projected", WhatIfResponse::getProjected)
                .field("difference", WhatIfResponse::getDifference)
                .field("lines", WhatIfResponse::getLinesList)
                .addTo(wiring);
    }

    private static void addPanel(RuntimeWiring.Builder wiring) {
        TypeFields.of("PayPanel", Known.class)
                .field("projections", known -> panel(known).getProjectionsList())
                .field("computedAt", known -> Wire.moment(panel(known).getComputedAt()))
                .field("waiting", known -> known.live() ? panel(known).getWaitingForCallerList() : List.of())
                .field("latestStatements", known -> panel(known).getLatestStatementsList())
                .field("head", known -> panel(known).getHead())
                .field("openEvidence", known -> panel(known).getOpenEvidence())
                .field("live", Known::live)
                .field("knownAt", Known::at)
                .addTo(wiring);
        TypeFields.of("WaitingPaper", String.class)
                .field("kind", name -> name.split("/", -1).length < 4 ? "" : name.split("/", -1)[2])
                .field("slug", Wire::slug)
                .addTo(wiring);
        TypeFields.of("ProjectionSummary", Summary.class)
                .field("period", summary -> summary.line().getPeriod())
                .field("amount", summary -> summary.line().getAmount())
                .field(
                        "change",
                        summary -> summary.line().hasChange() ? summary.line().getChange() : null)
                .field("openStatements", summary -> summary.line().getOpenStatements())
                .field("disputedLines", summary -> summary.line().getDisputedLines())
                .field("computedAt", summary -> Wire.moment(summary.line().getComputedAt()))
                .field("live", Summary::live)
                .addTo(wiring);
    }

    private static void addProjection(RuntimeWiring.Builder wiring) {
        TypeFields.of("Projection", Projection.class)
                .field("agreementSlug", projection -> Wire.slug(projection.getAgreement()))
                .field("agreementDisplayName", Projection::getAgreementDisplayName)
                .field("version", Projection::getVersion)
                .field("period", Projection::getPeriod)
                .field("amount", Projection::getAmount)
                .field("amountBefore", projection -> projection.hasAmountBefore() ? projection.getAmountBefore() : null)
                .field("lines", Projection::getLinesList)
                .field("movements", Projection::getMovementsList)
                .field("credits", Projection::getCredits)
                .field("cap", projection -> projection.hasCap() ? projection.getCap() : null)
                .field("floor", projection -> projection.hasFloor() ? projection.getFloor() : null)
                .field("openQuestions", Projection::getOpenQuestionsList)
                .addTo(wiring);
        TypeFields.of("Movement", Movement.class)
                .field("kpiSlug", movement -> Wire.slug(movement.getKpi()))
                .field("kpiDisplayName", Movement::getKpiDisplayName)
                .field("change", Movement::getChange)
                .field("now", Movement::getNow)
                .field("before", Movement::getBefore)
                .field("valueNow", movement -> Wire.text(movement.getValueNow()))
                .field("valueBefore", movement -> Wire.text(movement.getValueBefore()))
                .addTo(wiring);
    }

    private static PayPanel panel(Known<?> known) {
        return (PayPanel) known.value();
    }
}
