package dev.drumbeat.incentives.clients;

import dev.drumbeat.incentives.KpiHistory;
import dev.drumbeat.incentives.KpiHistory.Episode;
import dev.drumbeat.incentives.KpiHistory.Fraction;
import dev.drumbeat.incentives.KpiHistory.Goal;
import dev.drumbeat.incentives.KpiHistory.Measured;
import dev.drumbeat.incentives.KpiHistory.Noted;
import dev.drumbeat.incentives.Kpis;
import dev.drumbeat.incentives.terms.KpiFacts;
import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.grpc.CallPolicy;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.common.v1.Side;
import dev.drumbeat.proto.kpis.v1.BatchGetScorecardsRequest;
import dev.drumbeat.proto.kpis.v1.EpisodeState;
import dev.drumbeat.proto.kpis.v1.Figure;
import dev.drumbeat.proto.kpis.v1.GetKpiDetailRequest;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.Kpi;
import dev.drumbeat.proto.kpis.v1.KpiDetail;
import dev.drumbeat.proto.kpis.v1.KpiStanding;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc;
import dev.drumbeat.proto.kpis.v1.ListMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.ListMeasurementsResponse;
import dev.drumbeat.proto.kpis.v1.ListRedEpisodesRequest;
import dev.drumbeat.proto.kpis.v1.ListRedEpisodesResponse;
import dev.drumbeat.proto.kpis.v1.Measurement;
import dev.drumbeat.proto.kpis.v1.NoteAudience;
import dev.drumbeat.proto.kpis.v1.RedEpisode;
import dev.drumbeat.proto.kpis.v1.Scorecard;
import dev.drumbeat.proto.kpis.v1.Series;
import dev.drumbeat.proto.kpis.v1.Status;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks the service of KPIs, as the service that this process is: what pays is decided for everybody alike. */
final class RemoteKpis implements Kpis {
    private static final int PAGE = 1_000;
    private static final int GOALS = 156;

    private final KpisServiceGrpc.KpisServiceBlockingStub kpis;

    RemoteKpis(Channel channel) {
        this.kpis = KpisServiceGrpc.newBlockingStub(channel);
    }

    static CallPolicy policy() {
        return CallPolicy.of(KpisServiceGrpc.SERVICE_NAME)
                .reads("GetScorecard", "BatchGetScorecards", "GetKpiDetail", "ListMeasurements", "ListRedEpisodes")
                .streams("WatchScorecards");
    }

    @Override
    public Map<String, Long> revisions(Collection<String> partnerships) {
        return reachable(() -> {
            Map<String, Long> revisions = new HashMap<>();
            kpis.batchGetScorecards(BatchGetScorecardsRequest.newBuilder()
                            .addAllPartnerships(partnerships)
                            .setPeriods(1)
                            .build())
                    .getScorecardsList()
                    .forEach(scorecard -> revisions.put(partnership(scorecard.getName()), scorecard.getRevision()));
            return revisions;
        });
    }

    @Override
    public KpiHistory history(String partnership, Collection<String> wanted) {
        return reachable(() -> {
            Scorecard scorecard = kpis.getScorecard(GetScorecardRequest.newBuilder()
                    .setPartnership(partnership)
                    .setPeriods(1)
                    .build());
            Map<String, KpiFacts> known = new LinkedHashMap<>();
            scorecard.getStandingsList().stream()
                    .map(KpiStanding::getKpi)
                    .forEach(kpi -> known.put(kpi.getName(), facts(kpi)));
            Map<String, List<Measured>> measured = new HashMap<>();
            Map<String, Map<Period, Goal>> goals = new HashMap<>();
            Map<String, List<Noted>> noted = new HashMap<>();
            for (String kpi : wanted) {
                if (known.containsKey(kpi)) {
                    measured.put(kpi, measured(kpi));
                    KpiDetail detail = kpis.getKpiDetail(GetKpiDetailRequest.newBuilder()
                            .setName(kpi)
                            .setPeriods(GOALS)
                            .build());
                    goals.put(kpi, goals(detail.getStanding().getSeries()));
                    noted.put(kpi, noted(detail));
                }
            }
            return new KpiHistory(
                    scorecard.getRevision(),
                    known,
                    measured,
                    goals,
                    wanted.isEmpty() ? List.of() : episodes(partnership),
                    noted);
        });
    }

