package dev.drumbeat.kpis.grpc;

import static dev.drumbeat.platform.endpoint.Answers.answer;

import com.google.protobuf.Timestamp;
import dev.drumbeat.kpis.AddNote;
import dev.drumbeat.kpis.AgreeTargets;
import dev.drumbeat.kpis.CorrectFigures;
import dev.drumbeat.kpis.Decision.Verdict;
import dev.drumbeat.kpis.DefineKpis;
import dev.drumbeat.kpis.ImportFile;
import dev.drumbeat.kpis.Intake;
import dev.drumbeat.kpis.MeasurementView;
import dev.drumbeat.kpis.Names;
import dev.drumbeat.kpis.Note;
import dev.drumbeat.kpis.Origin;
import dev.drumbeat.kpis.ReadEpisodes;
import dev.drumbeat.kpis.ReadKpiDetail;
import dev.drumbeat.kpis.ReadMeasurements;
import dev.drumbeat.kpis.ReadPortfolio;
import dev.drumbeat.kpis.ReadProposals;
import dev.drumbeat.kpis.ReadScorecard;
import dev.drumbeat.kpis.RecordMeasurements;
import dev.drumbeat.kpis.RedEpisode;
import dev.drumbeat.kpis.Status;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.endpoint.Access;
import dev.drumbeat.platform.endpoint.AuditReading;
import dev.drumbeat.platform.grpc.CallerContext;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.PageTokens;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import dev.drumbeat.proto.common.v1.ListAuditEventsResponse;
import dev.drumbeat.proto.kpis.v1.AddNoteRequest;
import dev.drumbeat.proto.kpis.v1.BatchGetScorecardsRequest;
import dev.drumbeat.proto.kpis.v1.BatchGetScorecardsResponse;
import dev.drumbeat.proto.kpis.v1.Correction;
import dev.drumbeat.proto.kpis.v1.CreateKpiRequest;
import dev.drumbeat.proto.kpis.v1.DecideCorrectionRequest;
import dev.drumbeat.proto.kpis.v1.DecideTargetRequest;
import dev.drumbeat.proto.kpis.v1.Decision;
import dev.drumbeat.proto.kpis.v1.GetKpiDetailRequest;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.ImportMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.ImportReport;
import dev.drumbeat.proto.kpis.v1.Kpi;
import dev.drumbeat.proto.kpis.v1.KpiDetail;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc;
import dev.drumbeat.proto.kpis.v1.ListMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.ListMeasurementsResponse;
import dev.drumbeat.proto.kpis.v1.ListPortfolioRequest;
import dev.drumbeat.proto.kpis.v1.ListPortfolioResponse;
import dev.drumbeat.proto.kpis.v1.ListRedEpisodesRequest;
import dev.drumbeat.proto.kpis.v1.ListRedEpisodesResponse;
import dev.drumbeat.proto.kpis.v1.Measurement;
import dev.drumbeat.proto.kpis.v1.ProposeCorrectionRequest;
import dev.drumbeat.proto.kpis.v1.ProposeTargetRequest;
import dev.drumbeat.proto.kpis.v1.RebaseKpiRequest;
import dev.drumbeat.proto.kpis.v1.RecordMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.RecordMeasurementsResponse;
import dev.drumbeat.proto.kpis.v1.RetireKpiRequest;
import dev.drumbeat.proto.kpis.v1.Scorecard;
import dev.drumbeat.proto.kpis.v1.ScorecardChange;
import dev.drumbeat.proto.kpis.v1.Target;
import dev.drumbeat.proto.kpis.v1.UpdateKpiRequest;
import dev.drumbeat.proto.kpis.v1.WatchEpisodesRequest;
import dev.drumbeat.proto.kpis.v1.WatchScorecardsRequest;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The contract's methods: each decodes, asks one use case, encodes. Long because the contract is one service. */
@Singleton
final class KpisEndpoint extends KpisServiceGrpc.KpisServiceImplBase {
    private static final int SERIES = 13;
    private static final int CHART = 26;
    private static final int MAX_PERIODS = 156;
    private static final int MAX_BATCH = 100;
    private static final int MAX_EXPORT = 1_000;
    private static final int SEARCH_MAX_LENGTH = 100;

    private final Access access;
    private final DefineKpis defineKpis;
    private final AgreeTargets agreeTargets;
    private final RecordMeasurements recordMeasurements;
    private final CorrectFigures correctFigures;
    private final AddNote addNote;
    private final ReadProposals readProposals;
    private final ReadScorecard readScorecard;
    private final ReadPortfolio readPortfolio;
    private final ReadKpiDetail readKpiDetail;
    private final ReadMeasurements readMeasurements;
    private final ImportFile importFile;
    private final ReadEpisodes readEpisodes;
    private final Watches watches;
    private final AuditReading auditReading;

