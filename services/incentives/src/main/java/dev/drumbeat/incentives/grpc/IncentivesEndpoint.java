package dev.drumbeat.incentives.grpc;

import static dev.drumbeat.platform.endpoint.Answers.answer;

import dev.drumbeat.incentives.Books.Changed;
import dev.drumbeat.platform.endpoint.Access;
import dev.drumbeat.platform.endpoint.WatchStreams;
import dev.drumbeat.platform.grpc.CallerContext;
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
import dev.drumbeat.proto.incentives.v1.SignAgreementRequest;
import dev.drumbeat.proto.incentives.v1.SignStatementRequest;
import dev.drumbeat.proto.incentives.v1.Statement;
import dev.drumbeat.proto.incentives.v1.VerifyStatementsRequest;
import dev.drumbeat.proto.incentives.v1.VerifyStatementsResponse;
import dev.drumbeat.proto.incentives.v1.WatchIncentivesRequest;
import dev.drumbeat.proto.incentives.v1.WhatIfRequest;
import dev.drumbeat.proto.incentives.v1.WhatIfResponse;
import dev.drumbeat.proto.incentives.v1.WithdrawDisputeRequest;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.util.Set;

/** The contract's methods, each answered by the calls of its subject. */
@Singleton
final class IncentivesEndpoint extends IncentivesServiceGrpc.IncentivesServiceImplBase {
    private final AgreementCalls agreements;
    private final PayCalls pay;
    private final StatementCalls statements;
    private final CandourCalls candour;
    private final Access access;
    private final Feed<Changed> feed;
    private final WatchStreams watches;
    private final MoneyAudit audit;

    IncentivesEndpoint(
            AgreementCalls agreements,
            PayCalls pay,
            StatementCalls statements,
            CandourCalls candour,
            Access access,
            Feed<Changed> feed,
            WatchStreams watches,
            MoneyAudit audit) {
        this.agreements = agreements;
        this.pay = pay;
        this.statements = statements;
        this.candour = candour;
        this.access = access;
        this.feed = feed;
        this.watches = watches;
        this.audit = audit;
    }

    @Override
    public void listAgreements(ListAgreementsRequest request, StreamObserver<ListAgreementsResponse> observer) {
        answer(observer, agreements.listAgreements(request));
    }

    @Override
    public void getAgreement(
            GetAgreementRequest request, StreamObserver<dev.drumbeat.proto.incentives.v1.Agreement> observer) {
        answer(observer, agreements.getAgreement(request));
    }

    @Override
    public void saveDraft(
            SaveDraftRequest request, StreamObserver<dev.drumbeat.proto.incentives.v1.Agreement> observer) {
        answer(observer, agreements.saveDraft(request));
    }

    @Override
    public void discardDraft(
            DiscardDraftRequest request, StreamObserver<dev.drumbeat.proto.incentives.v1.Agreement> observer) {
        answer(observer, agreements.discardDraft(request));
    }

    @Override
    public void proposeAgreement(
            ProposeAgreementRequest request, StreamObserver<dev.drumbeat.proto.incentives.v1.Agreement> observer) {
        answer(observer, agreements.proposeAgreement(request));
    }

    @Override
    public void signAgreement(
            SignAgreementRequest request, StreamObserver<dev.drumbeat.proto.incentives.v1.Agreement> observer) {
        answer(observer, agreements.signAgreement(request));
    }

    @Override
    public void rejectAgreement(
            RejectAgreementRequest request, StreamObserver<dev.drumbeat.proto.incentives.v1.Agreement> observer) {
        answer(observer, agreements.rejectAgreement(request));
    }

    @Override
    public void endAgreement(
            EndAgreementRequest request, StreamObserver<dev.drumbeat.proto.incentives.v1.Agreement> observer) {
        answer(observer, agreements.endAgreement(request));
    }

    @Override
    public void previewPayCurve(PreviewPayCurveRequest request, StreamObserver<PreviewPayCurveResponse> observer) {
        answer(observer, agreements.previewPayCurve(request));
    }

    @Override
    public void getPayPanel(GetPayPanelRequest request, StreamObserver<PayPanel> observer) {
        answer(observer, pay.getPayPanel(request));
    }

    @Override
    public void batchGetProjections(
            BatchGetProjectionsRequest request, StreamObserver<BatchGetProjectionsResponse> observer) {
        answer(observer, pay.batchGetProjections(request));
    }

    @Override
    public void whatIf(WhatIfRequest request, StreamObserver<WhatIfResponse> observer) {
        answer(observer, pay.whatIf(request));
    }

    @Override
    public void declareForecast(DeclareForecastRequest request, StreamObserver<Forecast> observer) {
        answer(observer, pay.declareForecast(request));
    }

    @Override
    public void listForecasts(ListForecastsRequest request, StreamObserver<ListForecastsResponse> observer) {
        answer(observer, pay.listForecasts(request));
    }

    @Override
    public void listStatements(ListStatementsRequest request, StreamObserver<ListStatementsResponse> observer) {
        answer(observer, statements.listStatements(request));
    }

    @Override
    public void getStatement(GetStatementRequest request, StreamObserver<Statement> observer) {
        answer(observer, statements.getStatement(request));
    }

    @Override
    public void proposeStatement(ProposeStatementRequest request, StreamObserver<Statement> observer) {
        answer(observer, statements.proposeStatement(request));
    }

    @Override
    public void signStatement(SignStatementRequest request, StreamObserver<Statement> observer) {
        answer(observer, statements.signStatement(request));
    }

    @Override
    public void disputeLine(DisputeLineRequest request, StreamObserver<Statement> observer) {
        answer(observer, statements.disputeLine(request));
    }

    @Override
    public void withdrawDispute(WithdrawDisputeRequest request, StreamObserver<Statement> observer) {
        answer(observer, statements.withdrawDispute(request));
    }

    @Override
    public void decideDispute(DecideDisputeRequest request, StreamObserver<Statement> observer) {
        answer(observer, statements.decideDispute(request));
    }

    @Override
    public void settleStatement(SettleStatementRequest request, StreamObserver<Statement> observer) {
        answer(observer, statements.settleStatement(request));
    }

    @Override
    public void verifyStatements(VerifyStatementsRequest request, StreamObserver<VerifyStatementsResponse> observer) {
        answer(observer, statements.verifyStatements(request));
    }

    @Override
    public void disclose(DiscloseRequest request, StreamObserver<Disclosure> observer) {
        answer(observer, candour.disclose(request));
    }

    @Override
    public void listDisclosures(ListDisclosuresRequest request, StreamObserver<ListDisclosuresResponse> observer) {
        answer(observer, candour.listDisclosures(request));
    }

    @Override
    public void listEvidence(ListEvidenceRequest request, StreamObserver<ListEvidenceResponse> observer) {
        answer(observer, candour.listEvidence(request));
    }

    @Override
    public void replyToEvidence(ReplyToEvidenceRequest request, StreamObserver<Evidence> observer) {
        answer(observer, candour.replyToEvidence(request));
    }

    @Override
    public void decideEvidence(DecideEvidenceRequest request, StreamObserver<Evidence> observer) {
        answer(observer, candour.decideEvidence(request));
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
}
