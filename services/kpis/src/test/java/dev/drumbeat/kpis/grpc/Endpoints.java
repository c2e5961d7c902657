package dev.drumbeat.kpis.grpc;

import dev.drumbeat.kpis.AddNote;
import dev.drumbeat.kpis.AgreeTargets;
import dev.drumbeat.kpis.CorrectFigures;
import dev.drumbeat.kpis.DefineKpis;
import dev.drumbeat.kpis.ReadKpiDetail;
import dev.drumbeat.kpis.ReadMeasurements;
import dev.drumbeat.kpis.ReadPortfolio;
import dev.drumbeat.kpis.ReadProposals;
import dev.drumbeat.kpis.ReadScorecard;
import dev.drumbeat.kpis.RecordMeasurements;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.mongo.AuditTrail;
import io.grpc.BindableService;

/** The endpoint as the container wires it, for tests. */
public final class Endpoints {
    private Endpoints() {}

    public static BindableService kpis(
            PartnershipDirectory directory,
            DefineKpis defineKpis,
            AgreeTargets agreeTargets,
            RecordMeasurements recordMeasurements,
            CorrectFigures correctFigures,
            AddNote addNote,
            ReadProposals readProposals,
            ReadScorecard readScorecard,
            ReadPortfolio readPortfolio,
            ReadKpiDetail readKpiDetail,
            ReadMeasurements readMeasurements,
            AuditTrail trail) {
        return new KpisEndpoint(
                new Access(directory),
                defineKpis,
                agreeTargets,
                recordMeasurements,
                correctFigures,
                addNote,
                readProposals,
                readScorecard,
                readPortfolio,
                readKpiDetail,
                readMeasurements,
                trail);
    }
}
