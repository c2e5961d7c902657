package dev.drumbeat.kpis;

final class MemoryStoreTest extends KpiStoreContract {
    private final MemoryStore store = new MemoryStore();

    @Override
    KpiStore store() {
        return store;
    }

    @Override
    PortfolioStore portfolio() {
        return store;
    }

    @Override
    EpisodeStore episodes() {
        return store;
    }
}
