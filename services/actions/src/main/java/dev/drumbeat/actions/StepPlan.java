package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Validation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a plan out of what somebody asks for (D5 to D7): every step has an owner and a due date, and what is done stays. */
final class StepPlan {
    private static final int MAX_STEPS = 20;
    private static final int TEXT_MIN_LENGTH = 5;
    private static final int TEXT_MAX_LENGTH = 1_000;

    private final CorrectiveAction action;
    private final ActionStanding standing;
    private final List<People.Member> members;
    private final Instant now;

    StepPlan(CorrectiveAction action, ActionStanding standing, List<People.Member> members, Instant now) {
        this.action = action;
        this.standing = standing;
        this.members = members;
        this.now = now;
    }

    List<Step> of(List<PlannedStep> wanted) {
        if (wanted.isEmpty() || wanted.size() > MAX_STEPS) {
            throw Refusal.invalid(
                    "steps", "plan.size", "Plan 1 to " + MAX_STEPS + " steps, each with an owner and a due date.");
        }
        List<Step> steps = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int next = firstFreeId();
        for (int i = 0; i < wanted.size(); i++) {
            PlannedStep step = wanted.get(i);
            String id = step.id().isEmpty() ? "s" + next++ : step.id();
            if (!ids.add(id)) {
                throw Refusal.invalid(
                        "steps[" + i + "].step_id", "step.twice", "The same step stands here twice: leave one out.");
            }
            steps.add(step("steps[" + i + "]", id, step));
        }
        requireDoneOnesKept(steps);
        return steps;
    }

    private Step step(String field, String id, PlannedStep wanted) {
        Optional<Step> known = known(id);
        if (!wanted.id().isEmpty() && known.isEmpty()) {
            throw Refusal.invalid(
                    field + ".step_id", "step.unknown", "There is no such step; leave the id of a new one empty.");
        }
        if (known.isPresent() && standing.completion(id).isPresent()) {
            return known.get();
        }
        Validation validation = new Validation();
        String text = validation.text(field + ".text", wanted.text(), TEXT_MIN_LENGTH, TEXT_MAX_LENGTH);
        validation.orRefuse();
        LocalDate due = Dates.read(field + ".due_date", wanted.dueDate());
        boolean unchanged = known.filter(step -> step.dueDate().equals(due)).isPresent();
        if (!unchanged) {
            Gates.requireNotPast(field + ".due_date", action, due, now);
        }
        return new Step(id, wanted.kind(), text, Owners.require(field + ".owner", members, wanted.owner()), due);
    }

    private void requireDoneOnesKept(List<Step> steps) {
        for (Step done : standing.steps()) {
            if (standing.completion(done.id()).isPresent() && !steps.contains(done)) {
                throw Refusal.invalid(
                        "steps",
                        "plan.done_step_gone",
                        "Steps that are done stay in the plan: send " + done.id() + " too.");
            }
        }
        if (steps.stream().allMatch(step -> standing.completion(step.id()).isPresent())) {
            throw Refusal.invalid(
                    "steps",
                    "plan.nothing_open",
                    "Everything here is done already: plan at least one step that is not.");
        }
    }

    private Optional<Step> known(String id) {
        return standing.steps().stream().filter(step -> step.id().equals(id)).findFirst();
    }

    private int firstFreeId() {
        return 1
                + action.facts().stream()
                        .filter(Fact.StepsPlanned.class::isInstance)
                        .map(Fact.StepsPlanned.class::cast)
                        .flatMap(planned -> planned.steps().stream())
                        .mapToInt(step -> Integer.parseInt(step.id().substring(1)))
                        .max()
                        .orElse(0);
    }
}
