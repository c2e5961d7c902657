package dev.drumbeat.cadence.clients;

import dev.drumbeat.cadence.Participant;
import dev.drumbeat.cadence.agenda.ActionFact;
import dev.drumbeat.cadence.agenda.KpiFact;
import dev.drumbeat.cadence.agenda.StatementFact;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.actions.v1.ActionPerson;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.common.v1.Side;
import dev.drumbeat.proto.incentives.v1.Statement;
import dev.drumbeat.proto.kpis.v1.KpiStanding;
import dev.drumbeat.proto.kpis.v1.Status;
import dev.drumbeat.proto.kpis.v1.Variation;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Answers of the other services, as agendas understand them. */
final class FactReading {
    private FactReading() {}

    static KpiFact kpi(KpiStanding standing) {
        int periods = standing.getSeries().getStatusesCount();
        String previous = periods >= 2 ? word(standing.getSeries().getStatuses(periods - 2)) : "";
        String drift = standing.getDriftAlarmsList().stream()
                .filter(alarm -> alarm.getVariation() != Variation.VARIATION_IMPROVEMENT)
                .map(alarm -> alarm.getPeriod())
                .sorted()
                .findFirst()
                .orElse("");
        boolean red = standing.hasOpenEpisode();
        return new KpiFact(
                standing.getKpi().getName(),
                standing.getKpi().getDisplayName(),
                word(standing.getStatus()),
                previous,
                standing.getPeriod(),
                standing.getValue(),
                standing.getTarget().getValue(),
                standing.getStalePeriod(),
                red ? standing.getOpenEpisode().getName() : "",
                red ? standing.getOpenEpisode().getFirstPeriod() : "",
                red ? Wire.instant(standing.getOpenEpisode().getOpenedAt()) : null,
                drift,
                standing.getProposedCorrections() + standing.getProposedTargets(),
                standing.getKpi().getUnit().name().replaceFirst("^UNIT_", ""),
                standing.getKpi().getDecimals());
    }

    static ActionFact action(CorrectiveAction action) {
        boolean agreed = action.hasOwner() && !action.getDueDate().isEmpty();
        @Nullable
        Participant owner = agreed
                ? person(action.getOwner())
                : action.hasProposal() ? person(action.getProposal().getOwner()) : null;
        String due = agreed
                ? action.getDueDate()
                : action.hasProposal() ? action.getProposal().getDueDate() : "";
        @Nullable
        Instant unowned = agreed
                ? null
                : Wire.instant(action.hasUnownedSince() ? action.getUnownedSince() : action.getOpenedAt());
        return new ActionFact(
                action.getName(),
                action.getNumber(),
                action.getTitle(),
                action.getKpi(),
                action.getKpiDisplayName(),
                owner,
                due.isEmpty() ? null : LocalDate.parse(due),
                unowned);
    }

    static StatementFact statement(Statement statement) {
        return new StatementFact(statement.getName(), statement.getAgreementDisplayName(), statement.getPeriod());
    }

    private static @Nullable Participant person(ActionPerson person) {
        return person.getPerson().isEmpty() || person.getSide() == Side.SIDE_UNSPECIFIED
                ? null
                : new Participant(
                        person.getPerson(),
                        person.getDisplayName(),
                        Wire.side("side", person.getSide()),
                        person.getCompanyDisplayName());
    }

    private static String word(Status status) {
        return status.name().replaceFirst("^STATUS_", "");
    }
}