    KpisEndpoint(
            Access access,
            DefineKpis defineKpis,
            AgreeTargets agreeTargets,
            RecordMeasurements recordMeasurements,
            CorrectFigures correctFigures,
            AddNote addNote,
            ReadProposals readProposals,
            ReadScorecard readScorecard,
            ReadPortfolio readPortfolio,
            ReadKpiDetail readKpiDetail,
            ReadMeasurements readMeasurements,
            ImportFile importFile,
            ReadEpisodes readEpisodes,
            Watches watches,
            AuditReading auditReading) {
        this.access = access;
        this.defineKpis = defineKpis;
        this.agreeTargets = agreeTargets;
        this.recordMeasurements = recordMeasurements;
        this.correctFigures = correctFigures;
        this.addNote = addNote;
        this.readProposals = readProposals;
        this.readScorecard = readScorecard;
        this.readPortfolio = readPortfolio;
        this.readKpiDetail = readKpiDetail;
        this.readMeasurements = readMeasurements;
        this.importFile = importFile;
        this.readEpisodes = readEpisodes;
        this.watches = watches;
        this.auditReading = auditReading;
    }

    @Override
    public void createKpi(CreateKpiRequest request, StreamObserver<Kpi> observer) {
        Scope scope = access.scope(request.getPartnership());
        String id = defineKpis.create(
                scope, Requests.of(request), request.getKpiId(), KpiWire.decode(scope.partnership(), request.getKpi()));
        answer(observer, kpi(scope, id));
    }

    @Override
    public void updateKpi(UpdateKpiRequest request, StreamObserver<Kpi> observer) {
        OnKpi on = onKpi(request.getKpi().getName());
        String id = defineKpis.update(
                on.scope(),
                Requests.of(request),
                on.kpi(),
                request.getKpi().getRevision(),
                KpiWire.decode(on.scope().partnership(), request.getKpi()),
                request.getReason());
        answer(observer, kpi(on.scope(), id));
    }

    @Override
    public void retireKpi(RetireKpiRequest request, StreamObserver<Kpi> observer) {
        OnKpi on = onKpi(request.getName());
        String id = defineKpis.retire(
                on.scope(), Requests.of(request), on.kpi(), request.getRevision(), request.getReason());
        answer(observer, kpi(on.scope(), id));
    }

    @Override
    public void rebaseKpi(RebaseKpiRequest request, StreamObserver<Kpi> observer) {
        OnKpi on = onKpi(request.getName());
        String id = defineKpis.rebase(
                on.scope(), Requests.of(request), on.kpi(), request.getFromPeriod(), request.getReason());
        answer(observer, kpi(on.scope(), id));
    }

    @Override
    public void proposeTarget(ProposeTargetRequest request, StreamObserver<Target> observer) {
        OnKpi on = onKpi(request.getKpi());
        String id = agreeTargets.propose(
                on.scope(),
                Requests.of(request),
                on.kpi(),
                request.getFromPeriod(),
                direction -> BoundsWire.decode(request.getBounds(), direction),
                request.getReason());
        answer(
                observer,
                FactWire.target(on.scope().partnership(), on.kpi(), readProposals.target(on.scope(), on.kpi(), id)));
    }

    @Override
    public void decideTarget(DecideTargetRequest request, StreamObserver<Target> observer) {
        Names.BelowKpi name = Names.BelowKpi.parse(request.getName(), "targets");
        Scope scope = access.scope(name.partnership(), request.getName());
        String id = agreeTargets.decide(
                scope,
                Requests.of(request),
                name.kpi(),
                name.id(),
                verdict(request.getDecision()),
                request.getReason());
        answer(observer, FactWire.target(scope.partnership(), name.kpi(), readProposals.target(scope, name.kpi(), id)));
    }

    @Override
    public void recordMeasurements(
            RecordMeasurementsRequest request, StreamObserver<RecordMeasurementsResponse> observer) {
        Scope scope = access.scope(request.getPartnership());
        List<Intake.Entry> entries = FigureWire.decode(request.getMeasurementsList());
        Origin origin = scope.caller().isPerson() ? Origin.BY_HAND : Origin.API;
        RecordMeasurements.Recorded recorded = recordMeasurements.record(scope, Requests.of(request), entries, origin);
        RecordMeasurementsResponse.Builder response =
                RecordMeasurementsResponse.newBuilder().setUnchanged(recorded.unchanged());
        for (MeasurementView view : readMeasurements.recorded(scope, recorded.recorded())) {
            Measurement measurement = FactWire.measurement(scope.partnership(), view);
            // A token only records: what the figure was judged to be is not for it.
            response.addMeasurements(
                    scope.may(Activity.READ_SCORES)
                            ? measurement
                            : measurement.toBuilder().clearStatus().build());
        }
        answer(observer, response.build());
    }

