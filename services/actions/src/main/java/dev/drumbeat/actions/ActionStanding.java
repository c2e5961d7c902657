package dev.drumbeat.actions;

import dev.drumbeat.actions.Fact.Contained;
import dev.drumbeat.actions.Fact.RootCauseFound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an action stands: its facts folded, oldest first. When the red comes back after everything was done, owner and due date are
 * open again and the gates have to be passed anew; what was written stays readable. Long because every fact is folded here.
 */
public final class ActionStanding {
    private final CorrectiveAction action;
    private final Set<String> episodes = new LinkedHashSet<>();
    private final Set<String> voided = new LinkedHashSet<>();
    private final List<OwnerProposal> agreements = new ArrayList<>();
    private final Map<String, Fact.StepCompleted> done = new LinkedHashMap<>();
    private final List<Unowned> unowned = new ArrayList<>();
    private String redSincePeriod = "";
    private @Nullable OwnerProposal proposal;
    private @Nullable Contained containment;
    private @Nullable RootCauseFound rootCause;
    private List<Step> steps = List.of();
    private @Nullable Instant firstContainedAt;
    private Course course = Course.start();
    private @Nullable Instant voidedAt;
    private String voidedReason = "";
    private @Nullable Recurrence undoable;
    private Fact.@Nullable LadderChanged ladder;

    /** A stretch in which nobody had the action; {@code until} is empty while it lasts. */
    public record Unowned(Instant since, Optional<Instant> until) {}

    /** What a recurrence changed, until somebody acts on it: should it prove a wrong figure, all is as before. */
    private record Recurrence(String episode, Course before, String redSincePeriod) {}

    private ActionStanding(CorrectiveAction action) {
        this.action = action;
        unowned.add(new Unowned(action.opening().since(), Optional.empty()));
    }

    static ActionStanding of(CorrectiveAction action) {
        ActionStanding standing = new ActionStanding(action);
        action.facts().forEach(standing::add);
        return standing;
    }

    private void add(Fact fact) {
        switch (fact) {
            case Fact.EpisodeLinked linked -> link(linked);
            case Fact.EpisodeVoided(Instant at, var by, String episode) -> voidEpisode(at, episode);
            case Fact.EpisodeRevived(Instant at, var by, String episode, Instant redAt) -> {
                voided.remove(episode);
                revive(redAt);
            }
            case Fact.OwnerProposed proposed -> settle(OwnerProposal.of(proposed));
            case Fact.OwnerAccepted(Instant at, var by, var part) -> {
                if (proposal != null) {
                    settle(proposal.accept(part, by, at));
                }
            }
            case Fact.OwnerLeft(Instant at, var by) -> {
                undoable = null;
                course = course.agreed(null);
                disown(at);
            }
            case Contained contained -> {
                undoable = null;
                containment = contained;
                course = course.contained();
                firstContainedAt = firstContainedAt == null ? contained.at() : firstContainedAt;
            }
            case RootCauseFound found -> {
                undoable = null;
                rootCause = found;
                course = course.rootCauseFound();
            }
            case Fact.StepsPlanned(Instant at, var by, List<Step> planned) -> {
                undoable = null;
                steps = planned;
                course = course.planned();
                noteImplementation(at);
            }
            case Fact.StepCompleted completed -> {
                undoable = null;
                done.put(completed.stepId(), completed);
                noteImplementation(completed.at());
            }
            case Fact.Judged judgement -> course = course.judged(judgement);
            case Fact.ClosureAccepted(Instant at, var by) -> {
                undoable = null;
                end(at);
                course = course.closed(at);
                proposal = null;
            }
            case Fact.Withdrawn(Instant at, var by, String reason) -> voidAll(at, reason);
            case Fact.Escalated escalated -> {}
            case Fact.LadderChanged changed -> ladder = changed;
            case Fact.Commented commented -> {}
            case Fact.EvidenceAdded added -> {}
        }
    }

    private void link(Fact.EpisodeLinked linked) {
        switch (linked.link()) {
            case FIRST -> {}
            case CONTINUES -> {
                // The one that it continues is known to be voided, or will be in a moment.
                revive(linked.redAt());
            }
            case RECURRED -> {
                undoable = new Recurrence(linked.episode(), course, redSincePeriod);
                if (course.implementedAt() == null && course.closedAt() == null) {
                    course = course.cameBack();
                } else {
                    course = course.reopened();
                    proposal = null;
                    disown(linked.redAt());
                }
            }
        }
        episodes.add(linked.episode());
        voided.remove(linked.episode());
        redSincePeriod = linked.firstPeriod();
    }

    private void voidEpisode(Instant at, String episode) {
        voided.add(episode);
        if (undoable != null && undoable.episode().equals(episode)) {
            course = undoable.before();
            redSincePeriod = undoable.redSincePeriod();
            undoable = null;
            if (course.agreed() != null || course.closedAt() != null) {
                end(at);
            }
        }
        if (voided.containsAll(episodes) && course.closedAt() == null) {
            voidAll(at, "A correction took the red away.");
        }
    }

    private void voidAll(Instant at, String reason) {
        end(at);
        voidedAt = at;
        voidedReason = reason;
    }

