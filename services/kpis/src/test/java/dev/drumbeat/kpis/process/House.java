package dev.drumbeat.kpis.process;

import com.mongodb.client.MongoDatabase;
import dev.drumbeat.kpis.EpisodeStore;
import dev.drumbeat.kpis.KpiStore;
import dev.drumbeat.kpis.PortfolioStore;
import dev.drumbeat.kpis.PortfolioStore.Changed;
import dev.drumbeat.kpis.RedEpisode;
import dev.drumbeat.kpis.csv.CsvFiles;
import dev.drumbeat.kpis.grpc.Endpoints;
import dev.drumbeat.kpis.storage.Stores;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.watch.Feed;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceBlockingStub;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceStub;
import dev.drumbeat.testkit.FakeDirectory;
import dev.drumbeat.testkit.GrpcHarness;
import dev.drumbeat.testkit.Identities;
import dev.drumbeat.testkit.MutableClock;
import dev.drumbeat.testkit.StoreUnderTest;

/** The whole service behind a real server with the production interceptors; only time, people and keys are made up. */
public final class House implements AutoCloseable {
    public final MutableClock clock;
    public final FakeDirectory directory;
    private final StoreUnderTest store;
    private final GrpcHarness harness;

    public House() {
        this(MutableClock.pinned(), new FakeDirectory(), StoreUnderTest.open());
    }

    private House(MutableClock clock, FakeDirectory directory, StoreUnderTest store) {
        this.clock = clock;
        this.directory = directory;
        this.store = store;
        MongoDatabase database = store.database();
        KpiStore kpis = Stores.kpis(database, clock);
        PortfolioStore portfolio = Stores.portfolio(database, clock);
        UseCases wired = new UseCases();
        EpisodeStore episodes = Stores.episodes(database);
        Feed<Changed> scorecardFeed = wired.scorecardFeed(portfolio, clock);
        Feed<RedEpisode> episodeFeed = wired.episodeFeed(episodes, clock);
        var ledger = wired.ledger(kpis, clock, wired.changes(scorecardFeed, episodeFeed));
        var figures = wired.figures(kpis, clock);
        harness = GrpcHarness.start(
                Identities.create(clock),
                directory,
                Endpoints.kpis(
                        directory,
                        wired.defineKpis(ledger),
                        wired.agreeTargets(ledger),
                        wired.recordMeasurements(ledger, figures),
                        wired.correctFigures(ledger, figures, kpis),
                        wired.addNote(ledger, figures, kpis),
                        wired.readProposals(kpis),
                        wired.readScorecard(kpis, clock),
                        wired.readPortfolio(portfolio, kpis, clock),
                        wired.readKpiDetail(kpis, clock),
                        wired.readMeasurements(kpis),
                        wired.importFile(ledger, figures, kpis, CsvFiles.reader()),
                        episodes,
                        scorecardFeed,
                        episodeFeed,
                        new AuditTrail(database)));
    }

    /** Another process of the service on the same store. */
    public House replica() {
        return new House(clock, directory, store);
    }

    /** Speaks as {@code people/…}, {@code tokens/…} or {@code services/…}. */
    public KpisServiceBlockingStub as(String subject) {
        return KpisServiceGrpc.newBlockingStub(harness.as(subject));
    }

    public KpisServiceStub asyncAs(String subject) {
        return KpisServiceGrpc.newStub(harness.as(subject));
    }

    public MongoDatabase database() {
        return store.database();
    }

    @Override
    public void close() {
        harness.close();
        store.close();
    }
}
