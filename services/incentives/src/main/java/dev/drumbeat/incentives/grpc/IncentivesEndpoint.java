package dev.drumbeat.incentives.grpc;

import static dev.drumbeat.platform.endpoint.Answers.answer;

import dev.drumbeat.incentives.Accounts;
import dev.drumbeat.incentives.Agreement;
import dev.drumbeat.incentives.Books;
import dev.drumbeat.incentives.Books.Changed;
import dev.drumbeat.incentives.DeclareForecast;
import dev.drumbeat.incentives.Disclose;
import dev.drumbeat.incentives.DraftTerms;
import dev.drumbeat.incentives.EvidenceDesk;
import dev.drumbeat.incentives.EvidenceView;
import dev.drumbeat.incentives.Names;
import dev.drumbeat.incentives.ReadBook;
import dev.drumbeat.incentives.SignTerms;
import dev.drumbeat.incentives.StateAccounts;
import dev.drumbeat.incentives.StatementView;
import dev.drumbeat.incentives.Statements;
import dev.drumbeat.incentives.journal.Entry;
import dev.drumbeat.incentives.journal.Fact.DisputeVerdict;
import dev.drumbeat.incentives.journal.Fact.EvidenceVerdict;
import dev.drumbeat.incentives.journal.Head;
import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.terms.Terms;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.endpoint.Access;
import dev.drumbeat.platform.endpoint.WatchStreams;
import dev.drumbeat.platform.grpc.CallerContext;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.PageTokens;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.platform.watch.Feed;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsResponse;
import dev.drumbeat.proto.incentives.v1.BatchGetProjectionsRequest;
import dev.drumbeat.proto.incentives.v1.BatchGetProjectionsResponse;
import dev.drumbeat.proto.incentives.v1.DecideDisputeRequest;
import dev.drumbeat.proto.incentives.v1.DecideEvidenceRequest;
import dev.drumbeat.proto.incentives.v1.DeclareForecastRequest;
import dev.drumbeat.proto.incentives.v1.DiscardDraftRequest;
import dev.drumbeat.proto.incentives.v1.DiscloseRequest;
import dev.drumbeat.proto.incentives.v1.Disclosure;
import dev.drumbeat.proto.incentives.v1.DisputeLineRequest;
import dev.drumbeat.proto.incentives.v1.EndAgreementRequest;
import dev.drumbeat.proto.incentives.v1.Evidence;
import dev.drumbeat.proto.incentives.v1.EvidenceState;
import dev.drumbeat.proto.incentives.v1.Finding;
import dev.drumbeat.proto.incentives.v1.Forecast;
import dev.drumbeat.proto.incentives.v1.GetAgreementRequest;
import dev.drumbeat.proto.incentives.v1.GetPayPanelRequest;
import dev.drumbeat.proto.incentives.v1.GetStatementRequest;
import dev.drumbeat.proto.incentives.v1.IncentivesChange;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc;
import dev.drumbeat.proto.incentives.v1.ListAgreementsRequest;
import dev.drumbeat.proto.incentives.v1.ListAgreementsResponse;
import dev.drumbeat.proto.incentives.v1.ListDisclosuresRequest;
import dev.drumbeat.proto.incentives.v1.ListDisclosuresResponse;
import dev.drumbeat.proto.incentives.v1.ListEvidenceRequest;
import dev.drumbeat.proto.incentives.v1.ListEvidenceResponse;
import dev.drumbeat.proto.incentives.v1.ListForecastsRequest;
import dev.drumbeat.proto.incentives.v1.ListForecastsResponse;
import dev.drumbeat.proto.incentives.v1.ListStatementsRequest;
import dev.drumbeat.proto.incentives.v1.ListStatementsResponse;
import dev.drumbeat.proto.incentives.v1.PayPanel;
import dev.drumbeat.proto.incentives.v1.PreviewPayCurveRequest;
import dev.drumbeat.proto.incentives.v1.PreviewPayCurveResponse;
import dev.drumbeat.proto.incentives.v1.ProposeAgreementRequest;
import dev.drumbeat.proto.incentives.v1.ProposeStatementRequest;
import dev.drumbeat.proto.incentives.v1.RejectAgreementRequest;
import dev.drumbeat.proto.incentives.v1.ReplyToEvidenceRequest;
import dev.drumbeat.proto.incentives.v1.SaveDraftRequest;
import dev.drumbeat.proto.incentives.v1.SettleStatementRequest;
import dev.drumbeat.proto.incentives.v1.Severity;
import dev.drumbeat.proto.incentives.v1.SignAgreementRequest;
import dev.drumbeat.proto.incentives.v1.SignStatementRequest;
import dev.drumbeat.proto.incentives.v1.Statement;
import dev.drumbeat.proto.incentives.v1.StatementState;
import dev.drumbeat.proto.incentives.v1.TamperFinding;
import dev.drumbeat.proto.incentives.v1.TamperKind;
import dev.drumbeat.proto.incentives.v1.VerifyStatementsRequest;
import dev.drumbeat.proto.incentives.v1.VerifyStatementsResponse;
import dev.drumbeat.proto.incentives.v1.WatchIncentivesRequest;
import dev.drumbeat.proto.incentives.v1.WhatIfRequest;
import dev.drumbeat.proto.incentives.v1.WhatIfResponse;
import dev.drumbeat.proto.incentives.v1.WithdrawDisputeRequest;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The contract's methods: each decodes, asks one use case, encodes. Long because the contract is one service. */
@Singleton
final class IncentivesEndpoint extends IncentivesServiceGrpc.IncentivesServiceImplBase {
    /** How old a confirmation may be when something is signed. */
    static final Duration CONFIRMED_WITHIN = Duration.ofMinutes(5);

