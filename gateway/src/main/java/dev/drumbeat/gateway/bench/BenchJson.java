package dev.drumbeat.gateway.bench;

import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.scorecard.TimeSeries;
import dev.drumbeat.proto.kpis.v1.DriftAlarm;
import dev.drumbeat.proto.kpis.v1.Kpi;
import dev.drumbeat.proto.kpis.v1.KpiRole;
import dev.drumbeat.proto.kpis.v1.KpiStanding;
import dev.drumbeat.proto.kpis.v1.ListPortfolioResponse;
import dev.drumbeat.proto.kpis.v1.PortfolioLine;
import dev.drumbeat.proto.kpis.v1.RedEpisode;
import dev.drumbeat.proto.kpis.v1.Scorecard;
import dev.drumbeat.proto.kpis.v1.TargetBounds;
import dev.drumbeat.proto.partners.v1.Company;
import dev.drumbeat.proto.partners.v1.Partnership;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Written by hand, as one would for a plain endpoint. */
final class BenchJson {
    private BenchJson() {}

    static Map<String, @Nullable Object> scorecard(Partnership partnership, Scorecard scorecard) {
        Map<String, @Nullable Object> page = object(
                "state", Wire.name(scorecard.getState()),
                "missing", scorecard.getMissingList(),
                "revision", Long.toString(scorecard.getRevision()),
                "live", true,
                "lastDataAt", scorecard.hasLastDataAt() ? moment(scorecard.getLastDataAt()) : null,
                "goal",
                        standings(scorecard, KpiRole.KPI_ROLE_GOAL).stream()
                                .findFirst()
                                .orElse(null),
                "drivers", standings(scorecard, KpiRole.KPI_ROLE_DRIVER),
                "watched", standings(scorecard, KpiRole.KPI_ROLE_WATCH),
                "openEpisodes",
                        scorecard.getOpenEpisodesList().stream()
                                .map(BenchJson::episode)
                                .toList());
        return object(
                "data",
                object(
                        "partnership",
                        object(
                                "id", GlobalId.encode("Partnership", partnership.getName()),
                                "slug", Wire.slug(partnership.getName()),
                                "displayName", partnership.getDisplayName(),
                                "owner", company(partnership.getOwner()),
                                "partner", company(partnership.getPartner()),
                                "timeZone", partnership.getTimeZone(),
                                "currency", partnership.getCurrency(),
                                "dataNotice", Wire.text(partnership.getDataNotice()),
                                "viewerSide", Wire.name(partnership.getCallerSide()),
                                "viewerRole", Wire.name(partnership.getCallerRole()),
                                "viewerMay", names(partnership.getCallerActivitiesList()),
                                "scorecard", page)));
    }

    static Map<String, @Nullable Object> portfolio(ListPortfolioResponse page, Map<String, Partnership> partnerships) {
        return object(
                "data",
                object(
                        "portfolio",
                        object(
                                "totalCount", page.getTotalSize(),
                                "live", true,
                                "pageInfo",
                                        object(
                                                "hasNextPage",
                                                !page.getNextPageToken().isEmpty(),
                                                "endCursor",
                                                Wire.text(page.getNextPageToken())),
                                "nodes",
                                        page.getLinesList().stream()
                                                .map(line -> line(line, partnerships.get(line.getPartnership())))
                                                .toList())));
    }

    private static Map<String, @Nullable Object> line(PortfolioLine line, @Nullable Partnership partnership) {
        return object(
                "partnership",
                partnership == null
                        ? null
                        : object(
                                "id", GlobalId.encode("Partnership", partnership.getName()),
                                "slug", Wire.slug(partnership.getName()),
                                "displayName", partnership.getDisplayName(),
                                "owner",
                                        object(
                                                "displayName",
                                                partnership.getOwner().getDisplayName()),
                                "partner",
                                        object(
                                                "displayName",
                                                partnership.getPartner().getDisplayName())),
                "state",
                Wire.name(line.getState()),
                "redCount",
                line.getRed(),
                "amberCount",
                line.getAmber(),
                "staleCount",
                line.getStale(),
                "openEpisodeCount",
                line.getOpenEpisodes(),
                "lastDataAt",
                line.hasLastDataAt() ? moment(line.getLastDataAt()) : null,
                "goal",
                line.hasGoal() ? goal(line.getGoal()) : null);
    }

