package dev.drumbeat.actions.grpc;

import dev.drumbeat.actions.ChangeLadder.InForce;
import dev.drumbeat.actions.EscalationLadder.Change;
import dev.drumbeat.actions.LadderTimes;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.actions.v1.ChangeEscalationLadderRequest;
import dev.drumbeat.proto.actions.v1.EscalationLadder;

/** A ladder in the contract's words. */
final class LadderWire {
    private LadderWire() {}

    static EscalationLadder encode(InForce inForce) {
        LadderTimes times = inForce.ladder().times();
        EscalationLadder.Builder message = EscalationLadder.newBuilder()
                .setName(inForce.ladder().name())
                .setUnownedOpsHours(times.unownedOpsHours())
                .setUnownedLeadersHours(times.unownedLeadersHours())
                .setOverdueLeadersDays(times.overdueLeadersDays())
                .setOverduePortfolioDays(times.overduePortfolioDays())
                .setRevision(inForce.revision());
        Change change = inForce.ladder().change();
        return change == null
                ? message.build()
                : message.setChangedBy(Wire.actor(change.by()))
                        .setChangedAt(Wire.timestamp(change.at()))
                        .setReason(change.reason())
                        .build();
    }

    static LadderTimes times(ChangeEscalationLadderRequest request) {
        return new LadderTimes(
                request.getUnownedOpsHours(),
                request.getUnownedLeadersHours(),
                request.getOverdueLeadersDays(),
                request.getOverduePortfolioDays());
    }
}
