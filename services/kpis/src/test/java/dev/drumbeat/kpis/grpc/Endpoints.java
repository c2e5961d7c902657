package dev.drumbeat.kpis.grpc;

import dev.drumbeat.kpis.AddNote;
import dev.drumbeat.kpis.AgreeTargets;
import dev.drumbeat.kpis.CorrectFigures;
import dev.drumbeat.kpis.DefineKpis;
import dev.drumbeat.kpis.EpisodeStore;
import dev.drumbeat.kpis.ImportFile;
import dev.drumbeat.kpis.PortfolioStore.Changed;
import dev.drumbeat.kpis.ReadEpisodes;
import dev.drumbeat.kpis.ReadKpiDetail;
import dev.drumbeat.kpis.ReadMeasurements;
import dev.drumbeat.kpis.ReadPortfolio;
import dev.drumbeat.kpis.ReadProposals;
import dev.drumbeat.kpis.ReadScorecard;
import dev.drumbeat.kpis.RecordMeasurements;
import dev.drumbeat.kpis.RedEpisode;
import dev.drumbeat.platform.endpoint.Access;
import dev.drumbeat.platform.endpoint.AuditReading;
import dev.drumbeat.platform.endpoint.WatchStreams;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.watch.Feed;
import dev.drumbeat.testkit.FakeDirectory;
import io.grpc.BindableService;

/** The endpoint as the container wires it, for tests. */
public final class Endpoints {
    private Endpoints() {}

    public static BindableService kpis(
            FakeDirectory directory,
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
            ImportFile importFile,
            EpisodeStore episodes,
            Feed<Changed> scorecardFeed,
            Feed<RedEpisode> episodeFeed,
            AuditTrail trail) {
        Access access = new Access(directory, directory);
        return new KpisEndpoint(
                access,
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
                importFile,
                new ReadEpisodes(episodes),
                new Watches(access, new WatchStreams(), scorecardFeed, episodeFeed),
                new AuditReading(trail, access));
    }
}