    private static KpiFacts facts(Kpi kpi) {
        return new KpiFacts(
                kpi.getName(),
                kpi.getDisplayName(),
                kpi.getUnit().name().substring("UNIT_".length()),
                kpi.getCurrency(),
                kpi.getDecimals(),
                kpi.getDirection().name().substring("DIRECTION_".length()),
                Frequency.valueOf(kpi.getFrequency().name().substring("FREQUENCY_".length())),
                kpi.getGraceDays(),
                kpi.getAggregation().name().substring("AGGREGATION_".length()),
                kpi.getRolledFromCount() > 0);
    }

    private List<Measured> measured(String kpi) {
        List<Measured> all = new ArrayList<>();
        String token = "";
        do {
            ListMeasurementsResponse page = kpis.listMeasurements(ListMeasurementsRequest.newBuilder()
                    .setParent(kpi)
                    .setPageSize(PAGE)
                    .setPageToken(token)
                    .build());
            page.getMeasurementsList().forEach(measurement -> all.add(measured(measurement)));
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        all.sort(Comparator.comparing(Measured::period).thenComparingInt(Measured::revision));
        return all;
    }

    private static Measured measured(Measurement measurement) {
        return new Measured(
                measurement.getName(),
                period(measurement.getPeriod()),
                measurement.getRevision(),
                decimal(measurement.getValue()),
                fraction(measurement.getFigure()),
                measurement.getStatus() == Status.STATUS_RED,
                Wire.instant(measurement.getRecordedAt()),
                measurement.getCurrent());
    }

    private static Optional<Fraction> fraction(Figure figure) {
        return figure.hasFraction()
                ? Optional.of(new Fraction(
                        new BigDecimal(figure.getFraction().getNumerator()),
                        new BigDecimal(figure.getFraction().getDenominator())))
                : Optional.empty();
    }

    private static Map<Period, Goal> goals(Series series) {
        Map<Period, Goal> goals = new HashMap<>();
        for (int i = 0; i < series.getPeriodsCount(); i++) {
            Optional<BigDecimal> target = column(series.getTargetsList(), i);
            Optional<BigDecimal> limit = column(series.getRedLimitsList(), i);
            if (target.isPresent() && limit.isPresent()) {
                goals.put(period(series.getPeriods(i)), new Goal(target.get(), limit.get()));
            }
        }
        return goals;
    }

    private static Optional<BigDecimal> column(List<String> column, int i) {
        return i < column.size() ? decimal(column.get(i)) : Optional.empty();
    }

    /** What both sides could read; a note for the owner alone is no word to the partner. */
    private static List<Noted> noted(KpiDetail detail) {
        return detail.getNotesList().stream()
                .filter(note -> note.getAudience() == NoteAudience.NOTE_AUDIENCE_BOTH
                        && note.getAuthor().getSide() == Side.SIDE_OWNER
                        && !note.getPeriod().isEmpty())
                .map(note -> new Noted(period(note.getPeriod()), Wire.instant(note.getWrittenAt())))
                .toList();
    }

    private List<Episode> episodes(String partnership) {
        List<Episode> all = new ArrayList<>();
        String token = "";
        do {
            ListRedEpisodesResponse page = kpis.listRedEpisodes(ListRedEpisodesRequest.newBuilder()
                    .setPartnership(partnership)
                    .setPageSize(100)
                    .setPageToken(token)
                    .build());
            page.getRedEpisodesList().stream()
                    .filter(episode -> episode.getState() != EpisodeState.EPISODE_STATE_VOIDED)
                    .forEach(episode -> all.add(episode(episode)));
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return all;
    }

    private static Episode episode(RedEpisode episode) {
        return new Episode(
                episode.getName(),
                episode.getKpi(),
                period(episode.getFirstPeriod()),
                period(episode.getLastRedPeriod()));
    }

    private static Period period(String name) {
        return Period.parse(name).orElseThrow(() -> new IllegalStateException("kpis named a period " + name));
    }

    private static Optional<BigDecimal> decimal(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static String partnership(String scorecard) {
        return scorecard.substring(0, scorecard.lastIndexOf('/'));
    }

    private static <T> T reachable(Supplier<T> call) {
        try {
            return call.get();
        } catch (StatusRuntimeException e) {
            throw switch (e.getStatus().getCode()) {
                case UNAVAILABLE, DEADLINE_EXCEEDED -> Refusal.unavailable("What the scorecard shows");
                default -> e;
            };
        }
    }
}
