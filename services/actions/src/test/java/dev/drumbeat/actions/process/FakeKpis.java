package dev.drumbeat.actions.process;

import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.kpis.v1.BatchGetScorecardsRequest;
import dev.drumbeat.proto.kpis.v1.BatchGetScorecardsResponse;
import dev.drumbeat.proto.kpis.v1.EpisodeState;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.Kpi;
import dev.drumbeat.proto.kpis.v1.KpiStanding;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc;
import dev.drumbeat.proto.kpis.v1.ListRedEpisodesRequest;
import dev.drumbeat.proto.kpis.v1.ListRedEpisodesResponse;
import dev.drumbeat.proto.kpis.v1.RedEpisode;
import dev.drumbeat.proto.kpis.v1.Scorecard;
import dev.drumbeat.proto.kpis.v1.ScorecardChange;
import dev.drumbeat.proto.kpis.v1.Series;
import dev.drumbeat.proto.kpis.v1.Status;
import dev.drumbeat.proto.kpis.v1.WatchEpisodesRequest;
import dev.drumbeat.proto.kpis.v1.WatchScorecardsRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Scores as a test wants them; tells watchers only when asked to, and pages are short. */
final class FakeKpis extends KpisServiceGrpc.KpisServiceImplBase {
    private static final int PAGE = 2;

    private final Map<String, RedEpisode> episodes = new LinkedHashMap<>();
    private final Map<String, Series.Builder> series = new LinkedHashMap<>();
    private final List<StreamObserver<RedEpisode>> episodeWatchers = new CopyOnWriteArrayList<>();
    private final List<StreamObserver<ScorecardChange>> scorecardWatchers = new CopyOnWriteArrayList<>();

    /** Puts the episode as it is now and tells those who watch. */
    void episode(String kpi, String firstPeriod, String lastRedPeriod, EpisodeState state, Instant openedAt) {
        String partnership = kpi.substring(0, kpi.indexOf("/kpis/"));
        RedEpisode episode = RedEpisode.newBuilder()
                .setName(partnership + "/redEpisodes/" + kpi.substring(kpi.lastIndexOf('/') + 1) + "@" + firstPeriod)
                .setKpi(kpi)
                .setKpiDisplayName("On-time delivery")
                .setRaciActivity("outgoing-inspection")
                .setState(state)
                .setFirstPeriod(firstPeriod)
                .setLastRedPeriod(lastRedPeriod)
                .setLastValue("71.5")
                .setLastTarget("95")
                .setOpenedAt(Wire.timestamp(openedAt))
                .build();
        synchronized (this) {
            episodes.remove(episode.getName());
            episodes.put(episode.getName(), episode);
        }
        episodeWatchers.forEach(watcher -> watcher.onNext(episode));
    }

    /** Judges one more period of a KPI. */
    void judge(String kpi, String period, Status status) {
        synchronized (this) {
            series.computeIfAbsent(kpi, unused -> Series.newBuilder())
                    .addPeriods(period)
                    .addStatuses(status);
        }
        scorecardWatchers.forEach(watcher -> watcher.onNext(ScorecardChange.newBuilder()
                .setPartnership(kpi.substring(0, kpi.indexOf("/kpis/")))
                .build()));
    }

    @Override
    public synchronized void listRedEpisodes(
            ListRedEpisodesRequest request, StreamObserver<ListRedEpisodesResponse> observer) {
        List<RedEpisode> all = episodes.values().stream()
                .filter(episode -> episode.getName().startsWith(request.getPartnership()))
                .filter(episode -> request.getStatesList().isEmpty()
                        || request.getStatesList().contains(episode.getState()))
                .toList();
        int from = request.getPageToken().isEmpty() ? 0 : Integer.parseInt(request.getPageToken());
        int to = Math.min(from + PAGE, all.size());
        observer.onNext(ListRedEpisodesResponse.newBuilder()
                .addAllRedEpisodes(all.subList(Math.min(from, to), to))
                .setNextPageToken(to < all.size() ? Integer.toString(to) : "")
                .build());
        observer.onCompleted();
    }

    @Override
    public void watchEpisodes(WatchEpisodesRequest request, StreamObserver<RedEpisode> observer) {
        keep(observer, episodeWatchers);
    }

    @Override
    public void watchScorecards(WatchScorecardsRequest request, StreamObserver<ScorecardChange> observer) {
        keep(observer, scorecardWatchers);
    }

    private static <T> void keep(StreamObserver<T> observer, List<StreamObserver<T>> watchers) {
        ((ServerCallStreamObserver<T>) observer).setOnCancelHandler(() -> watchers.remove(observer));
        watchers.add(observer);
    }

    @Override
    public void batchGetScorecards(
            BatchGetScorecardsRequest request, StreamObserver<BatchGetScorecardsResponse> observer) {
        BatchGetScorecardsResponse.Builder response = BatchGetScorecardsResponse.newBuilder();
        request.getPartnershipsList().forEach(name -> response.addScorecards(scorecard(name)));
        observer.onNext(response.build());
        observer.onCompleted();
    }

    @Override
    public void getScorecard(GetScorecardRequest request, StreamObserver<Scorecard> observer) {
        observer.onNext(scorecard(request.getPartnership()));
        observer.onCompleted();
    }

    private synchronized Scorecard scorecard(String partnership) {
        List<KpiStanding> standings = new ArrayList<>();
        series.forEach((kpi, periods) -> {
            if (kpi.startsWith(partnership + "/")) {
                standings.add(KpiStanding.newBuilder()
                        .setKpi(Kpi.newBuilder()
                                .setName(kpi)
                                .setDisplayName("On-time delivery")
                                .setRaciActivity("outgoing-inspection"))
                        .setSeries(periods)
                        .build());
            }
        });
        return Scorecard.newBuilder()
                .setName(partnership + "/scorecard")
                .addAllStandings(standings)
                .build();
    }
}
