package dev.drumbeat.kpis.grpc;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.kpis.v1.AddNoteRequest;
import dev.drumbeat.proto.kpis.v1.CreateKpiRequest;
import dev.drumbeat.proto.kpis.v1.DecideCorrectionRequest;
import dev.drumbeat.proto.kpis.v1.DecideTargetRequest;
import dev.drumbeat.proto.kpis.v1.Decision;
import dev.drumbeat.proto.kpis.v1.GetKpiDetailRequest;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.KpiRole;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceBlockingStub;
import dev.drumbeat.proto.kpis.v1.ListMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.ListRedEpisodesRequest;
import dev.drumbeat.proto.kpis.v1.NewMeasurement;
import dev.drumbeat.proto.kpis.v1.NoteAudience;
import dev.drumbeat.proto.kpis.v1.NoteKind;
import dev.drumbeat.proto.kpis.v1.ProposeCorrectionRequest;
import dev.drumbeat.proto.kpis.v1.ProposeTargetRequest;
import dev.drumbeat.proto.kpis.v1.RebaseKpiRequest;
import dev.drumbeat.proto.kpis.v1.RecordMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.RetireKpiRequest;
import dev.drumbeat.proto.kpis.v1.UpdateKpiRequest;
import java.util.List;
import java.util.function.BiConsumer;

/** Every call that names a partnership, with the row of the role table that decides on it. */
record Call(String name, Activity activity, BiConsumer<KpisServiceBlockingStub, String> ask) {

    /** What is asked is well formed but leads nowhere: what matters is whether the asker is let in. */
    static List<Call> all() {
        return List.of(
                new Call(
                        "CreateKpi",
                        Activity.DEFINE_KPIS,
                        (stub, partnership) -> stub.createKpi(CreateKpiRequest.newBuilder()
                                .setPartnership(partnership)
                                .setKpi(Partnership.monthlyRatio("=", KpiRole.KPI_ROLE_WATCH))
                                .setKpiId("made-up")
                                .setRequestId(Partnership.fresh())
                                .build())),
                new Call(
                        "UpdateKpi",
                        Activity.DEFINE_KPIS,
                        (stub, partnership) -> stub.updateKpi(UpdateKpiRequest.newBuilder()
                                .setKpi(Partnership.monthlyRatio("Name", KpiRole.KPI_ROLE_WATCH)
                                        .setName(kpi(partnership)))
                                .setReason("because")
                                .setRequestId(Partnership.fresh())
                                .build())),
                new Call(
                        "RetireKpi",
                        Activity.DEFINE_KPIS,
                        (stub, partnership) -> stub.retireKpi(RetireKpiRequest.newBuilder()
                                .setName(kpi(partnership))
                                .setReason("because")
                                .setRequestId(Partnership.fresh())
                                .build())),
                new Call(
                        "RebaseKpi",
                        Activity.DEFINE_KPIS,
                        (stub, partnership) -> stub.rebaseKpi(RebaseKpiRequest.newBuilder()
                                .setName(kpi(partnership))
                                .setFromPeriod("2026-10")
                                .setReason("because")
                                .setRequestId(Partnership.fresh())
                                .build())),
                new Call(
                        "ProposeTarget",
                        Activity.PROPOSE_TERMS,
                        (stub, partnership) -> stub.proposeTarget(ProposeTargetRequest.newBuilder()
                                .setKpi(kpi(partnership))
                                .setFromPeriod("2026-10")
                                .setReason("because")
                                .setRequestId(Partnership.fresh())
                                .build())),
                new Call(
                        "DecideTarget",
                        Activity.SIGN_TERMS,
                        (stub, partnership) -> stub.decideTarget(DecideTargetRequest.newBuilder()
                                .setName(kpi(partnership) + "/targets/none")
                                .setDecision(Decision.DECISION_ACCEPT)
                                .setRequestId(Partnership.fresh())
                                .build())),
                new Call(
                        "RecordMeasurements",
                        Activity.RECORD_MEASUREMENTS,
                        (stub, partnership) -> stub.recordMeasurements(RecordMeasurementsRequest.newBuilder()
                                .setPartnership(partnership)
                                .addMeasurements(NewMeasurement.newBuilder()
                                        .setKpi(kpi(partnership))
                                        .setPeriod("never"))
                                .setRequestId(Partnership.fresh())
                                .build())),
                new Call(
                        "ProposeCorrection",
                        Activity.PROPOSE_CORRECTION,
                        (stub, partnership) -> stub.proposeCorrection(ProposeCorrectionRequest.newBuilder()
                                .setKpi(kpi(partnership))
                                .setPeriod("2026-10")
                                .setReason("because")
                                .setRequestId(Partnership.fresh())
                                .build())),
                new Call(
                        "DecideCorrection",
                        Activity.APPROVE_CORRECTION,
                        (stub, partnership) -> stub.decideCorrection(DecideCorrectionRequest.newBuilder()
                                .setName(kpi(partnership) + "/corrections/none")
                                .setDecision(Decision.DECISION_ACCEPT)
                                .setRequestId(Partnership.fresh())
                                .build())),
                new Call(
                        "AddNote",
                        Activity.COMMENT,
                        (stub, partnership) -> stub.addNote(AddNoteRequest.newBuilder()
                                .setKpi(kpi(partnership))
                                .setKind(NoteKind.NOTE_KIND_COMMENT)
                                .setAudience(NoteAudience.NOTE_AUDIENCE_BOTH)
                                .setRequestId(Partnership.fresh())
                                .build())),
                new Call(
                        "GetScorecard",
                        Activity.READ_SCORES,
                        (stub, partnership) -> stub.getScorecard(GetScorecardRequest.newBuilder()
                                .setPartnership(partnership)
                                .build())),
                new Call(
                        "GetKpiDetail",
                        Activity.READ_SCORES,
                        (stub, partnership) -> stub.getKpiDetail(GetKpiDetailRequest.newBuilder()
                                .setName(kpi(partnership))
                                .build())),
                new Call(
                        "ListMeasurements",
                        Activity.READ_SCORES,
                        (stub, partnership) -> stub.listMeasurements(ListMeasurementsRequest.newBuilder()
                                .setParent(partnership)
                                .build())),
                new Call(
                        "ListMeasurements of a KPI",
                        Activity.READ_SCORES,
                        (stub, partnership) -> stub.listMeasurements(ListMeasurementsRequest.newBuilder()
                                .setParent(kpi(partnership))
                                .build())),
                new Call(
                        "ListRedEpisodes",
                        Activity.READ_SCORES,
                        (stub, partnership) -> stub.listRedEpisodes(ListRedEpisodesRequest.newBuilder()
                                .setPartnership(partnership)
                                .build())),
                new Call(
                        "ListAuditEvents",
                        Activity.READ_AUDIT_METADATA,
                        (stub, partnership) -> stub.listAuditEvents(ListAuditEventsRequest.newBuilder()
                                .setPartnership(partnership)
                                .build())));
    }

    static String kpi(String partnership) {
        return partnership + "/kpis/otd";
    }

    @Override
    public String toString() {
        return name;
    }
}