    private static Map<String, @Nullable Object> goal(KpiStanding goal) {
        Kpi kpi = goal.getKpi();
        return object(
                "kpi",
                object(
                        "displayName", kpi.getDisplayName(),
                        "unit", Wire.name(kpi.getUnit()),
                        "currency", Wire.text(kpi.getCurrency()),
                        "decimals", kpi.getDecimals(),
                        "direction", Wire.name(kpi.getDirection())),
                "status",
                Wire.name(goal.getStatus()),
                "period",
                Wire.text(goal.getPeriod()),
                "value",
                Wire.text(goal.getValue()),
                "change",
                Wire.text(goal.getChange()),
                "target",
                goal.hasTarget()
                        ? object(
                                "value", goal.getTarget().getValue(),
                                "redLimit", goal.getTarget().getRedLimit())
                        : null,
                "series",
                TimeSeries.of(goal.getSeries()));
    }

    private static List<Map<String, @Nullable Object>> standings(Scorecard scorecard, KpiRole role) {
        return scorecard.getStandingsList().stream()
                .filter(standing -> standing.getKpi().getRole() == role)
                .map(BenchJson::standing)
                .toList();
    }

    private static Map<String, @Nullable Object> standing(KpiStanding standing) {
        Kpi kpi = standing.getKpi();
        return object(
                "kpi",
                object(
                        "id", GlobalId.encode("Kpi", kpi.getName()),
                        "slug", Wire.slug(kpi.getName()),
                        "displayName", kpi.getDisplayName(),
                        "unit", Wire.name(kpi.getUnit()),
                        "currency", Wire.text(kpi.getCurrency()),
                        "decimals", kpi.getDecimals(),
                        "direction", Wire.name(kpi.getDirection()),
                        "frequency", Wire.name(kpi.getFrequency()),
                        "effectOnGoal", Wire.text(kpi.getEffectOnGoal())),
                "status",
                Wire.name(standing.getStatus()),
                "period",
                Wire.text(standing.getPeriod()),
                "value",
                Wire.text(standing.getValue()),
                "change",
                Wire.text(standing.getChange()),
                "target",
                standing.hasTarget() ? target(standing.getTarget()) : null,
                "stalePeriod",
                Wire.text(standing.getStalePeriod()),
                "staleSince",
                standing.hasStaleSince() ? moment(standing.getStaleSince()) : null,
                "series",
                TimeSeries.of(standing.getSeries()),
                "variation",
                Wire.name(standing.getVariation()),
                "assurance",
                Wire.name(standing.getAssurance()),
                "pointsMissing",
                standing.getPointsMissing(),
                "driftAlarms",
                standing.getDriftAlarmsList().stream().map(BenchJson::alarm).toList(),
                "proposedCorrections",
                standing.getProposedCorrections(),
                "proposedTargets",
                standing.getProposedTargets(),
                "contests",
                standing.getContests());
    }

    private static Map<String, @Nullable Object> target(TargetBounds bounds) {
        return object(
                "value", bounds.getValue(),
                "redLimit", bounds.getRedLimit(),
                "upperValue", Wire.text(bounds.getUpperValue()),
                "upperRedLimit", Wire.text(bounds.getUpperRedLimit()));
    }

    private static Map<String, @Nullable Object> alarm(DriftAlarm alarm) {
        return object(
                "method", alarm.getMethod(),
                "period", alarm.getPeriod(),
                "variation", Wire.name(alarm.getVariation()));
    }

    private static Map<String, @Nullable Object> episode(RedEpisode episode) {
        return object(
                "id", GlobalId.encode("RedEpisode", episode.getName()),
                "kpiSlug", Wire.slug(episode.getKpi()),
                "kpiDisplayName", episode.getKpiDisplayName(),
                "firstPeriod", episode.getFirstPeriod(),
                "lastRedPeriod", episode.getLastRedPeriod(),
                "redPeriods", episode.getRedPeriods(),
                "openedAt", moment(episode.getOpenedAt()));
    }

    private static Map<String, @Nullable Object> company(Company company) {
        return object("slug", Wire.slug(company.getName()), "displayName", company.getDisplayName());
    }

    private static List<@Nullable String> names(Collection<? extends Enum<?>> values) {
        return values.stream().<@Nullable String>map(Wire::name).toList();
    }

    private static String moment(com.google.protobuf.Timestamp timestamp) {
        return Wire.moment(timestamp).toString();
    }

    private static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = LinkedHashMap.newLinkedHashMap(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }
}
