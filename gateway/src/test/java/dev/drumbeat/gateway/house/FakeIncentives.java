package dev.drumbeat.gateway.house;

import static dev.drumbeat.gateway.house.FakePartners.answer;
import static dev.drumbeat.gateway.house.FakePartners.timestamp;
import static dev.drumbeat.gateway.house.PayPapers.HEAD;
import static dev.drumbeat.gateway.house.PayPapers.LEO;
import static dev.drumbeat.gateway.house.PayPapers.agreement;
import static dev.drumbeat.gateway.house.PayPapers.disclosure;
import static dev.drumbeat.gateway.house.PayPapers.evidence;
import static dev.drumbeat.gateway.house.PayPapers.forecast;
import static dev.drumbeat.gateway.house.PayPapers.money;
import static dev.drumbeat.gateway.house.PayPapers.partnership;
import static dev.drumbeat.gateway.house.PayPapers.projection;
import static dev.drumbeat.gateway.house.PayPapers.statement;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsResponse;
import dev.drumbeat.proto.incentives.v1.Agreement;
import dev.drumbeat.proto.incentives.v1.AgreementVersion;
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
import dev.drumbeat.proto.incentives.v1.Finding;
import dev.drumbeat.proto.incentives.v1.Forecast;
import dev.drumbeat.proto.incentives.v1.GetAgreementRequest;
import dev.drumbeat.proto.incentives.v1.GetPayPanelRequest;
import dev.drumbeat.proto.incentives.v1.GetStatementRequest;
import dev.drumbeat.proto.incentives.v1.IncentivesChange;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc.IncentivesServiceImplBase;
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
import dev.drumbeat.proto.incentives.v1.PayCurve;
import dev.drumbeat.proto.incentives.v1.PayPanel;
import dev.drumbeat.proto.incentives.v1.PreviewPayCurveRequest;
import dev.drumbeat.proto.incentives.v1.PreviewPayCurveResponse;
import dev.drumbeat.proto.incentives.v1.ProjectionSummary;
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
import dev.drumbeat.proto.incentives.v1.TamperFinding;
import dev.drumbeat.proto.incentives.v1.TamperKind;
import dev.drumbeat.proto.incentives.v1.VerifyStatementsRequest;
import dev.drumbeat.proto.incentives.v1.VerifyStatementsResponse;
import dev.drumbeat.proto.incentives.v1.VersionState;
import dev.drumbeat.proto.incentives.v1.WatchIncentivesRequest;
import dev.drumbeat.proto.incentives.v1.WhatIfRequest;
import dev.drumbeat.proto.incentives.v1.WhatIfResponse;
import dev.drumbeat.proto.incentives.v1.WithdrawDisputeRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** One agreement, one statement with a disputed line, one disclosure and one piece of evidence for every partnership. pia reads no money. */
public class FakeIncentives extends IncentivesServiceImplBase {
    public static final String DIGEST = PayPapers.DIGEST;

    private final FakePartners partners;
    private final List<ServerCallStreamObserver<IncentivesChange>> watchers = new CopyOnWriteArrayList<>();

    FakeIncentives(FakePartners partners) {
        this.partners = partners;
    }

    /** What the score pays changed somewhere. */
    public void change(String slug) {
        watchers.forEach(watcher -> {
            synchronized (watcher) {
                if (!watcher.isCancelled()) {
                    watcher.onNext(IncentivesChange.newBuilder()
                            .setPartnership("partnerships/" + slug)
                            .setChangedAt(timestamp("2026-11-22T10:00:00Z"))
                            .build());
                }
            }
        });
    }

    public int watcherCount() {
        return (int) watchers.stream().filter(watcher -> !watcher.isCancelled()).count();
    }

    @Override
    public void watchIncentives(WatchIncentivesRequest request, StreamObserver<IncentivesChange> answer) {
        ServerCallStreamObserver<IncentivesChange> watcher = (ServerCallStreamObserver<IncentivesChange>) answer;
        watcher.setOnCancelHandler(() -> watchers.remove(watcher));
        watchers.add(watcher);
    }

    @Override
    public void getPayPanel(GetPayPanelRequest request, StreamObserver<PayPanel> answer) {
        answer(answer, () -> {
            requireMoney(request.getPartnership());
            return PayPanel.newBuilder()
                    .setPartnership(request.getPartnership())
                    .addProjections(projection(request.getPartnership()))
                    .setComputedAt(timestamp("2026-11-22T10:00:00Z"))
                    .addWaitingForCaller(statement(request.getPartnership()).getName())
                    .addLatestStatements(statement(request.getPartnership()))
                    .setHead(HEAD)
                    .setOpenEvidence(1)
                    .build();
        });
    }

