package dev.drumbeat.gateway.scorecard;

import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.graphql.PageOf;
import dev.drumbeat.gateway.graphql.TypeFields;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.proto.kpis.v1.DriftAlarm;
import dev.drumbeat.proto.kpis.v1.KpiRole;
import dev.drumbeat.proto.kpis.v1.KpiStanding;
import dev.drumbeat.proto.kpis.v1.ListPortfolioResponse;
import dev.drumbeat.proto.kpis.v1.PortfolioLine;
import dev.drumbeat.proto.kpis.v1.RedEpisode;
import dev.drumbeat.proto.kpis.v1.Scorecard;
import dev.drumbeat.proto.kpis.v1.TargetBounds;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How the portfolio and the pages are read. */
@Component
final class ScorecardFields implements RuntimeWiringConfigurer {
    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        addPortfolio(wiring);
        addScorecard(wiring);
        addStanding(wiring);
        addEpisode(wiring);
    }

    private static void addPortfolio(RuntimeWiring.Builder wiring) {
        TypeFields.of("PortfolioConnection", Known.class)
                .field("nodes", page -> portfolio(page).getLinesList())
                .field(
                        "pageInfo",
                        page -> new PageOf<>(List.of(), portfolio(page).getNextPageToken()).pageInfo())
                .field("totalCount", page -> portfolio(page).getTotalSize())
                .field("live", Known::live)
                .field("knownAt", Known::at)
                .addTo(wiring);
        TypeFields.of("PortfolioLine", PortfolioLine.class)
                .field("state", line -> Wire.name(line.getState()))
                .field("goal", line -> line.hasGoal() ? line.getGoal() : null)
                .field("redCount", PortfolioLine::getRed)
                .field("amberCount", PortfolioLine::getAmber)
                .field("staleCount", PortfolioLine::getStale)
                .field("openEpisodeCount", PortfolioLine::getOpenEpisodes)
                .field("lastDataAt", line -> line.hasLastDataAt() ? Wire.moment(line.getLastDataAt()) : null)
                .addTo(wiring);
    }

    private static void addScorecard(RuntimeWiring.Builder wiring) {
        TypeFields.of("Scorecard", Known.class)
                .field("state", page -> Wire.name(scorecard(page).getState()))
                .field("missing", page -> scorecard(page).getMissingList())
                .field("revision", page -> Long.toString(scorecard(page).getRevision()))
                .field(
                        "asOf",
                        page -> scorecard(page).hasAsOf()
                                ? Wire.moment(scorecard(page).getAsOf())
                                : null)
                .field("live", Known::live)
                .field("knownAt", Known::at)
                .field(
                        "lastDataAt",
                        page -> scorecard(page).hasLastDataAt()
                                ? Wire.moment(scorecard(page).getLastDataAt())
                                : null)
                .field(
                        "goal",
                        page -> standings(page, KpiRole.KPI_ROLE_GOAL).stream()
                                .findFirst()
                                .orElse(null))
                .field("drivers", page -> standings(page, KpiRole.KPI_ROLE_DRIVER))
                .field("watched", page -> standings(page, KpiRole.KPI_ROLE_WATCH))
                .field("openEpisodes", page -> scorecard(page).getOpenEpisodesList())
                .addTo(wiring);
    }

    private static void addStanding(RuntimeWiring.Builder wiring) {
        TypeFields.of("KpiStanding", KpiStanding.class)
                .field("kpi", KpiStanding::getKpi)
                .field("status", standing -> Wire.name(standing.getStatus()))
                .field("period", standing -> Wire.text(standing.getPeriod()))
                .field("value", standing -> Wire.text(standing.getValue()))
                .field("change", standing -> Wire.text(standing.getChange()))
                .field("target", standing -> standing.hasTarget() ? standing.getTarget() : null)
                .field("stalePeriod", standing -> Wire.text(standing.getStalePeriod()))
                .field(
                        "staleSince",
                        standing -> standing.hasStaleSince() ? Wire.moment(standing.getStaleSince()) : null)
                .field(
                        "lastDataAt",
                        standing -> standing.hasLastDataAt() ? Wire.moment(standing.getLastDataAt()) : null)
                .field("series", standing -> TimeSeries.of(standing.getSeries()))
                .field("variation", standing -> Wire.name(standing.getVariation()))
                .field("assurance", standing -> Wire.name(standing.getAssurance()))
                .field("pointsMissing", KpiStanding::getPointsMissing)
                .field("driftAlarms", KpiStanding::getDriftAlarmsList)
                .field("openEpisode", standing -> standing.hasOpenEpisode() ? standing.getOpenEpisode() : null)
                .field("proposedCorrections", KpiStanding::getProposedCorrections)
                .field("proposedTargets", KpiStanding::getProposedTargets)
                .field("contests", KpiStanding::getContests)
                .addTo(wiring);
        TypeFields.of("DriftAlarm", DriftAlarm.class)
                .field("method", DriftAlarm::getMethod)
                .field("period", DriftAlarm::getPeriod)
                .field("variation", alarm -> Wire.name(alarm.getVariation()))
                .addTo(wiring);
        TypeFields.of("TargetBounds", TargetBounds.class)
                .field("value", TargetBounds::getValue)
                .field("redLimit", TargetBounds::getRedLimit)
                .field("upperValue", bounds -> Wire.text(bounds.getUpperValue()))
                .field("upperRedLimit", bounds -> Wire.text(bounds.getUpperRedLimit()))
                .addTo(wiring);
    }

    private static void addEpisode(RuntimeWiring.Builder wiring) {
        TypeFields.of("RedEpisode", RedEpisode.class)
                .field("id", episode -> GlobalId.encode("RedEpisode", episode.getName()))
                .field("kpiSlug", episode -> Wire.slug(episode.getKpi()))
                .field("kpiDisplayName", RedEpisode::getKpiDisplayName)
                .field("state", episode -> Wire.name(episode.getState()))
                .field("firstPeriod", RedEpisode::getFirstPeriod)
                .field("lastRedPeriod", RedEpisode::getLastRedPeriod)
                .field("redPeriods", RedEpisode::getRedPeriods)
                .field("lastValue", episode -> Wire.text(episode.getLastValue()))
                .field("lastTarget", episode -> Wire.text(episode.getLastTarget()))
                .field("openedAt", episode -> Wire.moment(episode.getOpenedAt()))
                .field("closedAt", episode -> episode.hasClosedAt() ? Wire.moment(episode.getClosedAt()) : null)
                .addTo(wiring);
    }

    private static List<KpiStanding> standings(Known<?> page, KpiRole role) {
        return scorecard(page).getStandingsList().stream()
                .filter(standing -> standing.getKpi().getRole() == role)
                .toList();
    }

    private static Scorecard scorecard(Known<?> page) {
        return (Scorecard) page.value();
    }

    private static ListPortfolioResponse portfolio(Known<?> page) {
        return (ListPortfolioResponse) page.value();
    }
}
