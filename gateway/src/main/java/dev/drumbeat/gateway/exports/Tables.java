package dev.drumbeat.gateway.exports;

import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.common.v1.AuditEvent;
import dev.drumbeat.proto.kpis.v1.KpiStanding;
import dev.drumbeat.proto.kpis.v1.Measurement;
import dev.drumbeat.proto.kpis.v1.PortfolioLine;
import java.util.List;

/** The tables' columns. The first five of the figures are those that an import takes. */
final class Tables {
    static final List<Column<Measurement>> MEASUREMENTS = List.of(
            new Column<>("kpi", row -> Wire.slug(Names.kpiOf(row.getName()))),
            new Column<>("period", Measurement::getPeriod),
            new Column<>(
                    "value",
                    row -> row.getFigure().getNoActivity()
                            ? "no activity"
                            : row.getFigure().getValue()),
            new Column<>("numerator", row -> row.getFigure().getFraction().getNumerator()),
            new Column<>("denominator", row -> row.getFigure().getFraction().getDenominator()),
            new Column<>("shown", Measurement::getValue),
            new Column<>("status", row -> Wire.name(row.getStatus())),
            new Column<>("revision", Measurement::getRevision),
            new Column<>("current", Measurement::getCurrent),
            new Column<>("recordedAt", row -> Wire.moment(row.getRecordedAt())),
            new Column<>("recordedBy", row -> row.getRecordedBy().getDisplayName()),
            new Column<>("company", row -> Wire.slug(row.getRecordedBy().getCompany())),
            new Column<>("origin", row -> Wire.name(row.getOrigin())),
            new Column<>("reason", Measurement::getReason),
            new Column<>("approvedBy", row -> row.getApprovedBy().getDisplayName()));

    static final List<Column<KpiStanding>> SCORECARD = List.of(
            new Column<>("kpi", row -> Wire.slug(row.getKpi().getName())),
            new Column<>("name", row -> row.getKpi().getDisplayName()),
            new Column<>("role", row -> Wire.name(row.getKpi().getRole())),
            new Column<>("unit", row -> Wire.name(row.getKpi().getUnit())),
            new Column<>("currency", row -> row.getKpi().getCurrency()),
            new Column<>("status", row -> Wire.name(row.getStatus())),
            new Column<>("period", KpiStanding::getPeriod),
            new Column<>("value", KpiStanding::getValue),
            new Column<>("change", KpiStanding::getChange),
            new Column<>("target", row -> row.getTarget().getValue()),
            new Column<>("redLimit", row -> row.getTarget().getRedLimit()),
            new Column<>("upperTarget", row -> row.getTarget().getUpperValue()),
            new Column<>("upperRedLimit", row -> row.getTarget().getUpperRedLimit()),
            new Column<>("staleSince", row -> row.hasStaleSince() ? Wire.moment(row.getStaleSince()) : null),
            new Column<>("variation", row -> Wire.name(row.getVariation())),
            new Column<>("assurance", row -> Wire.name(row.getAssurance())),
            new Column<>("redSince", row -> row.getOpenEpisode().getFirstPeriod()));

    static final List<Column<AuditEvent>> AUDIT = List.of(
            new Column<>("occurredAt", row -> Wire.moment(row.getOccurredAt())),
            new Column<>("who", row -> row.getActor().getDisplayName()),
            new Column<>("company", row -> Wire.slug(row.getActor().getCompany())),
            new Column<>("side", row -> Wire.name(row.getActor().getSide())),
            new Column<>("action", AuditEvent::getAction),
            new Column<>("subject", AuditEvent::getSubject),
            new Column<>("reason", AuditEvent::getReason),
            new Column<>("before", AuditEvent::getBeforeJson),
            new Column<>("after", AuditEvent::getAfterJson));

    /** Names of partnerships come from the session, which has them at hand. */
    static List<Column<PortfolioLine>> portfolio(java.util.function.UnaryOperator<String> displayName) {
        return List.of(
                new Column<>("partnership", row -> Wire.slug(row.getPartnership())),
                new Column<>("name", row -> displayName.apply(row.getPartnership())),
                new Column<>("state", row -> Wire.name(row.getState())),
                new Column<>("goal", row -> row.getGoal().getKpi().getDisplayName()),
                new Column<>(
                        "status", row -> row.hasGoal() ? Wire.name(row.getGoal().getStatus()) : null),
                new Column<>("period", row -> row.getGoal().getPeriod()),
                new Column<>("value", row -> row.getGoal().getValue()),
                new Column<>("target", row -> row.getGoal().getTarget().getValue()),
                new Column<>("red", PortfolioLine::getRed),
                new Column<>("amber", PortfolioLine::getAmber),
                new Column<>("stale", PortfolioLine::getStale),
                new Column<>("openEpisodes", PortfolioLine::getOpenEpisodes),
                new Column<>("lastDataAt", row -> row.hasLastDataAt() ? Wire.moment(row.getLastDataAt()) : null));
    }

    private Tables() {}
}
