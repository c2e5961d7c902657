package dev.drumbeat.demo.plan;

import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;

/** A company to add, with one person for each role. */
public record CompanyPlan(String slug, String displayName, ZoneId timeZone, Map<Role, PersonPlan> people) {
    public CompanyPlan {
        people = Map.copyOf(people);
        for (Role role : Role.values()) {
            if (!people.containsKey(role)) {
                throw new IllegalArgumentException(slug + " has nobody as " + role);
            }
        }
    }

    public PersonPlan person(Role role) {
        return Objects.requireNonNull(people.get(role));
    }
}
