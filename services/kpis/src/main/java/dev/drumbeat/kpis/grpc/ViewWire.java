package dev.drumbeat.kpis.grpc;

import dev.drumbeat.kpis.Decimals;
import dev.drumbeat.kpis.Finding;
import dev.drumbeat.kpis.KpiView;
import dev.drumbeat.kpis.ReadKpiDetail;
import dev.drumbeat.kpis.ReadPortfolio;
import dev.drumbeat.kpis.Reading;
import dev.drumbeat.kpis.ScorecardView;
import dev.drumbeat.kpis.TargetBounds;
import dev.drumbeat.kpis.spc.Limits;
import dev.drumbeat.kpis.spc.Variation;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.kpis.v1.Assurance;
import dev.drumbeat.proto.kpis.v1.DriftAlarm;
import dev.drumbeat.proto.kpis.v1.KpiDetail;
import dev.drumbeat.proto.kpis.v1.KpiStanding;
import dev.drumbeat.proto.kpis.v1.PortfolioLine;
import dev.drumbeat.proto.kpis.v1.Scorecard;
import dev.drumbeat.proto.kpis.v1.ScorecardState;
import dev.drumbeat.proto.kpis.v1.Series;
import dev.drumbeat.proto.kpis.v1.Signal;
import dev.drumbeat.proto.kpis.v1.Status;
import java.util.List;

/** Pages in the contract's words. */
final class ViewWire {
    /** Whether the columns of process limits go along. */
    enum LimitColumns {
        WITH,
        WITHOUT
    }

    private ViewWire() {}

    static Scorecard scorecard(ScorecardView view, LimitColumns limits) {
        Scorecard.Builder wire = Scorecard.newBuilder()
                .setName(view.partnership() + "/scorecard")
                .setState(state(view.missing().isEmpty()))
                .addAllMissing(view.missing())
                .setRevision(view.revision());
        view.asOf().map(Wire::timestamp).ifPresent(wire::setAsOf);
        view.lastDataAt().map(Wire::timestamp).ifPresent(wire::setLastDataAt);
        view.standings().forEach(standing -> wire.addStandings(standing(view.partnership(), standing, limits)));
        view.openEpisodes().forEach(episode -> wire.addOpenEpisodes(FactWire.episode(episode)));
        return wire.build();
    }

    static KpiStanding standing(String partnership, KpiView view, LimitColumns limits) {
        Reading reading = view.kpi().standing().reading();
        KpiStanding.Builder wire = KpiStanding.newBuilder()
                .setKpi(KpiWire.encode(partnership, view.kpi()))
                .setStatus(Enums.encode(view.status(), Status.class))
                .setPeriod(view.latest().map(Period::name).orElse(""))
                .setValue(FactWire.text(view.value()))
                .setChange(FactWire.text(view.change()))
                .setSeries(series(view.series(), limits))
                .setPointsMissing(reading.pointsMissing())
                .setProposedCorrections(view.proposedCorrections())
                .setProposedTargets(view.proposedTargets())
                .setContests(view.contests());
        view.target().map(FactWire::bounds).ifPresent(wire::setTarget);
        view.overdue()
                .ifPresent(overdue ->
                        wire.setStalePeriod(overdue.period().name()).setStaleSince(Wire.timestamp(overdue.since())));
        view.kpi().standing().lastDataAt().map(Wire::timestamp).ifPresent(wire::setLastDataAt);
        reading.variation().map(ViewWire::variation).ifPresent(wire::setVariation);
        reading.assurance().ifPresent(assurance -> wire.setAssurance(Enums.encode(assurance, Assurance.class)));
        reading.alarms()
                .forEach(alarm -> wire.addDriftAlarms(DriftAlarm.newBuilder()
                        .setMethod(alarm.method())
                        .setPeriod(alarm.period().name())
                        .setVariation(variation(alarm.variation()))));
        view.kpi().standing().openEpisode().map(FactWire::episode).ifPresent(wire::setOpenEpisode);
        return wire.build();
    }

