package dev.drumbeat.actions;

import dev.drumbeat.actions.Raci.Assignment;
import dev.drumbeat.actions.Raci.Letter;
import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Publishes who is what, as the next version. */
public final class PublishRaci {
    private static final int MAX_ACTIVITIES = 30;
    private static final int MAX_ASSIGNMENTS = 50;

    private final RaciStore store;
    private final People people;
    private final Trail trail;
    private final Clock clock;
    private final Consumer<String> published;

    /** @param activities people by {@code people/{person}} only */
    public record Wanted(int versionRead, List<WantedActivity> activities, String reviewDate, String reason) {}

    public record WantedActivity(String id, String displayName, List<WantedAssignment> assignments) {}

    public record WantedAssignment(String person, Letter letter) {}

    /** @param published told the partnership after each publication */
    public PublishRaci(RaciStore store, People people, Trail trail, Clock clock, Consumer<String> published) {
        this.store = store;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
        this.published = published;
    }

    public Versioned<Raci> publish(Scope scope, Request request, Wanted wanted) {
        Instant now = clock.instant();
        String name = scope.partnership() + "/raci";
        return trail.keepingRefusals(scope, request, now, "raci.published", name, () -> {
            var before = Writes.madeBefore(store, request);
            return before.isPresent() ? before.get() : next(scope, request, wanted, now);
        });
    }

    private Versioned<Raci> next(Scope scope, Request request, Wanted wanted, Instant now) {
        scope.require(dev.drumbeat.platform.domain.Activity.PROGRESS_ACTION);
        Raci current = store.newest(scope.partnership())
                .map(Versioned::value)
                .orElseGet(() -> Raci.first(scope.partnership()));
        if (current.version() != wanted.versionRead()) {
            throw Refusal.staleRevision(current.name());
        }
        Validation validation = new Validation();
        String reason = validation.text("reason", wanted.reason(), 0, 1_000);
        List<Raci.Activity> activities = activities(validation, scope, wanted.activities());
        validation.orRefuse();
        Raci raci = new Raci(
                scope.partnership(),
                current.version() + 1,
                activities,
                reviewDate(scope, wanted.reviewDate(), now),
                new Raci.Publication(scope.actor(), now, reason));
        Versioned<Raci> first = Writes.create(
                        store,
                        raci,
                        request,
                        List.of(Writes.event(
                                scope.partnership(),
                                now,
                                scope.actor(),
                                "raci.published",
                                raci.name(),
                                raci.version(),
                                current.version() == 0 ? "" : json(current),
                                json(raci),
                                reason)))
                .orElseThrow(() -> Refusal.staleRevision(current.name()));
        published.accept(scope.partnership());
        return first;
    }

    private static LocalDate reviewDate(Scope scope, String text, Instant now) {
        LocalDate date = Dates.read("review_date", text);
        LocalDate today = LocalDate.ofInstant(now, scope.facts().timeZone());
        if (date.isBefore(today)) {
            throw Refusal.invalid(
                    "review_date",
                    "raci.review_date_past",
                    "The review date has passed (today is " + today + "): choose a later one.");
        }
        return date;
    }

    private List<Raci.Activity> activities(Validation validation, Scope scope, List<WantedActivity> wanted) {
        if (wanted.isEmpty() || wanted.size() > MAX_ACTIVITIES) {
            throw Refusal.invalid("activities", "raci.size", "Name 1 to " + MAX_ACTIVITIES + " activities.");
        }
        Map<String, People.Member> members = people.on(scope.partnership()).stream()
                .collect(Collectors.toMap(member -> member.person().person(), Function.identity()));
        Set<String> ids = new HashSet<>();
        List<Raci.Activity> activities = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String field = "activities[" + i + "]";
            WantedActivity activity = wanted.get(i);
            String id = validation.id(field + ".activity_id", activity.id());
            String displayName = validation.line(field + ".display_name", activity.displayName(), 2, 80);
            if (!ids.add(id)) {
                validation.add(
                        field + ".activity_id",
                        "raci.activity_twice",
                        "\"" + displayName + "\" stands here twice: leave one out.");
            }
            activities.add(new Raci.Activity(
                    id, displayName, assignments(validation, field, displayName, activity.assignments(), members)));
        }
        return activities;
    }

    private static List<Assignment> assignments(
            Validation validation,
            String field,
            String activity,
            List<WantedAssignment> wanted,
            Map<String, People.Member> members) {
        if (wanted.size() > MAX_ASSIGNMENTS) {
            validation.add(
                    field,
                    "raci.assignments_size",
                    "\"" + activity + "\" names more than " + MAX_ASSIGNMENTS + " people: leave some out.");
            return List.of();
        }
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String at = field + ".assignments[" + i + "]";
            WantedAssignment assignment = wanted.get(i);
            People.Member member = members.get(assignment.person());
            if (member == null) {
                validation.add(
                        at,
                        "raci.person_not_on_partnership",
                        "\"" + activity + "\": " + assignment.person()
                                + " is not on this partnership. Choose somebody who is.");
                continue;
            }
            if (assignment.letter() == Letter.ACCOUNTABLE && !member.canOwn()) {
                validation.add(
                        at,
                        "raci.accountable_role",
                        "\"" + activity
                                + "\": who is Accountable is asked to own reds, and a VIEWER can't. Choose a LEADER or OPS.");
            }
            Assignment next = new Assignment(member.person(), assignment.letter());
            if (assignments.contains(next)) {
                validation.add(
                        at,
                        "raci.assignment_twice",
                        "\"" + activity + "\" names the same person twice for one letter.");
            } else {
                assignments.add(next);
            }
        }
        requireLetters(validation, field, activity, wanted);
        return assignments;
    }

    private static void requireLetters(
            Validation validation, String field, String activity, List<WantedAssignment> wanted) {
        long accountable = wanted.stream()
                .filter(one -> one.letter() == Letter.ACCOUNTABLE)
                .count();
        if (accountable != 1) {
            validation.add(
                    field,
                    "raci.one_accountable",
                    "\"" + activity + "\" needs exactly one Accountable; it has " + accountable + ".");
        }
        if (wanted.stream().noneMatch(one -> one.letter() == Letter.RESPONSIBLE)) {
            validation.add(field, "raci.responsible", "\"" + activity + "\" needs at least one Responsible.");
        }
    }

    private static String json(Raci raci) {
        return Json.object(
                "version",
                raci.version(),
                "reviewDate",
                raci.reviewDate(),
                "activities",
                raci.activities().stream().collect(Collectors.toMap(Raci.Activity::id, PublishRaci::letters)));
    }

    private static List<String> letters(Raci.Activity activity) {
        return activity.assignments().stream()
                .map(assignment -> assignment.letter().name().charAt(0) + " "
                        + assignment.person().person())
                .toList();
    }
}
