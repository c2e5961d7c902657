package dev.drumbeat.actions.grpc;

import dev.drumbeat.actions.ActionPerson;
import dev.drumbeat.actions.People;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.actions.v1.ActionPerson.Builder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is still on the partnerships of an answer; while that can't be known, nobody is said to have left. */
final class Presence {
    private final Map<String, List<People.Member>> members;

    private Presence(Map<String, List<People.Member>> members) {
        this.members = members;
    }

    static Presence on(Collection<String> partnerships, People people) {
        try {
            return new Presence(people.on(partnerships));
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.UNAVAILABLE) {
                return new Presence(Map.of());
            }
            throw refusal;
        }
    }

    /** Empty when it can't be known. */
    List<People.Member> members(String partnership) {
        return members.getOrDefault(partnership, List.of());
    }

    boolean isKnown(String partnership) {
        return members.containsKey(partnership);
    }

    Builder person(String partnership, ActionPerson person) {
        return ActionWire.person(person).setLeft(hasLeft(partnership, person.person()));
    }

    private boolean hasLeft(String partnership, String person) {
        @Nullable List<People.Member> here = members.get(partnership);
        return here != null
                && here.stream().noneMatch(member -> member.person().person().equals(person));
    }
}
