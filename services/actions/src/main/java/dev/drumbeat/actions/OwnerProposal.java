package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Owner and due date, and who has accepted them. It is agreed once the owner and the side that is not the owner's both have:
 * no company gives itself an action and a date without the other.
 */
public record OwnerProposal(
        ActionPerson owner,
        LocalDate dueDate,
        String reason,
        Actor proposedBy,
        Instant proposedAt,
        Optional<Instant> acceptedByOwner,
        Optional<Instant> acceptedByOtherSideAt,
        Optional<Actor> acceptedByOtherSide) {

    /** Who proposes has accepted for themselves, and for their side when it is not the owner's. */
    static OwnerProposal of(Fact.OwnerProposed fact) {
        OwnerProposal bare = new OwnerProposal(
                fact.owner(),
                fact.dueDate(),
                fact.reason(),
                fact.by(),
                fact.at(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return bare.part(fact.by())
                .map(part -> bare.accept(part, fact.by(), fact.at()))
                .orElse(bare);
    }

    /** As what this person could accept; empty for colleagues of the owner and for services. */
    public Optional<Fact.OwnerAccepted.Part> part(Actor actor) {
        if (actor.subject().equals(owner.person())) {
            return Optional.of(Fact.OwnerAccepted.Part.OWNER);
        }
        Side side = actor.side();
        return side == null || side == owner.side()
                ? Optional.empty()
                : Optional.of(Fact.OwnerAccepted.Part.OTHER_SIDE);
    }

    public boolean waitsFor(Fact.OwnerAccepted.Part part) {
        return switch (part) {
            case OWNER -> acceptedByOwner.isEmpty();
            case OTHER_SIDE -> acceptedByOtherSideAt.isEmpty();
        };
    }

    OwnerProposal accept(Fact.OwnerAccepted.Part part, Actor actor, Instant at) {
        return switch (part) {
            case OWNER ->
                new OwnerProposal(
                        owner,
                        dueDate,
                        reason,
                        proposedBy,
                        proposedAt,
                        Optional.of(at),
                        acceptedByOtherSideAt,
                        acceptedByOtherSide);
            case OTHER_SIDE ->
                new OwnerProposal(
                        owner,
                        dueDate,
                        reason,
                        proposedBy,
                        proposedAt,
                        acceptedByOwner,
                        Optional.of(at),
                        Optional.of(actor));
        };
    }

    public boolean isAgreed() {
        return acceptedByOwner.isPresent() && acceptedByOtherSideAt.isPresent();
    }

    /** Whether its date has passed by that day, so that nobody can accept it any more. */
    public boolean hasPassed(LocalDate today) {
        return dueDate.isBefore(today);
    }

    /** When the later of the two accepted; empty before. */
    public Optional<Instant> agreedAt() {
        return acceptedByOwner.flatMap(
                owner -> acceptedByOtherSideAt.map(other -> owner.isAfter(other) ? owner : other));
    }
}