    @Override
    public void batchGetProjections(
            BatchGetProjectionsRequest request, StreamObserver<BatchGetProjectionsResponse> answer) {
        String subject = subject();
        answer(
                answer,
                () -> BatchGetProjectionsResponse.newBuilder()
                        .addAllProjections(request.getPartnershipsList().stream()
                                .filter(name -> partners.isOn(subject, name) && !subject.equals("people/pia"))
                                .map(name -> ProjectionSummary.newBuilder()
                                        .setPartnership(name)
                                        .setPeriod("2026-Q4")
                                        .setAmount(money("4200.00"))
                                        .setChange(money("-310.50"))
                                        .setDisputedLines(1)
                                        .setComputedAt(timestamp("2026-11-22T10:00:00Z"))
                                        .build())
                                .toList())
                        .build());
    }

    @Override
    public void listAgreements(ListAgreementsRequest request, StreamObserver<ListAgreementsResponse> answer) {
        answer(answer, () -> {
            requireMoney(request.getParent());
            return ListAgreementsResponse.newBuilder()
                    .addAgreements(agreement(request.getParent() + "/agreements/bonus"))
                    .build();
        });
    }

    @Override
    public void getAgreement(GetAgreementRequest request, StreamObserver<Agreement> answer) {
        answer(answer, () -> {
            requireMoney(partnership(request.getName()));
            if (!request.getName().endsWith("/bonus")) {
                throw Refused.notFound();
            }
            return agreement(request.getName());
        });
    }

    @Override
    public void saveDraft(SaveDraftRequest request, StreamObserver<Agreement> answer) {
        answer(answer, () -> {
            if (request.getTerms().getDisplayName().isEmpty()) {
                throw Refused.invalid("terms.rules[1].tiered.tiers[2].lower", "tiers.gap", "Nothing pays 95 to 96.");
            }
            return agreement("partnerships/alpha/agreements/bonus").toBuilder()
                    .setDraft(AgreementVersion.newBuilder()
                            .setState(VersionState.VERSION_STATE_DRAFT)
                            .setTerms(request.getTerms())
                            .setWrittenBy(LEO)
                            .setWrittenAt(timestamp("2026-11-01T08:00:00Z")))
                    .build();
        });
    }

    @Override
    public void discardDraft(DiscardDraftRequest request, StreamObserver<Agreement> answer) {
        answer(answer, () -> agreement(request.getName()));
    }

    @Override
    public void proposeAgreement(ProposeAgreementRequest request, StreamObserver<Agreement> answer) {
        answer(answer, () -> agreement(request.getName()));
    }

    @Override
    public void signAgreement(SignAgreementRequest request, StreamObserver<Agreement> answer) {
        answer(answer, () -> {
            requireConfirmed();
            return agreement(request.getName());
        });
    }

    @Override
    public void rejectAgreement(RejectAgreementRequest request, StreamObserver<Agreement> answer) {
        answer(answer, () -> agreement(request.getName()));
    }

    @Override
    public void endAgreement(EndAgreementRequest request, StreamObserver<Agreement> answer) {
        answer(answer, () -> agreement(request.getName()));
    }

    @Override
    public void previewPayCurve(PreviewPayCurveRequest request, StreamObserver<PreviewPayCurveResponse> answer) {
        answer(answer, () -> {
            requireMoney(request.getPartnership());
            if (request.getTerms().getDisplayName().equals("half")) {
                throw Refused.invalid("terms.rules[0].linear.lower", "decimal.format", "Write a number.");
            }
            return PreviewPayCurveResponse.newBuilder()
                    .addFindings(Finding.newBuilder()
                            .setSeverity(Severity.SEVERITY_ERROR)
                            .setField("rules[0].tiered.tiers[1].lower")
                            .setCode("tiers.gap")
                            .setMessage("Nothing pays 95 to 96."))
                    .addCurves(PayCurve.newBuilder()
                            .setRuleId("on-time")
                            .setKpi(request.getPartnership() + "/kpis/on-time-delivery")
                            .addValues("90")
                            .addValues("95")
                            .addAmounts("0")
                            .addAmounts("500")
                            .setStepped(true))
                    .build();
        });
    }

    @Override
    public void whatIf(WhatIfRequest request, StreamObserver<WhatIfResponse> answer) {
        answer(answer, () -> {
            requireMoney(partnership(request.getAgreement()));
            return WhatIfResponse.newBuilder()
                    .setPeriod("2026-Q4")
                    .setAmount(money("8400.00"))
                    .setProjected(money("4200.00"))
                    .setDifference(money("4200.00"))
                    .build();
        });
    }

    @Override
    public void declareForecast(DeclareForecastRequest request, StreamObserver<Forecast> answer) {
        answer(answer, () -> forecast(partnership(request.getAgreement())));
    }

    @Override
    public void listForecasts(ListForecastsRequest request, StreamObserver<ListForecastsResponse> answer) {
        answer(answer, () -> {
            requireMoney(request.getParent());
            return ListForecastsResponse.newBuilder()
                    .addForecasts(forecast(request.getParent()))
                    .build();
        });
    }