    @Override
    public void proposeCorrection(ProposeCorrectionRequest request, StreamObserver<Correction> observer) {
        OnKpi on = onKpi(request.getKpi());
        String id = correctFigures.propose(
                on.scope(),
                Requests.of(request),
                on.kpi(),
                request.getPeriod(),
                request.getSupersedesRevision(),
                FigureWire.decode(request.getFigure()),
                request.getReason());
        answer(
                observer,
                FactWire.correction(on.scope().partnership(), readProposals.correction(on.scope(), on.kpi(), id)));
    }

    @Override
    public void decideCorrection(DecideCorrectionRequest request, StreamObserver<Correction> observer) {
        Names.BelowKpi name = Names.BelowKpi.parse(request.getName(), "corrections");
        Scope scope = access.scope(name.partnership(), request.getName());
        String id = correctFigures.decide(
                scope,
                Requests.of(request),
                name.kpi(),
                name.id(),
                verdict(request.getDecision()),
                request.getReason());
        answer(observer, FactWire.correction(scope.partnership(), readProposals.correction(scope, name.kpi(), id)));
    }

    @Override
    public StreamObserver<ImportMeasurementsRequest> importMeasurements(StreamObserver<ImportReport> observer) {
        return new ImportStream(access, importFile, observer);
    }

    @Override
    public void listMeasurements(ListMeasurementsRequest request, StreamObserver<ListMeasurementsResponse> observer) {
        boolean ofKpi = request.getParent().contains("/" + Names.KPIS + "/");
        Optional<Names.OfKpi> name = ofKpi ? Optional.of(Names.OfKpi.parse(request.getParent())) : Optional.empty();
        Scope scope = access.scope(name.map(Names.OfKpi::partnership).orElse(request.getParent()), request.getParent());
        PageTokens tokens = PageTokens.of(request);
        Page.Wanted wanted = tokens.wanted();
        int size = request.getPageSize() > Page.MAX_SIZE ? Math.min(request.getPageSize(), MAX_EXPORT) : wanted.size();
        Page<MeasurementView> page = readMeasurements.list(
                scope, name.map(Names.OfKpi::kpi), asOf(request.hasAsOf(), request.getAsOf()), size, wanted.after());
        ListMeasurementsResponse.Builder response =
                ListMeasurementsResponse.newBuilder().setNextPageToken(tokens.next(page));
        page.items().forEach(view -> response.addMeasurements(FactWire.measurement(scope.partnership(), view)));
        answer(observer, response.build());
    }

    @Override
    public void addNote(AddNoteRequest request, StreamObserver<dev.drumbeat.proto.kpis.v1.Note> observer) {
        OnKpi on = onKpi(request.getKpi());
        Validation validation = new Validation();
        Note.Kind kind = Enums.require(validation, "kind", request.getKind(), Note.Kind.class);
        Note.Audience audience = Enums.require(validation, "audience", request.getAudience(), Note.Audience.class);
        validation.orRefuse();
        Note note = addNote.add(
                on.scope(), Requests.of(request), on.kpi(), kind, audience, request.getPeriod(), request.getText());
        answer(observer, FactWire.note(on.scope().partnership(), note));
    }

    @Override
    public void getScorecard(GetScorecardRequest request, StreamObserver<Scorecard> observer) {
        Scope scope = access.scope(request.getPartnership());
        answer(
                observer,
                ViewWire.scorecard(
                        readScorecard.read(
                                scope,
                                asOf(request.hasAsOf(), request.getAsOf()),
                                periods(request.getPeriods(), SERIES)),
                        ViewWire.LimitColumns.WITH));
    }

    @Override
    public void batchGetScorecards(
            BatchGetScorecardsRequest request, StreamObserver<BatchGetScorecardsResponse> observer) {
        if (request.getPartnershipsCount() > MAX_BATCH) {
            throw Refusal.invalid("partnerships", "batch.size", "Ask for at most " + MAX_BATCH + " at a time.");
        }
        BatchGetScorecardsResponse.Builder response = BatchGetScorecardsResponse.newBuilder();
        readScorecard
                .read(
                        access.scopes(request.getPartnershipsList()),
                        asOf(request.hasAsOf(), request.getAsOf()),
                        periods(request.getPeriods(), SERIES))
                .forEach(view -> response.addScorecards(ViewWire.scorecard(view, ViewWire.LimitColumns.WITHOUT)));
        answer(observer, response.build());
    }

