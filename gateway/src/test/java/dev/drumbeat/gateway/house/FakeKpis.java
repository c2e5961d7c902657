package dev.drumbeat.gateway.house;

import static dev.drumbeat.gateway.house.FakePartners.answer;
import static dev.drumbeat.gateway.house.FakePartners.timestamp;
import static dev.drumbeat.gateway.house.KpiPapers.ANA;
import static dev.drumbeat.gateway.house.KpiPapers.SLUGS;
import static dev.drumbeat.gateway.house.KpiPapers.correction;
import static dev.drumbeat.gateway.house.KpiPapers.episode;
import static dev.drumbeat.gateway.house.KpiPapers.kpi;
import static dev.drumbeat.gateway.house.KpiPapers.measurement;
import static dev.drumbeat.gateway.house.KpiPapers.note;
import static dev.drumbeat.gateway.house.KpiPapers.standing;
import static dev.drumbeat.gateway.house.KpiPapers.target;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.proto.common.v1.AuditEvent;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsResponse;
import dev.drumbeat.proto.kpis.v1.AddNoteRequest;
import dev.drumbeat.proto.kpis.v1.BatchGetScorecardsRequest;
import dev.drumbeat.proto.kpis.v1.BatchGetScorecardsResponse;
import dev.drumbeat.proto.kpis.v1.Correction;
import dev.drumbeat.proto.kpis.v1.CreateKpiRequest;
import dev.drumbeat.proto.kpis.v1.DecideCorrectionRequest;
import dev.drumbeat.proto.kpis.v1.DecideTargetRequest;
import dev.drumbeat.proto.kpis.v1.Figure;
import dev.drumbeat.proto.kpis.v1.GetKpiDetailRequest;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.ImportError;
import dev.drumbeat.proto.kpis.v1.ImportHeader;
import dev.drumbeat.proto.kpis.v1.ImportMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.ImportMode;
import dev.drumbeat.proto.kpis.v1.ImportOutcome;
import dev.drumbeat.proto.kpis.v1.ImportReport;
import dev.drumbeat.proto.kpis.v1.ImportRow;
import dev.drumbeat.proto.kpis.v1.Kpi;
import dev.drumbeat.proto.kpis.v1.KpiDetail;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceImplBase;
import dev.drumbeat.proto.kpis.v1.ListMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.ListMeasurementsResponse;
import dev.drumbeat.proto.kpis.v1.ListPortfolioRequest;
import dev.drumbeat.proto.kpis.v1.ListPortfolioResponse;
import dev.drumbeat.proto.kpis.v1.Note;
import dev.drumbeat.proto.kpis.v1.PortfolioLine;
import dev.drumbeat.proto.kpis.v1.ProposeCorrectionRequest;
import dev.drumbeat.proto.kpis.v1.ProposeTargetRequest;
import dev.drumbeat.proto.kpis.v1.RebaseKpiRequest;
import dev.drumbeat.proto.kpis.v1.RecordMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.RecordMeasurementsResponse;
import dev.drumbeat.proto.kpis.v1.RetireKpiRequest;
import dev.drumbeat.proto.kpis.v1.Scorecard;
import dev.drumbeat.proto.kpis.v1.ScorecardChange;
import dev.drumbeat.proto.kpis.v1.ScorecardState;
import dev.drumbeat.proto.kpis.v1.Series;
import dev.drumbeat.proto.kpis.v1.Signal;
import dev.drumbeat.proto.kpis.v1.Target;
import dev.drumbeat.proto.kpis.v1.UpdateKpiRequest;
import dev.drumbeat.proto.kpis.v1.Variation;
import dev.drumbeat.proto.kpis.v1.WatchScorecardsRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Six KPIs for every partnership, a figure of which can be recorded. */
public class FakeKpis extends KpisServiceImplBase {

    private final AtomicInteger brokenImports = new AtomicInteger();
    private final FakePartners partners;
    private final Map<String, Long> revisions = new ConcurrentHashMap<>();
    private final List<ServerCallStreamObserver<ScorecardChange>> watchers = new CopyOnWriteArrayList<>();

