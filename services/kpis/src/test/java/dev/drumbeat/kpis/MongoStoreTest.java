package dev.drumbeat.kpis;

import dev.drumbeat.kpis.storage.Stores;
import dev.drumbeat.testkit.StoreUnderTest;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;

/** Through the real driver and a real wire; on a real MongoDB when {@code MONGODB_TEST_URI} names one. */
final class MongoStoreTest extends KpiStoreContract {
    private final StoreUnderTest store = StoreUnderTest.open();

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    KpiStore store(Clock clock) {
        return Stores.kpis(store.database(), clock);
    }

    @Override
    PortfolioStore portfolio(Clock clock) {
        return Stores.portfolio(store.database(), clock);
    }

    @Override
    EpisodeStore episodes() {
        return Stores.episodes(store.database());
    }
}