    private static Series series(List<KpiView.Entry> entries, LimitColumns limits) {
        Series.Builder wire = Series.newBuilder();
        boolean ranges = entries.stream()
                .anyMatch(entry -> entry.target()
                        .filter(TargetBounds.Within.class::isInstance)
                        .isPresent());
        boolean limited = limits == LimitColumns.WITH
                && entries.stream().anyMatch(entry -> entry.limits().isPresent());
        for (KpiView.Entry entry : entries) {
            wire.addPeriods(entry.period().name())
                    .addValues(FactWire.text(entry.value()))
                    .addStatuses(Enums.encode(entry.status(), Status.class));
            dev.drumbeat.proto.kpis.v1.TargetBounds bounds = entry.target()
                    .map(FactWire::bounds)
                    .orElse(dev.drumbeat.proto.kpis.v1.TargetBounds.getDefaultInstance());
            wire.addTargets(bounds.getValue()).addRedLimits(bounds.getRedLimit());
            if (ranges) {
                wire.addUpperTargets(bounds.getUpperValue()).addUpperRedLimits(bounds.getUpperRedLimit());
            }
            if (limited) {
                wire.addCenters(entry.limits()
                                .map(Limits::centre)
                                .map(Decimals::text)
                                .orElse(""))
                        .addLowerLimits(entry.limits()
                                .map(Limits::lower)
                                .map(Decimals::text)
                                .orElse(""))
                        .addUpperLimits(entry.limits()
                                .map(Limits::upper)
                                .map(Decimals::text)
                                .orElse(""));
            }
        }
        return wire.build();
    }

    static PortfolioLine line(ReadPortfolio.Line line) {
        PortfolioLine.Builder wire = PortfolioLine.newBuilder()
                .setPartnership(line.line().partnership())
                .setState(state(line.line().published()))
                .setRevision(line.line().revision())
                .setRed(line.red())
                .setAmber(line.amber())
                .setStale(line.stale())
                .setOpenEpisodes(line.line().openEpisodes());
        line.goal().ifPresent(goal -> wire.setGoal(standing(line.line().partnership(), goal, LimitColumns.WITHOUT)));
        line.line().lastDataAt().map(Wire::timestamp).ifPresent(wire::setLastDataAt);
        return wire.build();
    }

    static KpiDetail detail(String partnership, ReadKpiDetail.Detail detail) {
        String kpi = detail.view().kpi().id();
        KpiDetail.Builder wire =
                KpiDetail.newBuilder().setStanding(standing(partnership, detail.view(), LimitColumns.WITH));
        detail.findings().forEach(finding -> wire.addSignals(signal(finding)));
        detail.measurements().forEach(row -> wire.addMeasurements(FactWire.measurement(partnership, row)));
        detail.corrections().forEach(row -> wire.addCorrections(FactWire.correction(partnership, row)));
        detail.targets().forEach(target -> wire.addTargets(FactWire.target(partnership, kpi, target)));
        detail.episodes().forEach(episode -> wire.addEpisodes(FactWire.episode(episode)));
        detail.notes().forEach(note -> wire.addNotes(FactWire.note(partnership, note)));
        Series.Builder rollUp = Series.newBuilder();
        detail.rollUp()
                .forEach((period, value) -> rollUp.addPeriods(period.name()).addValues(FactWire.text(value)));
        return wire.setRollUp(rollUp).build();
    }

    private static Signal signal(Finding finding) {
        return Signal.newBuilder()
                .setRule(ruleName(finding))
                .setText(finding.rule().description())
                .addAllPeriods(finding.periods().stream().map(Period::name).toList())
                .setVariation(variation(finding.meaning()))
                .build();
    }

    private static String ruleName(Finding finding) {
        return finding.rule().name();
    }

    private static ScorecardState state(boolean published) {
        return published ? ScorecardState.SCORECARD_STATE_PUBLISHED : ScorecardState.SCORECARD_STATE_DRAFT;
    }

    private static dev.drumbeat.proto.kpis.v1.Variation variation(Variation variation) {
        return switch (variation) {
            case COMMON_CAUSE -> dev.drumbeat.proto.kpis.v1.Variation.VARIATION_COMMON_CAUSE;
            case IMPROVEMENT -> dev.drumbeat.proto.kpis.v1.Variation.VARIATION_IMPROVEMENT;
            case CONCERN -> dev.drumbeat.proto.kpis.v1.Variation.VARIATION_CONCERN;
            case NEUTRAL -> dev.drumbeat.proto.kpis.v1.Variation.VARIATION_NEITHER;
        };
    }
}
