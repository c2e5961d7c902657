package dev.drumbeat.incentives.grpc;

import static dev.drumbeat.incentives.grpc.TermsWriter.money;

import dev.drumbeat.incentives.Accounts;
import dev.drumbeat.incentives.Book;
import dev.drumbeat.incentives.Projected;
import dev.drumbeat.incentives.Projection;
import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.settlement.PayCurve;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.incentives.v1.Movement;
import dev.drumbeat.proto.incentives.v1.PreviewPayCurveResponse;
import dev.drumbeat.proto.incentives.v1.ProjectionSummary;
import dev.drumbeat.proto.incentives.v1.WhatIfResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Projections and curves as they go over the wire. */
final class PayWire {
    private PayWire() {}

    static dev.drumbeat.proto.incentives.v1.Projection projection(Projection projection) {
        var wire = dev.drumbeat.proto.incentives.v1.Projection.newBuilder()
                .setAgreement(projection.agreement())
                .setAgreementDisplayName(projection.displayName())
                .setVersion(projection.version())
                .setPeriod(projection.period().name())
                .setAmount(money(projection.amount()))
                .setCredits(money(projection.credits()))
                .addAllOpenQuestions(projection.openQuestions());
        projection.before().ifPresent(before -> wire.setAmountBefore(money(before)));
        projection.cap().ifPresent(cap -> wire.setCap(money(cap)));
        projection.floor().ifPresent(floor -> wire.setFloor(money(floor)));
        projection.lines().forEach(line -> wire.addLines(BookWire.line(line, null)));
        projection
                .movements()
                .forEach(movement -> wire.addMovements(Movement.newBuilder()
                        .setKpi(movement.kpi())
                        .setKpiDisplayName(movement.displayName())
                        .setChange(money(movement.change()))
                        .setNow(money(movement.now()))
                        .setBefore(money(movement.before()))
                        .setValueNow(movement.valueNow().map(TermsWriter::plain).orElse(""))
                        .setValueBefore(
                                movement.valueBefore().map(TermsWriter::plain).orElse(""))));
        return wire.build();
    }

    /** One for each currency. */
    static List<ProjectionSummary> summaries(Projected projected, Optional<Book> book) {
        Map<String, List<Projection>> byCurrency = new LinkedHashMap<>();
        projected
                .projections()
                .forEach(projection -> byCurrency
                        .computeIfAbsent(projection.amount().currency(), ignored -> new ArrayList<>())
                        .add(projection));
        List<ProjectionSummary> summaries = new ArrayList<>();
        byCurrency.forEach((currency, projections) -> {
            var wire = ProjectionSummary.newBuilder()
                    .setPartnership(projected.partnership())
                    .setPeriod(projections.getFirst().period().name())
                    .setAmount(money(Money.sum(
                            projections.stream().map(Projection::amount).toList(), currency)))
                    .setComputedAt(Wire.timestamp(projected.computedAt()));
            if (projections.stream().allMatch(projection -> projection.before().isPresent())) {
                wire.setChange(money(Money.sum(
                        projections.stream()
                                .map(projection -> projection
                                        .amount()
                                        .minus(projection.before().orElseThrow()))
                                .toList(),
                        currency)));
            }
            book.ifPresent(known -> wire.setOpenStatements((int) known.open().stream()
                            .filter(open -> !open.state().equals("SIGNED"))
                            .count())
                    .setDisputedLines(known.open().stream()
                            .mapToInt(Book.OpenStatement::disputedLines)
                            .sum()));
            summaries.add(wire.build());
        });
        return summaries;
    }

    static WhatIfResponse whatIf(Accounts.WhatIf whatIf) {
        var wire = WhatIfResponse.newBuilder()
                .setPeriod(whatIf.period().name())
                .setAmount(money(whatIf.assumed().total()))
                .setProjected(money(whatIf.projected().total()))
                .setDifference(
                        money(whatIf.assumed().total().minus(whatIf.projected().total())));
        whatIf.assumed().lines().forEach(line -> wire.addLines(BookWire.line(line, null)));
        return wire.build();
    }

    static PreviewPayCurveResponse preview(Accounts.Preview preview) {
        var wire = PreviewPayCurveResponse.newBuilder();
        preview.findings().forEach(finding -> wire.addFindings(TermsWriter.finding(finding)));
        preview.curves().forEach(curve -> wire.addCurves(curve(curve)));
        return wire.build();
    }

    private static dev.drumbeat.proto.incentives.v1.PayCurve curve(PayCurve curve) {
        var wire = dev.drumbeat.proto.incentives.v1.PayCurve.newBuilder()
                .setRuleId(curve.ruleId())
                .setKpi(curve.kpi().orElse(""))
                .setPerHundred(curve.perHundred())
                .setStepped(curve.stepped());
        curve.points()
                .forEach(point -> wire.addValues(TermsWriter.plain(point.value()))
                        .addAmounts(TermsWriter.plain(point.amount().amount())));
        curve.edges().forEach(edge -> wire.addEdges(TermsWriter.plain(edge)));
        curve.current()
                .ifPresent(point -> wire.setCurrentValue(TermsWriter.plain(point.value()))
                        .setCurrentAmount(TermsWriter.plain(point.amount().amount())));
        return wire.build();
    }
}
