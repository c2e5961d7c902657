package dev.drumbeat.incentives.grpc;

import dev.drumbeat.incentives.Accounts;
import dev.drumbeat.incentives.Books;
import dev.drumbeat.incentives.Books.Changed;
import dev.drumbeat.incentives.DeclareForecast;
import dev.drumbeat.incentives.Disclose;
import dev.drumbeat.incentives.DraftTerms;
import dev.drumbeat.incentives.EvidenceDesk;
import dev.drumbeat.incentives.ReadBook;
import dev.drumbeat.incentives.SignTerms;
import dev.drumbeat.incentives.StateAccounts;
import dev.drumbeat.incentives.Statements;
import dev.drumbeat.platform.endpoint.Access;
import dev.drumbeat.platform.endpoint.AuditReading;
import dev.drumbeat.platform.endpoint.WatchStreams;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.watch.Feed;
import dev.drumbeat.testkit.FakeDirectory;
import io.grpc.BindableService;
import java.time.Clock;

/** The endpoint as the container wires it, for tests. */
public final class Endpoints {
    private Endpoints() {}

    public static BindableService incentives(
            FakeDirectory directory,
            DraftTerms drafts,
            SignTerms signing,
            Statements statements,
            StateAccounts stating,
            Disclose disclosing,
            DeclareForecast forecasting,
            EvidenceDesk desk,
            ReadBook reading,
            Accounts accounts,
            Books books,
            Feed<Changed> feed,
            AuditTrail trail,
            Clock clock) {
        Access access = new Access(directory, directory);
        Scopes scopes = new Scopes(access, reading, clock);
        StatementCalls stated = new StatementCalls(scopes, statements, stating, reading, accounts);
        return new IncentivesEndpoint(
                new AgreementCalls(scopes, drafts, signing, reading, accounts, clock),
                new PayCalls(scopes, forecasting, reading, accounts, books, stated),
                stated,
                new CandourCalls(scopes, disclosing, desk, reading),
                access,
                feed,
                new WatchStreams(),
                new MoneyAudit(new AuditReading(trail, access), access));
    }
}
