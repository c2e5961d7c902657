package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Knows who is on partnerships now. */
public interface People {
    /** One entry for each of the partnerships; empty for one that does not exist. Refuses when it can't be known. */
    Map<String, List<Member>> on(Collection<String> partnerships);

    default List<Member> on(String partnership) {
        return Objects.requireNonNullElse(on(List.of(partnership)).get(partnership), List.of());
    }

    /** A person in a role. */
    record Member(ActionPerson person, Role role) {
        /** Whether they can own an action or a step. */
        boolean canOwn() {
            return role != Role.VIEWER;
        }
    }
}