    private static final int MAX_BATCH = 100;
    private static final int MAX_ASSUMPTIONS = 20;
    private static final int LATEST = 3;

    private final Access access;
    private final DraftTerms drafts;
    private final SignTerms signing;
    private final Statements statements;
    private final StateAccounts stating;
    private final Disclose disclosing;
    private final DeclareForecast forecasting;
    private final EvidenceDesk desk;
    private final ReadBook reading;
    private final Accounts accounts;
    private final Books books;
    private final Feed<Changed> feed;
    private final WatchStreams watches;
    private final MoneyAudit audit;
    private final Clock clock;

    IncentivesEndpoint(
            Access access,
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
            WatchStreams watches,
            MoneyAudit audit,
            Clock clock) {
        this.access = access;
        this.drafts = drafts;
        this.signing = signing;
        this.statements = statements;
        this.stating = stating;
        this.disclosing = disclosing;
        this.forecasting = forecasting;
        this.desk = desk;
        this.reading = reading;
        this.accounts = accounts;
        this.books = books;
        this.feed = feed;
        this.watches = watches;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void listAgreements(ListAgreementsRequest request, StreamObserver<ListAgreementsResponse> observer) {
        Scope scope = access.scope(request.getParent());
        PageTokens pages = PageTokens.of(request);
        List<Agreement> all = reading.agreements(scope);
        int from = pages.wanted().after().isEmpty()
                ? 0
                : Integer.parseInt(pages.wanted().after());
        int to = Math.min(all.size(), from + pages.wanted().size());
        ListAgreementsResponse.Builder response = ListAgreementsResponse.newBuilder()
                .setNextPageToken(pages.next(new Page<>(List.of(), to < all.size() ? Integer.toString(to) : "")));
        all.subList(Math.min(from, to), to).forEach(agreement -> response.addAgreements(agreement(scope, agreement)));
        answer(observer, response.build());
    }

    @Override
    public void getAgreement(
            GetAgreementRequest request, StreamObserver<dev.drumbeat.proto.incentives.v1.Agreement> observer) {
        Scope scope = scope(request.getName());
        answer(observer, agreement(scope, request.getName()));
    }

    @Override
    public void saveDraft(
            SaveDraftRequest request, StreamObserver<dev.drumbeat.proto.incentives.v1.Agreement> observer) {
        Scope scope = scope(request.getName());
        Validation validation = new Validation();
        Terms terms = TermsReader.read(validation, request.getTerms());
        reading.book(scope);
        validation.orRefuse();
        String name = drafts.save(scope, Requests.of(request), request.getName(), terms);
        answer(observer, agreement(scope, name));
    }

    @Override
    public void discardDraft(
            DiscardDraftRequest request, StreamObserver<dev.drumbeat.proto.incentives.v1.Agreement> observer) {
        Scope scope = scope(request.getName());
        drafts.discard(scope, Requests.of(request), request.getName());
        boolean left = reading.agreements(scope).stream()
                .anyMatch(agreement -> agreement.name().equals(request.getName()));
        answer(
                observer,
                left
                        ? agreement(scope, request.getName())
                        : dev.drumbeat.proto.incentives.v1.Agreement.newBuilder()
                                .setName(request.getName())
                                .build());
    }

    @Override
    public void proposeAgreement(
            ProposeAgreementRequest request, StreamObserver<dev.drumbeat.proto.incentives.v1.Agreement> observer) {
        Scope scope = scope(request.getName());
        drafts.propose(scope, Requests.of(request), request.getName(), request.getReason());
        answer(observer, agreement(scope, request.getName()));
    }

    @Override
    public void signAgreement(
            SignAgreementRequest request, StreamObserver<dev.drumbeat.proto.incentives.v1.Agreement> observer) {
        Scope scope = signer(request.getName());
        signing.sign(scope, Requests.of(request), request.getName(), request.getVersion(), request.getDigest());
        answer(observer, agreement(scope, request.getName()));
    }

    @Override
    public void rejectAgreement(
            RejectAgreementRequest request, StreamObserver<dev.drumbeat.proto.incentives.v1.Agreement> observer) {
        Scope scope = scope(request.getName());
        signing.reject(scope, Requests.of(request), request.getName(), request.getVersion(), request.getReason());
        answer(observer, agreement(scope, request.getName()));
    }

    @Override
    public void endAgreement(
            EndAgreementRequest request, StreamObserver<dev.drumbeat.proto.incentives.v1.Agreement> observer) {
        Scope scope = scope(request.getName());
        signing.end(scope, Requests.of(request), request.getName(), request.getLastPeriod(), request.getReason());
        answer(observer, agreement(scope, request.getName()));
    }

    @Override
    public void previewPayCurve(PreviewPayCurveRequest request, StreamObserver<PreviewPayCurveResponse> observer) {
        Scope scope = access.scope(request.getPartnership());
        reading.book(scope);
        Validation validation = new Validation();
        Terms terms = TermsReader.read(validation, request.getTerms());
        if (validation.isClean()) {
            answer(observer, PayWire.preview(accounts.preview(scope, terms)));
            return;
        }
        // While somebody types, what is not yet well-formed is a finding like any other.
        PreviewPayCurveResponse.Builder response = PreviewPayCurveResponse.newBuilder();
        validation
                .violations()
                .forEach(violation -> response.addFindings(Finding.newBuilder()
                        .setSeverity(Severity.SEVERITY_ERROR)
                        .setField(violation.field().replaceFirst("^terms\\.", ""))
                        .setCode(violation.rule())
                        .setMessage(violation.message())));
        answer(observer, response.build());
    }

    @Override
    public void getPayPanel(GetPayPanelRequest request, StreamObserver<PayPanel> observer) {
        Scope scope = access.scope(request.getPartnership());
        Versioned<dev.drumbeat.incentives.Book> book = reading.book(scope);
        PayPanel.Builder panel = PayPanel.newBuilder()
                .setPartnership(scope.partnership())
                .addAllWaitingForCaller(reading.waiting(scope))
                .setHead(BookWire.head(book.value().head()));
        accounts.panel(scope).ifPresent(projected -> {
            panel.setComputedAt(Wire.timestamp(projected.computedAt()));
            projected.projections().forEach(projection -> panel.addProjections(PayWire.projection(projection)));
        });
        reading.statements(scope, "", Optional.empty(), new Page.Wanted(LATEST, ""))
                .items()
                .forEach(statement -> panel.addLatestStatements(statement(scope, statement)));
        panel.setOpenEvidence((int) reading.evidence(scope, new Page.Wanted(Page.MAX_SIZE, "")).items().stream()
                .filter(evidence -> evidence.decided().isEmpty())
                .count());
        answer(observer, panel.build());
    }

    @Override
    public void batchGetProjections(
            BatchGetProjectionsRequest request, StreamObserver<BatchGetProjectionsResponse> observer) {
        if (request.getPartnershipsCount() > MAX_BATCH) {
            throw Refusal.invalid("partnerships", "batch.too_large", "Ask for at most " + MAX_BATCH + " at a time.");
        }
        BatchGetProjectionsResponse.Builder response = BatchGetProjectionsResponse.newBuilder();
        List<dev.drumbeat.incentives.Projected> known = accounts.batch(access.scopes(request.getPartnershipsList()));
        Map<String, dev.drumbeat.incentives.Book> byName = new HashMap<>();
        books.find(known.stream()
                        .map(dev.drumbeat.incentives.Projected::partnership)
                        .toList())
                .forEach(book -> byName.put(book.value().partnership(), book.value()));
        known.forEach(projected -> response.addAllProjections(
                PayWire.summaries(projected, Optional.ofNullable(byName.get(projected.partnership())))));
        answer(observer, response.build());
    }

    @Override
    public void whatIf(WhatIfRequest request, StreamObserver<WhatIfResponse> observer) {
        Scope scope = scope(request.getAgreement());
        reading.book(scope);
        Validation validation = new Validation();
        Reader reader = new Reader(validation);
        if (request.getAssumptionsCount() < 1 || request.getAssumptionsCount() > MAX_ASSUMPTIONS) {
            validation.add("assumptions", "assumptions.count", "1 to " + MAX_ASSUMPTIONS + " assumptions, please.");
        }
        Map<String, BigDecimal> assumed = new HashMap<>();
        for (int i = 0; i < request.getAssumptionsCount(); i++) {
            assumed.put(
                    request.getAssumptions(i).getKpi(),
                    reader.decimal(
                            "assumptions[" + i + "].value",
                            request.getAssumptions(i).getValue()));
        }
        validation.orRefuse();
        answer(observer, PayWire.whatIf(accounts.whatIf(scope, request.getAgreement(), assumed)));
    }

    @Override
    public void declareForecast(DeclareForecastRequest request, StreamObserver<Forecast> observer) {
        Scope scope = scope(request.getAgreement());
        reading.book(scope);
        Validation validation = new Validation();
        BigDecimal value = new Reader(validation).decimal("value", request.getValue());
        validation.orRefuse();
        String name = forecasting.declare(
                scope, Requests.of(request), request.getAgreement(), request.getRuleId(), request.getPeriod(), value);
        Entry entry =
                books.topics(scope.partnership(), List.of("forecast:" + Names.id(request.getAgreement()))).stream()
                        .filter(known -> known.fact().subject().equals(name))
                        .findFirst()
                        .orElseThrow();
        answer(observer, BookWire.forecast(entry));
    }

    @Override
    public void listForecasts(ListForecastsRequest request, StreamObserver<ListForecastsResponse> observer) {
        Scope scope = access.scope(request.getParent());
        PageTokens pages = PageTokens.of(request);
        Page<Entry> page = reading.forecasts(scope, pages.wanted());
        ListForecastsResponse.Builder response =
                ListForecastsResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items().forEach(entry -> response.addForecasts(BookWire.forecast(entry)));
        answer(observer, response.build());
    }

    @Override
    public void listStatements(ListStatementsRequest request, StreamObserver<ListStatementsResponse> observer) {
        Scope scope = scope(request.getParent());
        PageTokens pages = PageTokens.of(request);
        Optional<Instant> asOf = request.hasAsOf() ? Optional.of(Wire.instant(request.getAsOf())) : Optional.empty();
        String agreement = Names.isPartnership(request.getParent()) ? "" : request.getParent();
        Page<StatementView> page = reading.statements(scope, agreement, asOf, pages.wanted());
        Set<StatementState> states = Set.copyOf(request.getStatesList());
        ListStatementsResponse.Builder response =
                ListStatementsResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items().stream()
                .filter(statement ->
                        states.isEmpty() || states.contains(Enums.encode(statement.state(), StatementState.class)))
                .forEach(statement -> response.addStatements(statement(scope, statement)));
        answer(observer, response.build());
    }

    @Override
    public void getStatement(GetStatementRequest request, StreamObserver<Statement> observer) {
        Scope scope = scope(request.getName());
        answer(observer, statement(scope, reading.statement(scope, request.getName())));
    }

    @Override
    public void proposeStatement(ProposeStatementRequest request, StreamObserver<Statement> observer) {
        Scope scope = scope(request.getAgreement());
        reading.agreement(scope, request.getAgreement());
        stating.propose(
                scope, Requests.of(request), accounts.history(scope), request.getAgreement(), request.getPeriod());
        StatementView newest = reading
                .statements(scope, request.getAgreement(), Optional.empty(), new Page.Wanted(Page.MAX_SIZE, ""))
                .items()
                .stream()
                .filter(statement -> statement.content().period().name().equals(request.getPeriod()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(request.getAgreement()));
        answer(observer, statement(scope, newest));
    }

    @Override
    public void signStatement(SignStatementRequest request, StreamObserver<Statement> observer) {
        Scope scope = signer(request.getName());
        statements.sign(scope, Requests.of(request), request.getName(), request.getDigest());
        answer(observer, statement(scope, reading.statement(scope, request.getName())));
    }

    @Override
    public void disputeLine(DisputeLineRequest request, StreamObserver<Statement> observer) {
        Scope scope = scope(request.getName());
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
        answer(observer, statement(scope, reading.statement(scope, request.getName())));
    }

    @Override
    public void withdrawDispute(WithdrawDisputeRequest request, StreamObserver<Statement> observer) {
        Scope scope = scope(request.getName());
        statements.withdraw(scope, Requests.of(request), request.getName(), request.getLineId());
        answer(observer, statement(scope, reading.statement(scope, request.getName())));
    }

    @Override
    public void decideDispute(DecideDisputeRequest request, StreamObserver<Statement> observer) {
        Scope scope = scope(request.getName());
        reading.book(scope);
        DisputeVerdict verdict = switch (request.getDecision()) {
            case DISPUTE_DECISION_ACCEPT -> DisputeVerdict.ACCEPTED;
            case DISPUTE_DECISION_REJECT -> DisputeVerdict.REJECTED;
            case DISPUTE_DECISION_UNSPECIFIED, UNRECOGNIZED ->
                throw Refusal.invalid("decision", "choice.required", "Choose one of ACCEPT, REJECT.");
        };
        statements.decide(
                scope, Requests.of(request), request.getName(), request.getLineId(), verdict, request.getReason());
        answer(observer, statement(scope, reading.statement(scope, request.getName())));
    }

    @Override
    public void settleStatement(SettleStatementRequest request, StreamObserver<Statement> observer) {
        Scope scope = scope(request.getName());
        statements.settle(scope, Requests.of(request), request.getName(), request.getReference());
        answer(observer, statement(scope, reading.statement(scope, request.getName())));
    }

    @Override
    public void verifyStatements(VerifyStatementsRequest request, StreamObserver<VerifyStatementsResponse> observer) {
        Scope scope = access.scope(request.getPartnership());
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
        answer(observer, response.build());
    }

    @Override
    public void disclose(DiscloseRequest request, StreamObserver<Disclosure> observer) {
        Scope scope = scope(request.getKpi());
        Validation validation = new Validation();
        Optional<BigDecimal> expected =
                new Reader(validation).optionalDecimal("expected_value", request.getExpectedValue());
        validation.orRefuse();
        String name = disclosing.disclose(
                scope, Requests.of(request), request.getKpi(), request.getPeriod(), request.getText(), expected);
        answer(observer, BookWire.disclosure(reading.disclosure(scope, request.getKpi(), name)));
    }

    @Override
    public void listDisclosures(ListDisclosuresRequest request, StreamObserver<ListDisclosuresResponse> observer) {
        Scope scope = scope(request.getParent());
        PageTokens pages = PageTokens.of(request);
        String kpi = Names.isPartnership(request.getParent()) ? "" : request.getParent();
        Page<Entry> page = reading.disclosures(scope, kpi, pages.wanted());
        ListDisclosuresResponse.Builder response =
                ListDisclosuresResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items().forEach(entry -> response.addDisclosures(BookWire.disclosure(entry)));
        answer(observer, response.build());
    }

    @Override
    public void listEvidence(ListEvidenceRequest request, StreamObserver<ListEvidenceResponse> observer) {
        Scope scope = access.scope(request.getParent());
        PageTokens pages = PageTokens.of(request);
        Page<EvidenceView> page = reading.evidence(scope, pages.wanted());
        Set<EvidenceState> states = Set.copyOf(request.getStatesList());
        ListEvidenceResponse.Builder response =
                ListEvidenceResponse.newBuilder().setNextPageToken(pages.next(page));
        page.items().stream()
                .map(evidence -> evidence(scope, evidence))
                .filter(evidence -> states.isEmpty() || states.contains(evidence.getState()))
                .forEach(response::addEvidence);
        answer(observer, response.build());
    }

    @Override
    public void replyToEvidence(ReplyToEvidenceRequest request, StreamObserver<Evidence> observer) {
        Scope scope = scope(request.getName());
        desk.reply(scope, Requests.of(request), request.getName(), request.getText());
        answer(observer, evidence(scope, reading.evidence(scope, request.getName())));
    }

    @Override
    public void decideEvidence(DecideEvidenceRequest request, StreamObserver<Evidence> observer) {
        Scope scope = scope(request.getName());
        reading.book(scope);
        Validation validation = new Validation();
        EvidenceVerdict verdict = Enums.require(validation, "decision", request.getDecision(), EvidenceVerdict.class);
        validation.orRefuse();
        desk.decide(scope, Requests.of(request), request.getName(), verdict, request.getReason());
        answer(observer, evidence(scope, reading.evidence(scope, request.getName())));
    }

    @Override
    public void watchIncentives(WatchIncentivesRequest request, StreamObserver<IncentivesChange> observer) {
        var caller = CallerContext.current();
        Set<String> wanted = Set.copyOf(request.getPartnershipsList());
        request.getPartnershipsList().forEach(access::scope);
        watches.watch(
                observer,
                feed,
                change -> (wanted.isEmpty() || wanted.contains(change.partnership()))
                        && access.stillReads(caller, change.partnership()),
                change -> IncentivesChange.newBuilder()
                        .setPartnership(change.partnership())
                        .setChangedAt(Wire.timestamp(change.at()))
                        .build());
    }

    @Override
    public void listAuditEvents(ListAuditEventsRequest request, StreamObserver<ListAuditEventsResponse> observer) {
        answer(observer, audit.list(request));
    }

    private Scope scope(String name) {
        return access.scope(Names.partnership(name), name);
    }

    /** In the name of a person who proved who they are a moment ago; asked only of whom the partnership may know. */
    private Scope signer(String name) {
        Scope scope = scope(name);
        reading.book(scope);
        CallerContext.requireConfirmed(CONFIRMED_WITHIN, clock.instant());
        return scope;
    }

    private dev.drumbeat.proto.incentives.v1.Agreement agreement(Scope scope, String name) {
        return agreement(scope, reading.agreement(scope, name));
    }

    private dev.drumbeat.proto.incentives.v1.Agreement agreement(Scope scope, Agreement agreement) {
        return BookWire.agreement(
                agreement,
                scope.side().flatMap(agreement::draft),
                terms -> findings(scope, terms),
                reading.mayDo(scope, agreement),
                scope.facts().timeZone(),
                clock.instant(),
                reading.book(scope).revision());
    }

    /** A page with an agreement opens without kpis, too; findings then have to wait. */
    private List<dev.drumbeat.incentives.terms.Finding> findings(Scope scope, Terms terms) {
        try {
            return drafts.findings(scope.partnership(), terms);
        } catch (Refusal refusal) {
            if (refusal.reason() == dev.drumbeat.platform.domain.Reason.UNAVAILABLE) {
                return List.of();
            }
            throw refusal;
        }
    }

    private Statement statement(Scope scope, StatementView statement) {
        return BookWire.statement(statement, reading.book(scope).value().head(), reading.mayDo(scope, statement));
    }

    private Evidence evidence(Scope scope, EvidenceView evidence) {
        return BookWire.evidence(evidence, reading.mayDo(scope, evidence));
    }
}