    @Override
    public void listPortfolio(ListPortfolioRequest request, StreamObserver<ListPortfolioResponse> observer) {
        Validation validation = new Validation();
        String search = validation.line("search", request.getSearch(), 0, SEARCH_MAX_LENGTH);
        validation.orRefuse();
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        request.getStatusesList()
                .forEach(status -> Enums.decode(status, Status.class).ifPresent(statuses::add));
        ReadPortfolio.Order order = switch (request.getOrder()) {
            case PORTFOLIO_ORDER_NAME -> ReadPortfolio.Order.NAME;
            case PORTFOLIO_ORDER_LAST_DATA -> ReadPortfolio.Order.LAST_DATA;
            case PORTFOLIO_ORDER_WORST_FIRST, PORTFOLIO_ORDER_UNSPECIFIED, UNRECOGNIZED ->
                ReadPortfolio.Order.WORST_FIRST;
        };
        PageTokens tokens = PageTokens.of(request);
        ReadPortfolio.Answer found = readPortfolio.read(
                CallerContext.current().scopes(),
                new ReadPortfolio.Question(order, statuses, search, asOf(request.hasAsOf(), request.getAsOf())),
                tokens.wanted());
        ListPortfolioResponse.Builder response = ListPortfolioResponse.newBuilder()
                .setNextPageToken(tokens.next(found.page()))
                .setTotalSize(found.total());
        found.page().items().forEach(line -> response.addLines(ViewWire.line(line)));
        answer(observer, response.build());
    }

    @Override
    public void getKpiDetail(GetKpiDetailRequest request, StreamObserver<KpiDetail> observer) {
        OnKpi on = onKpi(request.getName());
        answer(
                observer,
                ViewWire.detail(
                        on.scope().partnership(),
                        readKpiDetail.read(
                                on.scope(),
                                on.kpi(),
                                asOf(request.hasAsOf(), request.getAsOf()),
                                periods(request.getPeriods(), CHART))));
    }

    @Override
    public void listRedEpisodes(ListRedEpisodesRequest request, StreamObserver<ListRedEpisodesResponse> observer) {
        Set<RedEpisode.State> states = EnumSet.noneOf(RedEpisode.State.class);
        request.getStatesList()
                .forEach(state -> Enums.decode(state, RedEpisode.State.class).ifPresent(states::add));
        PageTokens tokens = PageTokens.of(request);
        Page.Wanted wanted = tokens.wanted();
        Page<RedEpisode> page = request.getPartnership().isEmpty()
                ? readEpisodes.list(CallerContext.current(), states, wanted)
                : readEpisodes.list(access.scope(request.getPartnership()), states, wanted);
        ListRedEpisodesResponse.Builder response =
                ListRedEpisodesResponse.newBuilder().setNextPageToken(tokens.next(page));
        page.items().forEach(episode -> response.addRedEpisodes(FactWire.episode(episode)));
        answer(observer, response.build());
    }

    @Override
    public void watchEpisodes(
            WatchEpisodesRequest request, StreamObserver<dev.drumbeat.proto.kpis.v1.RedEpisode> observer) {
        watches.episodes(asOf(request.hasChangedAfter(), request.getChangedAfter()), observer);
    }

    @Override
    public void watchScorecards(WatchScorecardsRequest request, StreamObserver<ScorecardChange> observer) {
        watches.scorecards(Set.copyOf(request.getPartnershipsList()), observer);
    }

    @Override
    public void listAuditEvents(ListAuditEventsRequest request, StreamObserver<ListAuditEventsResponse> observer) {
        answer(observer, auditReading.list(request));
    }

    /** What a KPI's name leads to: the caller's scope there, and the KPI's id. */
    private record OnKpi(Scope scope, String kpi) {}

    private OnKpi onKpi(String name) {
        Names.OfKpi parsed = Names.OfKpi.parse(name);
        return new OnKpi(access.scope(parsed.partnership(), name), parsed.kpi());
    }

    private Kpi kpi(Scope scope, String id) {
        return KpiWire.encode(scope.partnership(), readProposals.kpi(scope, id));
    }

    private static Verdict verdict(Decision decision) {
        return switch (decision) {
            case DECISION_ACCEPT -> Verdict.ACCEPTED;
            case DECISION_REJECT -> Verdict.REJECTED;
            case DECISION_UNSPECIFIED, UNRECOGNIZED ->
                throw Refusal.invalid("decision", "choice.required", "Say DECISION_ACCEPT or DECISION_REJECT.");
        };
    }

    private static Optional<Instant> asOf(boolean given, Timestamp timestamp) {
        return given ? Optional.of(Wire.instant(timestamp)) : Optional.empty();
    }

    private static int periods(int wanted, int usual) {
        if (wanted < 0 || wanted > MAX_PERIODS) {
            throw Refusal.invalid("periods", "periods.range", "Ask for 1 to " + MAX_PERIODS + " periods.");
        }
        return wanted == 0 ? usual : wanted;
    }
}
