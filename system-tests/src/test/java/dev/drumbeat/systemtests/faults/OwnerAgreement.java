package dev.drumbeat.systemtests.faults;

import dev.drumbeat.proto.actions.v1.AcceptOwnerRequest;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.ProposeOwnerRequest;
import dev.drumbeat.systemtests.api.Services;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Both sides agree who has an action, so that it can become overdue. */
record OwnerAgreement(Services ownerOps, Services partnerLeader, Partnership partnership, Clock clock) {
    void aboutOneOf(List<CorrectiveAction> actions, RandomGenerator random) {
        List<CorrectiveAction> unowned =
                actions.stream().filter(CorrectiveAction::hasUnownedSince).toList();
        if (unowned.isEmpty()) {
            return;
        }
        CorrectiveAction action = unowned.get(random.nextInt(unowned.size()));
        ProposeOwnerRequest proposal = ProposeOwnerRequest.newBuilder()
                .setName(action.getName())
                .setRevision(action.getRevision())
                .setOwner("people/" + partnership.person(Seat.PARTNER_LEADER))
                .setDueDate(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .plusDays(random.nextInt(1, 3))
                        .toString())
                .setRequestId(UUID.randomUUID().toString())
                .build();
        CorrectiveAction proposed =
                Patience.until("an owner is proposed", () -> ownerOps.actions().proposeOwner(proposal));
        AcceptOwnerRequest acceptance = AcceptOwnerRequest.newBuilder()
                .setName(action.getName())
                .setRevision(proposed.getRevision())
                .setRequestId(UUID.randomUUID().toString())
                .build();
        Patience.until("the owner accepts", () -> partnerLeader.actions().acceptOwner(acceptance));
    }
}
