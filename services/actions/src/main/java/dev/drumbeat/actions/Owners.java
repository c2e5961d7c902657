package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Refusal;
import java.util.List;
import java.util.Optional;

/** Who may own an action or a step. */
final class Owners {
    private Owners() {}

    static ActionPerson require(String field, List<People.Member> members, String person) {
        return find(members, person)
                .orElseThrow(
                        () -> Refusal.invalid(
                                field,
                                "owner.not_on_partnership",
                                "The owner has to be a LEADER or OPS of one of the two companies on this partnership: choose one of them."));
    }

    static Optional<ActionPerson> find(List<People.Member> members, String person) {
        return members.stream()
                .filter(People.Member::canOwn)
                .map(People.Member::person)
                .filter(member -> member.person().equals(person))
                .findFirst();
    }
}
