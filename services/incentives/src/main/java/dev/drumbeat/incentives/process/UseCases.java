package dev.drumbeat.incentives.process;

import dev.drumbeat.incentives.Accounts;
import dev.drumbeat.incentives.Books;
import dev.drumbeat.incentives.Books.Changed;
import dev.drumbeat.incentives.DeclareForecast;
import dev.drumbeat.incentives.Disclose;
import dev.drumbeat.incentives.DraftTerms;
import dev.drumbeat.incentives.EvidenceDesk;
import dev.drumbeat.incentives.Kpis;
import dev.drumbeat.incentives.Ledger;
import dev.drumbeat.incentives.Projected;
import dev.drumbeat.incentives.ReadBook;
import dev.drumbeat.incentives.SignTerms;
import dev.drumbeat.incentives.StateAccounts;
import dev.drumbeat.incentives.Statements;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.process.Sweep;
import dev.drumbeat.platform.watch.Changes;
import dev.drumbeat.platform.watch.Feed;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The use cases with their ports. */
@Factory
final class UseCases {
    private static final int CHANGES_AT_ONCE = 500;

    @Singleton
    @Bean(preDestroy = "close")
    Feed<Changed> feed(Books books, Projected.Store projections, Clock clock) {
        return new Feed<>(
                new Changes<>(
                        "incentives",
                        moment -> since(books, projections, moment),
                        CHANGES_AT_ONCE,
                        Changed::partnership,
                        Changed::at),
                clock);
    }

    private static List<Changed> since(Books books, Projected.Store projections, Instant moment) {
        return Stream.concat(
                        books.changedAfter(moment, CHANGES_AT_ONCE).stream(),
                        projections.computedAfter(moment, CHANGES_AT_ONCE).stream())
                .sorted(Comparator.comparing(Changed::at))
                .limit(CHANGES_AT_ONCE)
                .toList();
    }

    @Singleton
    Ledger ledger(Books books, Clock clock, Feed<Changed> feed) {
        return new Ledger(books, clock, partnership -> feed.wake());
    }

    @Singleton
    DraftTerms draftTerms(Ledger ledger, Kpis kpis) {
        return new DraftTerms(ledger, kpis);
    }

    @Singleton
    SignTerms signTerms(Ledger ledger) {
        return new SignTerms(ledger);
    }

    @Singleton
    Statements statements(Ledger ledger) {
        return new Statements(ledger);
    }

    @Singleton
    StateAccounts stateAccounts(Ledger ledger, Books books) {
        return new StateAccounts(ledger, books);
    }

    @Singleton
    Disclose disclose(Ledger ledger, Kpis kpis) {
        return new Disclose(ledger, kpis);
    }

    @Singleton
    DeclareForecast declareForecast(Ledger ledger) {
        return new DeclareForecast(ledger);
    }

    @Singleton
    EvidenceDesk evidenceDesk(Ledger ledger, Books books) {
        return new EvidenceDesk(ledger, books);
    }

    @Singleton
    ReadBook readBook(Ledger ledger, Books books) {
        return new ReadBook(ledger, books);
    }

    @Singleton
    Accounts accounts(
            Ledger ledger,
            Books books,
            Kpis kpis,
            Projected.Store projections,
            PartnershipDirectory directory,
            StateAccounts statements,
            EvidenceDesk evidence) {
        return new Accounts(ledger, books, kpis, projections, directory, statements, evidence);
    }

    /** Statements proposed, adjustments made, projections kept, whatever was missed. */
    @Singleton
    Sweep accountsSweep(Accounts accounts, @Value("${drumbeat.accounts-period:10s}") Duration period) {
        return new Sweep("accounts", period, accounts::sweep);
    }
}
