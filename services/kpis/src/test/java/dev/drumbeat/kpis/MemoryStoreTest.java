package dev.drumbeat.kpis;

import java.time.Clock;

final class MemoryStoreTest extends KpiStoreContract {
    private final MemoryStore store = new MemoryStore();

    @Override
    KpiStore store(Clock clock) {
        return store;
    }

    @Override
    PortfolioStore portfolio(Clock clock) {
        return store;
    }

    @Override
    EpisodeStore episodes() {
        return store;
    }
}
