package dev.drumbeat.incentives.grpc;

import dev.drumbeat.incentives.Accounts;
import dev.drumbeat.incentives.Names;
import dev.drumbeat.incentives.ReadBook;
import dev.drumbeat.incentives.StateAccounts;
import dev.drumbeat.incentives.StatementView;
import dev.drumbeat.incentives.Statements;
import dev.drumbeat.incentives.journal.Fact.DisputeVerdict;
import dev.drumbeat.incentives.journal.Head;
import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.PageTokens;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.incentives.v1.DecideDisputeRequest;
import dev.drumbeat.proto.incentives.v1.DisputeLineRequest;
import dev.drumbeat.proto.incentives.v1.GetStatementRequest;
import dev.drumbeat.proto.incentives.v1.ListStatementsRequest;
import dev.drumbeat.proto.incentives.v1.ListStatementsResponse;
import dev.drumbeat.proto.incentives.v1.ProposeStatementRequest;
import dev.drumbeat.proto.incentives.v1.SettleStatementRequest;
import dev.drumbeat.proto.incentives.v1.SignStatementRequest;
import dev.drumbeat.proto.incentives.v1.Statement;
import dev.drumbeat.proto.incentives.v1.TamperFinding;
import dev.drumbeat.proto.incentives.v1.TamperKind;
import dev.drumbeat.proto.incentives.v1.VerifyStatementsRequest;
import dev.drumbeat.proto.incentives.v1.VerifyStatementsResponse;
import dev.drumbeat.proto.incentives.v1.WithdrawDisputeRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Statements: what is due, what is said to it, and whether it is still what was written. */
@Singleton
final class StatementCalls {
    private final Scopes scopes;
    private final Statements statements;
    private final StateAccounts stating;
    private final ReadBook reading;
    private final Accounts accounts;

    StatementCalls(Scopes scopes, Statements statements, StateAccounts stating, ReadBook reading, Accounts accounts) {
        this.scopes = scopes;
        this.statements = statements;
        this.stating = stating;
        this.reading = reading;
        this.accounts = accounts;
    }

    ListStatementsResponse listStatements(ListStatementsRequest request) {
        Scope scope = scopes.naming(request.getParent());
        PageTokens pages = PageTokens.of(request);
        Optional<Instant> asOf = request.hasAsOf() ? Optional.of(Wire.instant(request.getAsOf())) : Optional.empty();
        String agreement = Names.isPartnership(request.getParent()) ? "" : request.getParent();
        Set<StatementView.State> states = request.getStatesList().stream()
                .flatMap(state -> Enums.decode(state, StatementView.State.class).stream())
                .collect(Collectors.toSet());
        Page<StatementView> page = reading.statements(scope, agreement, asOf, states, pages.wanted());
        ListStatementsResponse.Builder response =
                ListStatementsResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items().forEach(statement -> response.addStatements(statement(scope, statement)));
        return response.build();
    }

    Statement getStatement(GetStatementRequest request) {
        Scope scope = scopes.naming(request.getName());
        return statement(scope, reading.statement(scope, request.getName()));
    }

    Statement proposeStatement(ProposeStatementRequest request) {
        Scope scope = scopes.naming(request.getAgreement());
        reading.agreement(scope, request.getAgreement());
        stating.propose(
                scope, Requests.of(request), accounts.history(scope), request.getAgreement(), request.getPeriod());
        StatementView newest = reading.statements(scope, request.getAgreement(), request.getPeriod()).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(request.getAgreement()));
        return statement(scope, newest);
    }

    Statement signStatement(SignStatementRequest request) {
        Scope scope = scopes.signer(request.getName());
        statements.sign(scope, Requests.of(request), request.getName(), request.getDigest());
        return statement(scope, reading.statement(scope, request.getName()));
    }

    Statement disputeLine(DisputeLineRequest request) {
        Scope scope = scopes.naming(request.getName());
        StatementView before = reading.statement(scope, request.getName());
        Validation validation = new Validation();
        Optional<Money> claimed = request.hasClaimedAmount()
                ? Optional.of(new Reader(validation)
                        .money(
                                "claimed_amount",
                                request.getClaimedAmount(),
                                before.content().total().currency()))
                : Optional.empty();
        validation.orRefuse();
        statements.dispute(
                scope, Requests.of(request), request.getName(), request.getLineId(), request.getReason(), claimed);
        return statement(scope, reading.statement(scope, request.getName()));
    }

    Statement withdrawDispute(WithdrawDisputeRequest request) {
        Scope scope = scopes.naming(request.getName());
        statements.withdraw(scope, Requests.of(request), request.getName(), request.getLineId());
        return statement(scope, reading.statement(scope, request.getName()));
    }

    Statement decideDispute(DecideDisputeRequest request) {
        Scope scope = scopes.naming(request.getName());
        reading.book(scope);
        DisputeVerdict verdict = switch (request.getDecision()) {
            case DISPUTE_DECISION_ACCEPT -> DisputeVerdict.ACCEPTED;
            case DISPUTE_DECISION_REJECT -> DisputeVerdict.REJECTED;
            case DISPUTE_DECISION_UNSPECIFIED, UNRECOGNIZED ->
                throw Refusal.invalid("decision", "choice.required", "Choose one of ACCEPT, REJECT.");
        };
        statements.decide(
                scope, Requests.of(request), request.getName(), request.getLineId(), verdict, request.getReason());
        return statement(scope, reading.statement(scope, request.getName()));
    }

    Statement settleStatement(SettleStatementRequest request) {
        Scope scope = scopes.naming(request.getName());
        statements.settle(scope, Requests.of(request), request.getName(), request.getReference());
        return statement(scope, reading.statement(scope, request.getName()));
    }

    VerifyStatementsResponse verifyStatements(VerifyStatementsRequest request) {
        Scope scope = scopes.of(request.getPartnership());
        Optional<Head> kept = request.hasKeptHead()
                ? Optional.of(new Head(
                        request.getKeptHead().getCount(), request.getKeptHead().getDigest()))
                : Optional.empty();
        ReadBook.Verified verified = reading.verify(scope, kept);
        VerifyStatementsResponse.Builder response = VerifyStatementsResponse.newBuilder()
                .setIntact(verified.findings().isEmpty())
                .setEntries(verified.entries())
                .setHead(BookWire.head(verified.head()))
                .setVerifiedAt(Wire.timestamp(verified.at()));
        verified.findings()
                .forEach(finding -> response.addFindings(TamperFinding.newBuilder()
                        .setKind(Enums.encode(finding.kind(), TamperKind.class))
                        .setSequence(finding.sequence())
                        .setResource(finding.resource())
                        .setMessage(finding.message())));
        return response.build();
    }

    Statement statement(Scope scope, StatementView statement) {
        return BookWire.statement(statement, reading.book(scope).value().head(), reading.mayDo(scope, statement));
    }
}
