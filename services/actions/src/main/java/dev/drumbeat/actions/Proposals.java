package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Versioned;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** Proposes the Accountable of a KPI's activity as owner of what nobody has yet. */
public final class Proposals {
    /** Time to answer, as a first proposal; both sides can counter it. */
    public static final Period DUE_IN = Period.ofDays(14);

    private final ActionLedger ledger;
    private final ActionStore store;
    private final RaciStore racis;
    private final People people;

    public Proposals(ActionLedger ledger, ActionStore store, RaciStore racis, People people) {
        this.ledger = ledger;
        this.store = store;
        this.racis = racis;
        this.people = people;
    }

    /** Whether nobody has it, nobody is proposed, and somebody might be. */
    public static boolean isWanted(CorrectiveAction action, ActionStanding standing) {
        return standing.state().isUnowned()
                && standing.proposal().isEmpty()
                && !action.topic().raciActivity().isEmpty();
    }

    void propose(String name) {
        Optional<CorrectiveAction> known = store.find(name).map(Versioned::value);
        if (known.isEmpty() || !isWanted(known.get(), known.get().standing())) {
            return;
        }
        CorrectiveAction action = known.get();
        Optional<ActionPerson> accountable = racis.newest(action.partnership())
                .flatMap(raci ->
                        raci.value().accountable(action.topic().raciActivity(), people.on(action.partnership())));
        accountable.ifPresent(person -> ledger.record(
                name,
                (before, standing, at) -> isWanted(before, standing)
                        ? List.of(new Fact.OwnerProposed(
                                at, ActionLedger.SELF, person, before.today(at).plus(DUE_IN), ""))
                        : List.of()));
    }
}
