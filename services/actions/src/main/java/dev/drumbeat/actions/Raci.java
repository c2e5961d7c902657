package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One version of who is Responsible, Accountable, Consulted and Informed on a partnership.
 *
 * @param partnership {@code partnerships/{partnership}}
 * @param version from 1; 0 is what everybody begins with
 * @param reviewDate when it is to be looked at again; null in version 0
 * @param publication null in version 0
 */
public record Raci(
        String partnership,
        int version,
        List<Activity> activities,
        @Nullable LocalDate reviewDate,
        @Nullable Publication publication) {

    /** The letters. */
    public enum Letter {
        RESPONSIBLE,
        ACCOUNTABLE,
        CONSULTED,
        INFORMED
    }

    public record Assignment(ActionPerson person, Letter letter) {}

    /** @param id lower-case letters, digits and hyphens; KPIs point to it */
    public record Activity(String id, String displayName, List<Assignment> assignments) {
        public Activity {
            assignments = List.copyOf(assignments);
        }

        List<ActionPerson> with(Letter letter) {
            return assignments.stream()
                    .filter(assignment -> assignment.letter() == letter)
                    .map(Assignment::person)
                    .toList();
        }
    }

    public record Publication(Actor by, Instant at, String reason) {}

    public Raci {
        activities = List.copyOf(activities);
    }

    /** The activities that a partnership begins with, nobody assigned. */
    public static Raci first(String partnership) {
        return new Raci(
                partnership,
                0,
                List.of(
                        empty("demand-planning", "Demand planning"),
                        empty("engineering-changes", "Engineering changes"),
                        empty("incoming-inspection", "Incoming inspection"),
                        empty("outgoing-inspection", "Outgoing inspection"),
                        empty("corrective-actions", "Corrective actions"),
                        empty("expediting", "Expediting")),
                null,
                null);
    }

    private static Activity empty(String id, String displayName) {
        return new Activity(id, displayName, List.of());
    }

    public String name() {
        return partnership + "/raci";
    }

    public String versionName() {
        return name() + "/versions/" + version;
    }

    /** Who answers for an activity, and so for a red of a KPI that points to it; empty when nobody does who is still there. */
    public Optional<ActionPerson> accountable(String activityId, List<People.Member> members) {
        return activities.stream()
                .filter(activity -> activity.id().equals(activityId))
                .flatMap(activity -> activity.with(Letter.ACCOUNTABLE).stream())
                .flatMap(person -> Owners.find(members, person.person()).stream())
                .findFirst();
    }

    /** Activities for which nobody who is still there is Accountable, or Responsible; in words. */
    public List<String> vacancies(List<People.Member> members) {
        Set<String> there =
                members.stream().map(member -> member.person().person()).collect(Collectors.toSet());
        List<String> vacancies = new ArrayList<>();
        for (Activity activity : activities) {
            vacancy(activity, Letter.ACCOUNTABLE, "Accountable", there).ifPresent(vacancies::add);
            vacancy(activity, Letter.RESPONSIBLE, "Responsible", there).ifPresent(vacancies::add);
        }
        return vacancies;
    }

    private static Optional<String> vacancy(Activity activity, Letter letter, String word, Set<String> there) {
        List<ActionPerson> people = activity.with(letter);
        if (people.stream().anyMatch(person -> there.contains(person.person()))) {
            return Optional.empty();
        }
        String why = people.isEmpty()
                ? "nobody is " + word + "."
                : people.stream().map(ActionPerson::displayName).collect(Collectors.joining(", "))
                        + (people.size() == 1 ? " is" : " are") + " no longer here; nobody is " + word + ".";
        return Optional.of(activity.displayName() + ": " + why);
    }
}