    @Override
    public void listStatements(ListStatementsRequest request, StreamObserver<ListStatementsResponse> answer) {
        answer(answer, () -> {
            requireMoney(partnership(request.getParent()));
            return ListStatementsResponse.newBuilder()
                    .addStatements(statement(partnership(request.getParent())))
                    .build();
        });
    }

    @Override
    public void getStatement(GetStatementRequest request, StreamObserver<Statement> answer) {
        answer(answer, () -> {
            requireMoney(partnership(request.getName()));
            Statement statement = statement(partnership(request.getName()));
            if (!statement.getName().equals(request.getName())) {
                throw Refused.notFound();
            }
            return statement;
        });
    }

    @Override
    public void proposeStatement(ProposeStatementRequest request, StreamObserver<Statement> answer) {
        answer(answer, () -> statement(partnership(request.getAgreement())));
    }

    @Override
    public void signStatement(SignStatementRequest request, StreamObserver<Statement> answer) {
        answer(answer, () -> {
            requireConfirmed();
            return statement(partnership(request.getName()));
        });
    }

    @Override
    public void disputeLine(DisputeLineRequest request, StreamObserver<Statement> answer) {
        answer(answer, () -> statement(partnership(request.getName())));
    }

    @Override
    public void withdrawDispute(WithdrawDisputeRequest request, StreamObserver<Statement> answer) {
        answer(answer, () -> statement(partnership(request.getName())));
    }

    @Override
    public void decideDispute(DecideDisputeRequest request, StreamObserver<Statement> answer) {
        answer(answer, () -> statement(partnership(request.getName())));
    }

    @Override
    public void settleStatement(SettleStatementRequest request, StreamObserver<Statement> answer) {
        answer(answer, () -> statement(partnership(request.getName())));
    }

    @Override
    public void verifyStatements(VerifyStatementsRequest request, StreamObserver<VerifyStatementsResponse> answer) {
        answer(answer, () -> {
            requireMoney(request.getPartnership());
            VerifyStatementsResponse.Builder verified = VerifyStatementsResponse.newBuilder()
                    .setIntact(!request.hasKeptHead())
                    .setEntries(7)
                    .setHead(HEAD)
                    .setVerifiedAt(timestamp("2026-11-22T10:00:00Z"));
            if (request.hasKeptHead()) {
                verified.addFindings(TamperFinding.newBuilder()
                        .setKind(TamperKind.TAMPER_KIND_KEPT_HEAD_UNKNOWN)
                        .setSequence(request.getKeptHead().getCount())
                        .setMessage("Not the journal this was taken from."));
            }
            return verified.build();
        });
    }

    @Override
    public void disclose(DiscloseRequest request, StreamObserver<Disclosure> answer) {
        answer(answer, () -> disclosure(partnership(request.getKpi())));
    }

    @Override
    public void listDisclosures(ListDisclosuresRequest request, StreamObserver<ListDisclosuresResponse> answer) {
        answer(answer, () -> {
            requireMember(partnership(request.getParent()));
            return ListDisclosuresResponse.newBuilder()
                    .addDisclosures(disclosure(partnership(request.getParent())))
                    .build();
        });
    }

    @Override
    public void listEvidence(ListEvidenceRequest request, StreamObserver<ListEvidenceResponse> answer) {
        answer(answer, () -> {
            requireMoney(request.getParent());
            return ListEvidenceResponse.newBuilder()
                    .addEvidence(evidence(request.getParent()))
                    .build();
        });
    }

    @Override
    public void replyToEvidence(ReplyToEvidenceRequest request, StreamObserver<Evidence> answer) {
        answer(answer, () -> evidence(partnership(request.getName())));
    }

    @Override
    public void decideEvidence(DecideEvidenceRequest request, StreamObserver<Evidence> answer) {
        answer(answer, () -> evidence(partnership(request.getName())));
    }

    @Override
    public void listAuditEvents(ListAuditEventsRequest request, StreamObserver<ListAuditEventsResponse> answer) {
        answer(answer, () -> {
            requireMember(request.getPartnership());
            return ListAuditEventsResponse.newBuilder()
                    .addAuditEvents(FakeKpis.event(request.getPartnership(), "statement.signed"))
                    .build();
        });
    }

    private void requireMember(String partnership) {
        if (!partners.isOn(subject(), partnership)) {
            throw Refused.notFound();
        }
    }

    private void requireMoney(String partnership) {
        requireMember(partnership);
        if (subject().equals("people/pia")) {
            throw Refused.notAllowed();
        }
    }

    private static void requireConfirmed() {
        if (!Boolean.TRUE.equals(FakeServer.CONFIRMED.get())) {
            throw Refused.of(
                    io.grpc.Status.Code.PERMISSION_DENIED,
                    Reason.NOT_ALLOWED,
                    "",
                    "identity.confirmation_required",
                    "Confirm with your password first.");
        }
    }

    private static String subject() {
        return Objects.requireNonNull(FakeServer.SUBJECT.get());
    }
}
