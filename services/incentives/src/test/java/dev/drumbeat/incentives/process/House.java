package dev.drumbeat.incentives.process;

import com.mongodb.client.MongoDatabase;
import dev.drumbeat.incentives.Accounts;
import dev.drumbeat.incentives.Books;
import dev.drumbeat.incentives.FakeKpis;
import dev.drumbeat.incentives.Projected;
import dev.drumbeat.incentives.grpc.Endpoints;
import dev.drumbeat.incentives.storage.Stores;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc.IncentivesServiceBlockingStub;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc.IncentivesServiceStub;
import dev.drumbeat.testkit.FakeDirectory;
import dev.drumbeat.testkit.GrpcHarness;
import dev.drumbeat.testkit.Identities;
import dev.drumbeat.testkit.MutableClock;
import dev.drumbeat.testkit.StoreUnderTest;
import java.time.Duration;

/** The whole service behind a real server with the production interceptors; only time, people, keys and figures are made up. */
public final class House implements AutoCloseable {
    public final MutableClock clock;
    public final FakeDirectory directory;
    public final FakeKpis kpis;
    public final Accounts accounts;
    private final StoreUnderTest store;
    private final Identities identities;
    private final GrpcHarness harness;

    public House() {
        this(MutableClock.pinned(), new FakeDirectory(), StoreUnderTest.open());
    }

    private House(MutableClock clock, FakeDirectory directory, StoreUnderTest store) {
        this(clock, directory, store, new FakeKpis(clock));
    }

    private House(MutableClock clock, FakeDirectory directory, StoreUnderTest store, FakeKpis kpis) {
        this.clock = clock;
        this.directory = directory;
        this.store = store;
        this.kpis = kpis;
        MongoDatabase database = store.database();
        Books books = Stores.books(database);
        Projected.Store projections = Stores.projections(database);
        UseCases wired = new UseCases();
        var feed = wired.feed(books, projections, clock);
        var ledger = wired.ledger(books, clock, feed);
        var stating = wired.stateAccounts(ledger, books);
        var desk = wired.evidenceDesk(ledger, books);
        accounts = wired.accounts(ledger, books, kpis, projections, directory, stating, desk);
        identities = Identities.create(clock);
        harness = GrpcHarness.start(
                identities,
                directory,
                Endpoints.incentives(
                        directory,
                        wired.draftTerms(ledger, kpis),
                        wired.signTerms(ledger),
                        wired.statements(ledger),
                        stating,
                        wired.disclose(ledger, kpis),
                        wired.declareForecast(ledger),
                        desk,
                        wired.readBook(ledger, books),
                        accounts,
                        books,
                        feed,
                        new AuditTrail(database),
                        clock));
    }

    /** Another process of the service on the same store. */
    public House replica() {
        return new House(clock, directory, store, kpis);
    }

    public IncentivesServiceBlockingStub as(String person) {
        return IncentivesServiceGrpc.newBlockingStub(harness.as("people/" + person));
    }

    /** For streams. */
    public IncentivesServiceStub listeningAs(String person) {
        return IncentivesServiceGrpc.newStub(harness.as("people/" + person));
    }

    /** The person gave the password again, so long ago. */
    public IncentivesServiceBlockingStub confirmed(String person, Duration ago) {
        return IncentivesServiceGrpc.newBlockingStub(harness.withToken(identities
                .minter("gateway")
                .confirmedToken("people/" + person, clock.instant().minus(ago))));
    }

    public IncentivesServiceBlockingStub confirmed(String person) {
        return confirmed(person, Duration.ZERO);
    }

    public MongoDatabase database() {
        return store.database();
    }

    /** Ends this process only. */
    public void end() {
        harness.close();
    }

    @Override
    public void close() {
        harness.close();
        store.close();
    }
}
