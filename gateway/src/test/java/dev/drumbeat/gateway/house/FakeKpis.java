package dev.drumbeat.gateway.house;

import static dev.drumbeat.gateway.house.FakePartners.answer;
import static dev.drumbeat.gateway.house.FakePartners.timestamp;

import dev.drumbeat.proto.common.v1.Actor;
import dev.drumbeat.proto.kpis.v1.BatchGetScorecardsRequest;
import dev.drumbeat.proto.kpis.v1.BatchGetScorecardsResponse;
import dev.drumbeat.proto.kpis.v1.Direction;
import dev.drumbeat.proto.kpis.v1.EpisodeState;
import dev.drumbeat.proto.kpis.v1.Frequency;
import dev.drumbeat.proto.kpis.v1.GetKpiDetailRequest;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.Kpi;
import dev.drumbeat.proto.kpis.v1.KpiDetail;
import dev.drumbeat.proto.kpis.v1.KpiRole;
import dev.drumbeat.proto.kpis.v1.KpiStanding;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceImplBase;
import dev.drumbeat.proto.kpis.v1.ListPortfolioRequest;
import dev.drumbeat.proto.kpis.v1.ListPortfolioResponse;
import dev.drumbeat.proto.kpis.v1.MeasureType;
import dev.drumbeat.proto.kpis.v1.Measurement;
import dev.drumbeat.proto.kpis.v1.Origin;
import dev.drumbeat.proto.kpis.v1.PortfolioLine;
import dev.drumbeat.proto.kpis.v1.RecordMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.RecordMeasurementsResponse;
import dev.drumbeat.proto.kpis.v1.RedEpisode;
import dev.drumbeat.proto.kpis.v1.RuleSet;
import dev.drumbeat.proto.kpis.v1.Scorecard;
import dev.drumbeat.proto.kpis.v1.ScorecardChange;
import dev.drumbeat.proto.kpis.v1.ScorecardState;
import dev.drumbeat.proto.kpis.v1.Series;
import dev.drumbeat.proto.kpis.v1.Status;
import dev.drumbeat.proto.kpis.v1.TargetBounds;
import dev.drumbeat.proto.kpis.v1.Unit;
import dev.drumbeat.proto.kpis.v1.WatchScorecardsRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Six KPIs for every partnership, a figure of which can be recorded. */
public class FakeKpis extends KpisServiceImplBase {
    private static final List<String> SLUGS =
            List.of("on-time-delivery", "days-late", "expedite-share", "lead-time", "freight-burden", "training");

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

    private static KpiStanding standing(String partnership, String slug, int periods) {
        Series.Builder series = Series.newBuilder();
        for (int i = 0; i < periods; i++) {
            series.addPeriods("%d-%02d".formatted(2025 + i / 12, 1 + i % 12))
                    .addValues(i == 1 ? "" : "90." + i)
                    .addStatuses(i == 1 ? Status.STATUS_NO_DATA : Status.STATUS_RED)
                    .addTargets("95")
                    .addRedLimits("91");
        }
        return KpiStanding.newBuilder()
                .setKpi(kpi(partnership, slug))
                .setStatus(Status.STATUS_RED)
                .setPeriod("2026-10")
                .setValue("90.35")
                .setChange("-1.2")
                .setTarget(TargetBounds.newBuilder().setValue("95").setRedLimit("91"))
                .setLastDataAt(timestamp("2026-11-01T08:00:00Z"))
                .setSeries(series)
                .setOpenEpisode(episode(partnership, slug))
                .build();
    }

    private static Kpi kpi(String partnership, String slug) {
        KpiRole role = slug.equals(SLUGS.getFirst())
                ? KpiRole.KPI_ROLE_GOAL
                : slug.equals(SLUGS.getLast()) ? KpiRole.KPI_ROLE_WATCH : KpiRole.KPI_ROLE_DRIVER;
        return Kpi.newBuilder()
                .setName(partnership + "/kpis/" + slug)
                .setDisplayName(slug)
                .setUnit(Unit.UNIT_PERCENT)
                .setDecimals(1)
                .setRole(role)
                .setMeasureType(MeasureType.MEASURE_TYPE_OUTPUT)
                .setDirection(Direction.DIRECTION_HIGHER_IS_BETTER)
                .setFrequency(Frequency.FREQUENCY_MONTHLY)
                .setAggregation(dev.drumbeat.proto.kpis.v1.Aggregation.AGGREGATION_RATIO)
                .setRuleSet(RuleSet.RULE_SET_NHS)
                .setRevision(3)
                .build();
    }

    private static RedEpisode episode(String partnership, String slug) {
        return RedEpisode.newBuilder()
                .setName(partnership + "/redEpisodes/" + slug + "@2026-09")
                .setKpi(partnership + "/kpis/" + slug)
                .setKpiDisplayName(slug)
                .setState(EpisodeState.EPISODE_STATE_OPEN)
                .setFirstPeriod("2026-09")
                .setLastRedPeriod("2026-10")
                .setRedPeriods(2)
                .setOpenedAt(timestamp("2026-10-02T08:00:00Z"))
                .build();
    }

    private static Measurement measurement(String kpi, String period) {
        return Measurement.newBuilder()
                .setName(kpi + "/measurements/" + period + "@1")
                .setPeriod(period)
                .setRevision(1)
                .setValue("90.35")
                .setStatus(Status.STATUS_RED)
                .setRecordedBy(Actor.newBuilder().setSubject("people/ana").setDisplayName("ana"))
                .setRecordedAt(timestamp("2026-11-01T08:00:00Z"))
                .setOrigin(Origin.ORIGIN_BY_HAND)
                .setCurrent(true)
                .build();
    }
}
