package dev.drumbeat.kpis.process;

import dev.drumbeat.kpis.AddNote;
import dev.drumbeat.kpis.AgreeTargets;
import dev.drumbeat.kpis.Changes;
import dev.drumbeat.kpis.CorrectFigures;
import dev.drumbeat.kpis.CurrentFigures;
import dev.drumbeat.kpis.DefineKpis;
import dev.drumbeat.kpis.EpisodeStore;
import dev.drumbeat.kpis.FigureFile;
import dev.drumbeat.kpis.ImportFile;
import dev.drumbeat.kpis.KpiStore;
import dev.drumbeat.kpis.Ledger;
import dev.drumbeat.kpis.PortfolioStore;
import dev.drumbeat.kpis.PortfolioStore.Changed;
import dev.drumbeat.kpis.ReadEpisodes;
import dev.drumbeat.kpis.ReadKpiDetail;
import dev.drumbeat.kpis.ReadMeasurements;
import dev.drumbeat.kpis.ReadPortfolio;
import dev.drumbeat.kpis.ReadProposals;
import dev.drumbeat.kpis.ReadScorecard;
import dev.drumbeat.kpis.RecordMeasurements;
import dev.drumbeat.kpis.RedEpisode;
import dev.drumbeat.platform.watch.Feed;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The use cases with their ports. */
@Factory
final class UseCases {
    private static final int EPISODES_AT_ONCE = 1_000;

    @Singleton
    @Bean(preDestroy = "close")
    Feed<Changed> scorecardFeed(PortfolioStore portfolio, Clock clock) {
        return new Feed<>(
                new dev.drumbeat.platform.watch.Changes<>(
                        "scorecards",
                        portfolio::writtenAfter,
                        Integer.MAX_VALUE,
                        Changed::partnership,
                        Changed::writtenAt),
                clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Feed<RedEpisode> episodeFeed(EpisodeStore episodes, Clock clock) {
        return new Feed<>(
                new dev.drumbeat.platform.watch.Changes<>(
                        "episodes",
                        moment -> episodes.changedAfter(moment, EPISODES_AT_ONCE),
                        EPISODES_AT_ONCE,
                        RedEpisode::name,
                        RedEpisode::changedAt),
                clock);
    }

    @Singleton
    Changes changes(Feed<Changed> scorecards, Feed<RedEpisode> episodes) {
        return partnership -> {
            scorecards.wake();
            episodes.wake();
        };
    }

    @Singleton
    ImportFile importFile(Ledger ledger, CurrentFigures figures, KpiStore store, FigureFile.Reader reader) {
        return new ImportFile(ledger, figures, store, reader);
    }

    @Singleton
    ReadEpisodes readEpisodes(EpisodeStore episodes) {
        return new ReadEpisodes(episodes);
    }

    @Singleton
    Ledger ledger(KpiStore store, Clock clock, Changes changes) {
        return new Ledger(store, clock, changes);
    }

    @Singleton
    CurrentFigures figures(KpiStore store, Clock clock) {
        return new CurrentFigures(store, clock);
    }

    @Singleton
    DefineKpis defineKpis(Ledger ledger) {
        return new DefineKpis(ledger);
    }

    @Singleton
    AgreeTargets agreeTargets(Ledger ledger) {
        return new AgreeTargets(ledger);
    }

    @Singleton
    RecordMeasurements recordMeasurements(Ledger ledger, CurrentFigures figures) {
        return new RecordMeasurements(ledger, figures);
    }

    @Singleton
    CorrectFigures correctFigures(Ledger ledger, CurrentFigures figures, KpiStore store) {
        return new CorrectFigures(ledger, figures, store);
    }

    @Singleton
    AddNote addNote(Ledger ledger, CurrentFigures figures, KpiStore store) {
        return new AddNote(ledger, figures, store);
    }

    @Singleton
    ReadProposals readProposals(KpiStore store) {
        return new ReadProposals(store);
    }

    @Singleton
    ReadScorecard readScorecard(KpiStore store, Clock clock) {
        return new ReadScorecard(store, clock);
    }

    @Singleton
    ReadPortfolio readPortfolio(PortfolioStore portfolio, KpiStore store, Clock clock) {
        return new ReadPortfolio(portfolio, store, clock);
    }

    @Singleton
    ReadKpiDetail readKpiDetail(KpiStore store, Clock clock) {
        return new ReadKpiDetail(store, clock);
    }

    @Singleton
    ReadMeasurements readMeasurements(KpiStore store) {
        return new ReadMeasurements(store);
    }
}
