package dev.drumbeat.kpis.grpc;

import dev.drumbeat.kpis.Correction;
import dev.drumbeat.kpis.Decimals;
import dev.drumbeat.kpis.Decision;
import dev.drumbeat.kpis.Figure;
import dev.drumbeat.kpis.MeasurementView;
import dev.drumbeat.kpis.Names;
import dev.drumbeat.kpis.Note;
import dev.drumbeat.kpis.Proposal;
import dev.drumbeat.kpis.RedEpisode;
import dev.drumbeat.kpis.Target;
import dev.drumbeat.kpis.TargetBounds;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.kpis.v1.CorrectionState;
import dev.drumbeat.proto.kpis.v1.EpisodeState;
import dev.drumbeat.proto.kpis.v1.Fraction;
import dev.drumbeat.proto.kpis.v1.Measurement;
import dev.drumbeat.proto.kpis.v1.NoteAudience;
import dev.drumbeat.proto.kpis.v1.NoteKind;
import dev.drumbeat.proto.kpis.v1.Status;
import dev.drumbeat.proto.kpis.v1.TargetState;
import java.math.BigDecimal;
import java.util.Optional;

/** Recorded facts in the contract's words. */
final class FactWire {
    private FactWire() {}

    static Measurement measurement(String partnership, MeasurementView view) {
        dev.drumbeat.kpis.Measurement measurement = view.measurement();
        Measurement.Builder wire = Measurement.newBuilder()
                .setName(
                        Names.measurement(partnership, measurement.kpi(), measurement.period(), measurement.revision()))
                .setPeriod(measurement.period().name())
                .setRevision(measurement.revision())
                .setValue(text(measurement.value()))
                .setStatus(Enums.encode(view.status(), Status.class))
                .setRecordedBy(Wire.actor(measurement.recordedBy()))
                .setRecordedAt(Wire.timestamp(measurement.recordedAt()))
                .setOrigin(Enums.encode(measurement.origin(), dev.drumbeat.proto.kpis.v1.Origin.class))
                .setReason(measurement.reason())
                .setCurrent(view.current());
        figure(measurement.figure()).ifPresent(wire::setFigure);
        measurement.approvedBy().map(Wire::actor).ifPresent(wire::setApprovedBy);
        return wire.build();
    }

    /** Empty for a derived figure that lacks a step. */
    static Optional<dev.drumbeat.proto.kpis.v1.Figure> figure(Figure figure) {
        dev.drumbeat.proto.kpis.v1.Figure.Builder wire = dev.drumbeat.proto.kpis.v1.Figure.newBuilder();
        return switch (figure) {
            case Figure.Value(BigDecimal value) ->
                Optional.of(wire.setValue(Decimals.text(value)).build());
            case Figure.Fraction(BigDecimal numerator, BigDecimal denominator) ->
                Optional.of(wire.setFraction(Fraction.newBuilder()
                                .setNumerator(Decimals.text(numerator))
                                .setDenominator(Decimals.text(denominator)))
                        .build());
            case Figure.NoActivity none -> Optional.of(wire.setNoActivity(true).build());
            case Figure.Incomplete none -> Optional.empty();
        };
    }

    static dev.drumbeat.proto.kpis.v1.Correction correction(String partnership, Correction correction) {
        dev.drumbeat.proto.kpis.v1.Correction.Builder wire = dev.drumbeat.proto.kpis.v1.Correction.newBuilder()
                .setName(Names.correction(partnership, correction.kpi(), correction.id()))
                .setPeriod(correction.period().name())
                .setSupersedesRevision(correction.supersedes())
                .setValue(text(correction.value()))
                .setReason(correction.proposal().reason())
                .setState(
                        switch (stateOf(correction.proposal())) {
                            case WAITING -> CorrectionState.CORRECTION_STATE_PROPOSED;
                            case ACCEPTED -> CorrectionState.CORRECTION_STATE_APPROVED;
                            case REJECTED -> CorrectionState.CORRECTION_STATE_REJECTED;
                        })
                .setProposedBy(Wire.actor(correction.proposal().by()))
                .setProposedAt(Wire.timestamp(correction.proposal().at()));
        figure(correction.figure()).ifPresent(wire::setFigure);
        correction
                .proposal()
                .decision()
                .ifPresent(decision -> wire.setDecidedBy(Wire.actor(decision.by()))
                        .setDecidedAt(Wire.timestamp(decision.at()))
                        .setDecisionReason(decision.reason()));
        return wire.build();
    }

