package dev.drumbeat.gateway.actions;

import dev.drumbeat.gateway.graphql.TypeFields;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.actions.v1.EscalationLadder;
import graphql.schema.idl.RuntimeWiring;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How the escalation ladder is read. */
@Component
final class LadderFields implements RuntimeWiringConfigurer {
    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        TypeFields.of("EscalationLadder", EscalationLadder.class)
                .field("unownedOpsHours", EscalationLadder::getUnownedOpsHours)
                .field("unownedLeadersHours", EscalationLadder::getUnownedLeadersHours)
                .field("overdueLeadersDays", EscalationLadder::getOverdueLeadersDays)
                .field("overduePortfolioDays", EscalationLadder::getOverduePortfolioDays)
                .field("changedBy", ladder -> ladder.hasChangedBy() ? ladder.getChangedBy() : null)
                .field("changedAt", ladder -> ladder.hasChangedAt() ? Wire.moment(ladder.getChangedAt()) : null)
                .field("reason", ladder -> Wire.text(ladder.getReason()))
                .field("revision", ladder -> Long.toString(ladder.getRevision()))
                .addTo(wiring);
        TypeFields.payload("ChangeEscalationLadderPayload", "escalationLadder").addTo(wiring);
    }
}