    FakeKpis(FakePartners partners) {
        this.partners = partners;
    }

    /** Somebody changed a scorecard somewhere. */
    public void change(String slug) {
        long revision = revisions.merge("partnerships/" + slug, 2L, (known, two) -> known + 1);
        watchers.forEach(watcher -> {
            synchronized (watcher) {
                if (!watcher.isCancelled()) {
                    watcher.onNext(ScorecardChange.newBuilder()
                            .setPartnership("partnerships/" + slug)
                            .setRevision(revision)
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
    public void watchScorecards(WatchScorecardsRequest request, StreamObserver<ScorecardChange> answer) {
        if (!"services/gateway".equals(FakeServer.SUBJECT.get())) {
            answer.onError(Refused.notAllowed());
            return;
        }
        ServerCallStreamObserver<ScorecardChange> watcher = (ServerCallStreamObserver<ScorecardChange>) answer;
        watcher.setOnCancelHandler(() -> watchers.remove(watcher));
        watchers.add(watcher);
    }

    @Override
    public void getScorecard(GetScorecardRequest request, StreamObserver<Scorecard> answer) {
        answer(answer, () -> {
            requireMember(request.getPartnership());
            return scorecard(request.getPartnership(), request.getPeriods());
        });
    }

    @Override
    public void batchGetScorecards(
            BatchGetScorecardsRequest request, StreamObserver<BatchGetScorecardsResponse> answer) {
        String subject = subject();
        answer(
                answer,
                () -> BatchGetScorecardsResponse.newBuilder()
                        .addAllScorecards(request.getPartnershipsList().stream()
                                .filter(name -> partners.isOn(subject, name))
                                .map(name -> scorecard(name, request.getPeriods()))
                                .toList())
                        .build());
    }

    @Override
    public void listPortfolio(ListPortfolioRequest request, StreamObserver<ListPortfolioResponse> answer) {
        String subject = subject();
        answer(answer, () -> {
            if (!request.getPageToken().isEmpty() && !request.getPageToken().startsWith("next-")) {
                throw Refused.invalid("page_token", "page_token.malformed", "This is no page token of ours.");
            }
            ListPortfolioResponse.Builder page = ListPortfolioResponse.newBuilder();
            partners.memberships(subject).stream()
                    .limit(request.getPageSize())
                    .forEach(membership -> page.addLines(PortfolioLine.newBuilder()
                            .setPartnership(membership.getPartnership())
                            .setState(ScorecardState.SCORECARD_STATE_PUBLISHED)
                            .setRevision(revision(membership.getPartnership()))
                            .setGoal(standing(membership.getPartnership(), "on-time-delivery", 13))
                            .setRed(1)
                            .setLastDataAt(timestamp("2026-11-01T08:00:00Z"))));
            return page.setTotalSize(partners.memberships(subject).size()).build();
        });
    }

    @Override
    public void getKpiDetail(GetKpiDetailRequest request, StreamObserver<KpiDetail> answer) {
        answer(answer, () -> {
            String[] parts = request.getName().split("/");
            String partnership = parts[0] + "/" + parts[1];
            requireMember(partnership);
            if (!SLUGS.contains(parts[3])) {
                throw Refused.notFound();
            }
            return KpiDetail.newBuilder()
                    .setStanding(standing(partnership, parts[3], request.getPeriods()))
                    .addMeasurements(measurement(request.getName(), "2026-10"))
                    .addEpisodes(episode(partnership, parts[3]))
                    .addTargets(target(request.getName()))
                    .addCorrections(correction(request.getName()))
                    .addNotes(note(request.getName()))
                    .addSignals(Signal.newBuilder()
                            .setRule("ASTRONOMICAL_POINT")
                            .setText("Past a limit")
                            .addPeriods("2026-10")
                            .setVariation(Variation.VARIATION_CONCERN))
                    .setRollUp(Series.newBuilder().addPeriods("2026-Q4").addValues("90"))
                    .build();
        });
    }

    @Override
    public void recordMeasurements(
            RecordMeasurementsRequest request, StreamObserver<RecordMeasurementsResponse> answer) {
        answer(answer, () -> {
            requireMember(request.getPartnership());
            for (int i = 0; i < request.getMeasurementsCount(); i++) {
                if (!request.getMeasurements(i).getPeriod().startsWith("2026")) {
                    throw Refused.invalid(
                            "measurements[" + i + "].figure.fraction.numerator", "period.future", "Not yet.");
                }
            }
            change(request.getPartnership().substring("partnerships/".length()));
            return RecordMeasurementsResponse.newBuilder()
                    .addAllMeasurements(request.getMeasurementsList().stream()
                            .map(each -> measurement(each.getKpi(), each.getPeriod()))
                            .toList())
                    .build();
        });
    }

    @Override
    public void createKpi(CreateKpiRequest request, StreamObserver<Kpi> answer) {
        answer(answer, () -> {
            requireMember(request.getPartnership());
            if (request.getKpi().getDecimals() > 6) {
                throw Refused.invalid("kpi.decimals", "decimals.range", "0 to 6.");
            }
            return request.getKpi().toBuilder()
                    .setName(request.getPartnership() + "/kpis/" + request.getKpiId())
                    .setRevision(1)
                    .build();
        });
    }

    @Override
    public void updateKpi(UpdateKpiRequest request, StreamObserver<Kpi> answer) {
        answer(answer, () -> {
            if (request.getKpi().getRevision() != 3) {
                throw Refused.of(
                        io.grpc.Status.Code.ABORTED,
                        Reason.STALE_REVISION,
                        "",
                        "revision.stale",
                        "It was changed in the meantime.");
            }
            return request.getKpi();
        });
    }

    @Override
    public void retireKpi(RetireKpiRequest request, StreamObserver<Kpi> answer) {
        answer(answer, () -> kpi("partnerships/alpha", "training"));
    }

    @Override
    public void rebaseKpi(RebaseKpiRequest request, StreamObserver<Kpi> answer) {
        answer(answer, () -> kpi("partnerships/alpha", "training"));
    }

    @Override
    public void proposeTarget(ProposeTargetRequest request, StreamObserver<Target> answer) {
        answer(answer, () -> target(request.getKpi()));
    }

    @Override
    public void decideTarget(DecideTargetRequest request, StreamObserver<Target> answer) {
        answer(answer, () -> target(request.getName().replaceFirst("/targets/.*", "")));
    }

    @Override
    public void proposeCorrection(ProposeCorrectionRequest request, StreamObserver<Correction> answer) {
        answer(answer, () -> correction(request.getKpi()));
    }

    @Override
    public void decideCorrection(DecideCorrectionRequest request, StreamObserver<Correction> answer) {
        answer(answer, () -> correction(request.getName().replaceFirst("/corrections/.*", "")));
    }

    @Override
    public void addNote(AddNoteRequest request, StreamObserver<Note> answer) {
        answer(answer, () -> note(request.getKpi()));
    }

    @Override
    public void listMeasurements(ListMeasurementsRequest request, StreamObserver<ListMeasurementsResponse> answer) {
        answer(answer, () -> {
            requireMember(request.getParent().replaceFirst("/kpis/.*", ""));
            String kpi = request.getParent().contains("/kpis/")
                    ? request.getParent()
                    : request.getParent() + "/kpis/on-time-delivery";
            return switch (request.getPageToken()) {
                case "" ->
                    ListMeasurementsResponse.newBuilder()
                            .addMeasurements(measurement(kpi, "2026-10"))
                            .setNextPageToken("next-1")
                            .build();
                case "next-1" ->
                    ListMeasurementsResponse.newBuilder()
                            .addMeasurements(measurement(kpi, "2026-09").toBuilder()
                                    .setReason("=HYPERLINK(\"http://evil.test\")")
                                    .setFigure(Figure.newBuilder().setValue("-4.5")))
                            .build();
                default ->
                    throw Refused.invalid("page_token", "page_token.malformed", "This is no page token of ours.");
            };
        });
    }

    @Override
    public void listAuditEvents(ListAuditEventsRequest request, StreamObserver<ListAuditEventsResponse> answer) {
        answer(answer, () -> {
            requireMember(request.getPartnership());
            return ListAuditEventsResponse.newBuilder()
                    .addAuditEvents(event(request.getPartnership(), "kpi.target.proposed"))
                    .build();
        });
    }

    @Override
    public StreamObserver<ImportMeasurementsRequest> importMeasurements(StreamObserver<ImportReport> answer) {
        String subject = subject();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AtomicReference<ImportHeader> header = new AtomicReference<>(ImportHeader.getDefaultInstance());
        return new StreamObserver<>() {
            @Override
            public void onNext(ImportMeasurementsRequest part) {
                if (part.hasHeader()) {
                    header.set(part.getHeader());
                } else {
                    file.writeBytes(part.getChunk().toByteArray());
                }
            }

            @Override
            public void onError(Throwable error) {
                brokenImports.incrementAndGet();
            }

            @Override
            public void onCompleted() {
                answer(answer, () -> {
                    if (!partners.isOn(subject, header.get().getPartnership())) {
                        throw Refused.notFound();
                    }
                    return report(header.get(), file.toString(StandardCharsets.UTF_8));
                });
            }
        };
    }

    /** Imports whose sender went away in the middle. */
    public int brokenImports() {
        return brokenImports.get();
    }

    static AuditEvent event(String partnership, String action) {
        return AuditEvent.newBuilder()
                .setName(partnership + "/auditEvents/e1")
                .setOccurredAt(timestamp("2026-11-01T08:00:00Z"))
                .setActor(ANA)
                .setAction(action)
                .setSubject(partnership + "/kpis/training")
                .setAfterJson("{}")
                .build();
    }

    private static ImportReport report(ImportHeader header, String file) {
        List<String> lines = file.lines().toList();
        ImportReport.Builder report = ImportReport.newBuilder().setRows(lines.size() - 1);
        for (int i = 1; i < lines.size(); i++) {
            ImportRow.Builder row = ImportRow.newBuilder()
                    .setLine(i + 1)
                    .setKpi(lines.get(i).split(",", -1)[0])
                    .setKpiDisplayName("On-time delivery");
            if (lines.get(i).contains("bad")) {
                report.setErrorRows(report.getErrorRows() + 1);
                row.setOutcome(ImportOutcome.IMPORT_OUTCOME_ERROR)
                        .addErrors(ImportError.newBuilder()
                                .setField("value")
                                .setRule("value.format")
                                .setMessage("Not a number."));
            } else {
                report.setNewRows(report.getNewRows() + 1);
                row.setOutcome(ImportOutcome.IMPORT_OUTCOME_NEW);
            }
            if (i <= 200) {
                report.addPreview(row);
            }
        }
        return report.setCommitted(header.getMode() == ImportMode.IMPORT_MODE_COMMIT && report.getErrorRows() == 0)
                .build();
    }

    private void requireMember(String partnership) {
        if (!partners.isOn(subject(), partnership)) {
            throw Refused.notFound();
        }
    }

    private static String subject() {
        return Objects.requireNonNull(FakeServer.SUBJECT.get());
    }

    private long revision(String partnership) {
        return revisions.getOrDefault(partnership, 1L);
    }

    private Scorecard scorecard(String partnership, int periods) {
        return Scorecard.newBuilder()
                .setName(partnership + "/scorecard")
                .setState(ScorecardState.SCORECARD_STATE_PUBLISHED)
                .setRevision(revision(partnership))
                .setLastDataAt(timestamp("2026-11-01T08:00:00Z"))
                .addAllStandings(SLUGS.stream()
                        .map(slug -> standing(partnership, slug, periods))
                        .toList())
                .addOpenEpisodes(episode(partnership, "on-time-delivery"))
                .build();
    }
}