    static dev.drumbeat.proto.kpis.v1.Target target(String partnership, String kpi, Target target) {
        dev.drumbeat.proto.kpis.v1.Target.Builder wire = dev.drumbeat.proto.kpis.v1.Target.newBuilder()
                .setName(Names.target(partnership, kpi, target.id()))
                .setFromPeriod(target.from().name())
                .setBounds(bounds(target.bounds()))
                .setReason(target.proposal().reason())
                .setState(
                        switch (stateOf(target.proposal())) {
                            case WAITING -> TargetState.TARGET_STATE_PROPOSED;
                            case ACCEPTED -> TargetState.TARGET_STATE_ACCEPTED;
                            case REJECTED -> TargetState.TARGET_STATE_REJECTED;
                        })
                .setProposedBy(Wire.actor(target.proposal().by()))
                .setProposedAt(Wire.timestamp(target.proposal().at()));
        target.proposal()
                .decision()
                .ifPresent(decision -> wire.setDecidedBy(Wire.actor(decision.by()))
                        .setDecidedAt(Wire.timestamp(decision.at()))
                        .setDecisionReason(decision.reason()));
        return wire.build();
    }

    static dev.drumbeat.proto.kpis.v1.TargetBounds bounds(TargetBounds bounds) {
        dev.drumbeat.proto.kpis.v1.TargetBounds.Builder wire = dev.drumbeat.proto.kpis.v1.TargetBounds.newBuilder();
        return switch (bounds) {
            case TargetBounds.AtLeast(BigDecimal value, BigDecimal redLimit) ->
                wire.setValue(Decimals.text(value))
                        .setRedLimit(Decimals.text(redLimit))
                        .build();
            case TargetBounds.AtMost(BigDecimal value, BigDecimal redLimit) ->
                wire.setValue(Decimals.text(value))
                        .setRedLimit(Decimals.text(redLimit))
                        .build();
            case TargetBounds.Within(BigDecimal lower, BigDecimal lowerRed, BigDecimal upper, BigDecimal upperRed) ->
                wire.setValue(Decimals.text(lower))
                        .setRedLimit(Decimals.text(lowerRed))
                        .setUpperValue(Decimals.text(upper))
                        .setUpperRedLimit(Decimals.text(upperRed))
                        .build();
        };
    }

    static dev.drumbeat.proto.kpis.v1.RedEpisode episode(RedEpisode episode) {
        dev.drumbeat.proto.kpis.v1.RedEpisode.Builder wire = dev.drumbeat.proto.kpis.v1.RedEpisode.newBuilder()
                .setName(episode.name())
                .setKpi(Names.kpi(episode.partnership(), episode.kpi()))
                .setKpiDisplayName(episode.label().kpiDisplayName())
                .setRaciActivity(episode.label().raciActivity())
                .setState(Enums.encode(episode.state(), EpisodeState.class))
                .setFirstPeriod(episode.first().name())
                .setLastRedPeriod(episode.extent().lastRed().name())
                .setRedPeriods(episode.extent().redPeriods())
                .setLastValue(Decimals.text(episode.extent().lastValue()))
                .setLastTarget(Decimals.text(episode.extent().lastTarget()))
                .setOpenedAt(Wire.timestamp(episode.openedAt()))
                .setChangedAt(Wire.timestamp(episode.changedAt()));
        episode.closedAt().map(Wire::timestamp).ifPresent(wire::setClosedAt);
        return wire.build();
    }

    static dev.drumbeat.proto.kpis.v1.Note note(String partnership, Note note) {
        return dev.drumbeat.proto.kpis.v1.Note.newBuilder()
                .setName(Names.note(partnership, note.kpi(), note.id()))
                .setKind(Enums.encode(note.kind(), NoteKind.class))
                .setAudience(Enums.encode(note.audience(), NoteAudience.class))
                .setPeriod(note.period().map(Period::name).orElse(""))
                .setText(note.text())
                .setAuthor(Wire.actor(note.author()))
                .setWrittenAt(Wire.timestamp(note.writtenAt()))
                .build();
    }

    static String text(Optional<BigDecimal> value) {
        return value.map(Decimals::text).orElse("");
    }

    private enum ProposalState {
        WAITING,
        ACCEPTED,
        REJECTED
    }

    private static ProposalState stateOf(Proposal proposal) {
        return proposal.decision()
                .map(Decision::verdict)
                .map(verdict -> switch (verdict) {
                    case ACCEPTED -> ProposalState.ACCEPTED;
                    case REJECTED -> ProposalState.REJECTED;
                })
                .orElse(ProposalState.WAITING);
    }
}
