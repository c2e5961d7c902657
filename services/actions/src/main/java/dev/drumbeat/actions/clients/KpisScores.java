package dev.drumbeat.actions.clients;

import dev.drumbeat.actions.Scores;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.kpis.v1.BatchGetScorecardsRequest;
import dev.drumbeat.proto.kpis.v1.EpisodeState;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.KpiStanding;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc;
import dev.drumbeat.proto.kpis.v1.ListRedEpisodesRequest;
import dev.drumbeat.proto.kpis.v1.ListRedEpisodesResponse;
import dev.drumbeat.proto.kpis.v1.RedEpisode;
import dev.drumbeat.proto.kpis.v1.Series;
import dev.drumbeat.proto.kpis.v1.Status;
import io.grpc.ManagedChannel;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks kpis, as the service that this process is. */
@Singleton
final class KpisScores implements Scores {
    private static final int EPISODES_AT_ONCE = 100;
    /** An answer with so many scorecards stays well below what a message may hold. */
    private static final int SCORECARDS_AT_ONCE = 20;
    /** What a scorecard keeps ready. Of days it is less than a month, but each sweep looks, and what was found is recorded. */
    private static final int PERIODS = 26;

    private final KpisServiceGrpc.KpisServiceBlockingStub kpis;

    KpisScores(@Named("kpis") ManagedChannel channel) {
        this.kpis = KpisServiceGrpc.newBlockingStub(channel);
    }

    @Override
    public List<Episode> episodes() {
        return episodes("");
    }

    @Override
    public List<Episode> episodes(String partnership) {
        List<Episode> all = new ArrayList<>();
        String token = "";
        do {
            ListRedEpisodesResponse page = kpis.listRedEpisodes(ListRedEpisodesRequest.newBuilder()
                    .setPartnership(partnership)
                    .addStates(EpisodeState.EPISODE_STATE_OPEN)
                    .addStates(EpisodeState.EPISODE_STATE_VOIDED)
                    .setPageSize(EPISODES_AT_ONCE)
                    .setPageToken(token)
                    .build());
            page.getRedEpisodesList().forEach(episode -> decode(episode).ifPresent(all::add));
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return all;
    }

    private static Optional<Episode> decode(RedEpisode episode) {
        return state(episode.getState())
                .map(state -> new Episode(
                        episode.getName(),
                        "partnerships/"
                                + ResourceName.ids(episode.getKpi(), "partnerships", "kpis")
                                        .getFirst(),
                        new Kpi(episode.getKpi(), episode.getKpiDisplayName(), episode.getRaciActivity()),
                        state,
                        episode.getFirstPeriod(),
                        episode.getLastRedPeriod(),
                        episode.getLastValue(),
                        episode.getLastTarget(),
                        Wire.instant(episode.getOpenedAt())));
    }

    private static Optional<State> state(EpisodeState state) {
        return switch (state) {
            case EPISODE_STATE_OPEN -> Optional.of(State.OPEN);
            case EPISODE_STATE_VOIDED -> Optional.of(State.VOIDED);
            case EPISODE_STATE_ENDED, EPISODE_STATE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    @Override
    public Map<String, List<Judgement>> periods(Collection<String> names) {
        Set<String> wanted = Set.copyOf(names);
        List<String> partnerships = wanted.stream()
                .map(name -> "partnerships/"
                        + ResourceName.ids(name, "partnerships", "kpis").getFirst())
                .distinct()
                .toList();
        Map<String, List<Judgement>> periods = new HashMap<>();
        for (int from = 0; from < partnerships.size(); from += SCORECARDS_AT_ONCE) {
            int to = Math.min(from + SCORECARDS_AT_ONCE, partnerships.size());
            kpis
                    .batchGetScorecards(BatchGetScorecardsRequest.newBuilder()
                            .addAllPartnerships(partnerships.subList(from, to))
                            .setPeriods(PERIODS)
                            .build())
                    .getScorecardsList()
                    .stream()
                    .flatMap(scorecard -> scorecard.getStandingsList().stream())
                    .filter(standing -> wanted.contains(standing.getKpi().getName()))
                    .forEach(standing -> periods.put(standing.getKpi().getName(), judgements(standing.getSeries())));
        }
        return periods;
    }

    private static List<Judgement> judgements(Series series) {
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < series.getPeriodsCount(); i++) {
            Status status = series.getStatuses(i);
            if (status == Status.STATUS_GREEN || status == Status.STATUS_AMBER || status == Status.STATUS_RED) {
                String name = series.getPeriods(i);
                Period.parse(name)
                        .ifPresent(period ->
                                judgements.add(new Judgement(name, period.start(), status == Status.STATUS_RED)));
            }
        }
        return judgements;
    }

    @Override
    public Optional<Kpi> kpi(String partnership, String name) {
        return kpis
                .getScorecard(GetScorecardRequest.newBuilder()
                        .setPartnership(partnership)
                        .setPeriods(1)
                        .build())
                .getStandingsList()
                .stream()
                .map(KpiStanding::getKpi)
                .filter(kpi -> kpi.getName().equals(name))
                .map(kpi -> new Kpi(kpi.getName(), kpi.getDisplayName(), kpi.getRaciActivity()))
                .findFirst();
    }
}
