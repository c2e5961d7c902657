package dev.drumbeat.kpis.process;

import com.mongodb.client.MongoDatabase;
import dev.drumbeat.kpis.KpiStore;
import dev.drumbeat.kpis.PortfolioStore;
import dev.drumbeat.kpis.grpc.Endpoints;
import dev.drumbeat.kpis.storage.Stores;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceBlockingStub;
import dev.drumbeat.testkit.FakeDirectory;
import dev.drumbeat.testkit.GrpcHarness;
import dev.drumbeat.testkit.Identities;
import dev.drumbeat.testkit.MutableClock;
import dev.drumbeat.testkit.StoreUnderTest;

/** The whole service behind a real server with the production interceptors; only time, people and keys are made up. */
public final class House implements AutoCloseable {
    public final MutableClock clock = MutableClock.pinned();
    public final FakeDirectory directory = new FakeDirectory();
    private final StoreUnderTest store = StoreUnderTest.open();
    private final GrpcHarness harness;

    public House() {
        MongoDatabase database = store.database();
        KpiStore kpis = Stores.kpis(database);
        PortfolioStore portfolio = Stores.portfolio(database);
        UseCases wired = new UseCases();
        var ledger = wired.ledger(kpis, clock, wired.changes());
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
                        new AuditTrail(database)));
    }

    /** Speaks as {@code people/…}, {@code tokens/…} or {@code services/…}. */
    public KpisServiceBlockingStub as(String subject) {
        return KpisServiceGrpc.newBlockingStub(harness.as(subject));
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