    private void revive(Instant at) {
        if (voidedAt != null) {
            voidedAt = null;
            voidedReason = "";
            if (course.agreed() == null) {
                disown(at);
            }
        }
    }

    private void settle(OwnerProposal next) {
        if (next.isAgreed()) {
            undoable = null;
            agreements.add(next);
            course = course.agreed(next);
            proposal = null;
            next.agreedAt().ifPresent(this::end);
        } else {
            proposal = next;
        }
    }

    /** Nobody has it, if anybody had. */
    private void disown(Instant at) {
        if (unowned.getLast().until().isPresent()) {
            // A red may have been recorded before this service learned that the stretch before it was over.
            Instant earliest = unowned.getLast().until().get();
            unowned.add(new Unowned(at.isBefore(earliest) ? earliest : at, Optional.empty()));
        }
    }

    /** Ends the unowned stretch, if one lasts. */
    private void end(Instant at) {
        Unowned last = unowned.getLast();
        if (last.until().isEmpty()) {
            unowned.set(unowned.size() - 1, new Unowned(last.since(), Optional.of(at)));
        }
    }

    private void noteImplementation(Instant at) {
        boolean implemented =
                course.isPlanned() && !steps.isEmpty() && openSteps().isEmpty();
        course = course.implemented(implemented ? at : null);
        if (implemented) {
            // Another date for what is done has no meaning any more.
            proposal = null;
        }
    }

    public ActionState state() {
        if (voidedAt != null) {
            return ActionState.VOIDED;
        }
        if (course.closedAt() != null) {
            return ActionState.CLOSED;
        }
        if (course.agreed() == null) {
            return course.recurrences() > 0 ? ActionState.REOPENED : ActionState.OPEN;
        }
        if (!course.isContained()) {
            return ActionState.AGREED;
        }
        if (!course.isRootCauseFound()) {
            return ActionState.CONTAINED;
        }
        if (!course.isPlanned()) {
            return ActionState.ROOT_CAUSE_FOUND;
        }
        if (course.implementedAt() == null) {
            return ActionState.PLANNED;
        }
        boolean waitsForData = course.judged() == null && !action.topic().kpi().isEmpty();
        return waitsForData ? ActionState.IMPLEMENTED : ActionState.VERIFYING;
    }

    /** Whether the data have earned the closing; an action about no KPI has no data to wait for. */
    public boolean isClosingEarned() {
        return state() == ActionState.VERIFYING
                && (action.topic().kpi().isEmpty() || periodsPassed().size() >= action.verifyPeriods());
    }

    public List<String> periodsPassed() {
        Fact.Judged judged = course.judged();
        return judged == null ? List.of() : judged.periodsPassed();
    }

    /** What the data were found to say since the steps were done; empty before the first period after. */
    public Optional<Fact.Judged> judged() {
        return Optional.ofNullable(course.judged());
    }

    /** Red episodes it answers, oldest first. */
    public List<String> episodes() {
        return List.copyOf(episodes);
    }

    /** Those of them that corrections have not taken away. */
    public List<String> liveEpisodes() {
        return episodes.stream().filter(episode -> !voided.contains(episode)).toList();
    }

    /** First red period of the newest episode; empty without one. */
    public String redSincePeriod() {
        return redSincePeriod;
    }

    public Optional<OwnerProposal> proposal() {
        return state().isFinal() ? Optional.empty() : Optional.ofNullable(proposal);
    }

    /** Owner and due date in force. */
    public Optional<OwnerProposal> agreed() {
        return Optional.ofNullable(course.agreed());
    }

    public Optional<LocalDate> dueDate() {
        return agreed().map(OwnerProposal::dueDate);
    }

    public List<OwnerProposal> agreements() {
        return List.copyOf(agreements);
    }

    public Optional<Contained> containment() {
        return Optional.ofNullable(containment);
    }

    /** Whether there is a containment since it turned red. */
    public boolean isContained() {
        return course.isContained();
    }

    public Optional<RootCauseFound> rootCause() {
        return Optional.ofNullable(rootCause);
    }

    public List<Step> steps() {
        return steps;
    }

    public List<Step> openSteps() {
        return steps.stream().filter(step -> !done.containsKey(step.id())).toList();
    }

    public Optional<Fact.StepCompleted> completion(String stepId) {
        return Optional.ofNullable(done.get(stepId));
    }

    public List<Unowned> unowned() {
        return List.copyOf(unowned);
    }

    /** Since when nobody has it; empty when somebody does or nothing more is to be done. */
    public Optional<Instant> unownedSince() {
        return state().isUnowned() ? Optional.of(unowned.getLast().since()) : Optional.empty();
    }

    public Optional<Instant> firstContainedAt() {
        return Optional.ofNullable(firstContainedAt);
    }

    public Optional<Instant> implementedAt() {
        return Optional.ofNullable(course.implementedAt());
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(course.closedAt());
    }

    public String voidedReason() {
        return voidedReason;
    }

    public int recurrences() {
        return course.recurrences();
    }

    /** The partnership's ladder as this action knows it; empty while that is what everybody begins with. */
    public Optional<Fact.LadderChanged> ladder() {
        return Optional.ofNullable(ladder);
    }

    public LadderTimes ladderTimes() {
        return ladder == null ? LadderTimes.DEFAULT : ladder.times();
    }
}
