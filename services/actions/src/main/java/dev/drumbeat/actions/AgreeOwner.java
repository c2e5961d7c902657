package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/** The handshake: owner and due date are proposed, countered and accepted until the owner and the other side agree. */
public final class AgreeOwner {
    private static final int REASON_MIN_LENGTH = 5;
    private static final int REASON_MAX_LENGTH = 1_000;

    private final ActionLedger ledger;
    private final People people;

    public AgreeOwner(ActionLedger ledger, People people) {
        this.ledger = ledger;
        this.people = people;
    }

    /**
     * Proposes owner and due date, instead of any proposal that waits.
     *
     * @param owner {@code people/{person}}
     * @param dueDate ISO date
     * @param reason required once something was agreed
     */
    public Versioned<CorrectiveAction> propose(
            Scope scope, Request request, String action, long revision, String owner, String dueDate, String reason) {
        return ledger.change(
                scope, request, action, OptionalLong.of(revision), "action.owner_proposed", (before, standing, at) -> {
                    Gates.requireProposable(standing, scope);
                    LocalDate due = Dates.read("due_date", dueDate);
                    Gates.requireNotPast("due_date", before, due, at);
                    String why = reason(standing, reason);
                    ActionPerson person = Owners.require("owner", people.on(scope.partnership()), owner);
                    return List.of(new Fact.OwnerProposed(at, scope.actor(), person, due, why));
                });
    }

    private static String reason(ActionStanding standing, String reason) {
        boolean changesAgreement = standing.agreed().isPresent();
        if (changesAgreement && reason.isBlank()) {
            throw Refusal.invalid(
                    "reason",
                    "slip.reason",
                    "Owner and due date are agreed: say why they are to change. The other side has to accept it.");
        }
        Validation validation = new Validation();
        String why = validation.text("reason", reason, changesAgreement ? REASON_MIN_LENGTH : 0, REASON_MAX_LENGTH);
        validation.orRefuse();
        return why;
    }

    /** Accepts the proposal that waits: as its owner, or for the side that is not the owner's. */
    public Versioned<CorrectiveAction> accept(Scope scope, Request request, String action, long revision) {
        return ledger.change(
                scope, request, action, OptionalLong.of(revision), "action.owner_accepted", (before, standing, at) -> {
                    Fact.OwnerAccepted.Part part = Gates.requireAcceptable(before, standing, scope, at);
                    standing.proposal()
                            .ifPresent(proposal -> Owners.require(
                                    "owner",
                                    people.on(scope.partnership()),
                                    proposal.owner().person()));
                    return List.of(new Fact.OwnerAccepted(at, scope.actor(), part));
                });
    }
}
