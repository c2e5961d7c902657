package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that happened to an action. Facts are only ever appended; everything an action says of itself is derived from them
 * in their order, so that it can be shown as it was known at any moment.
 */
public sealed interface Fact {
    /** When it was recorded; never before the fact that stands before it. */
    Instant at();

    Actor by();

    /**
     * The action answers this red from now on.
     *
     * @param episode {@code partnerships/{partnership}/redEpisodes/{episode}}
     * @param firstPeriod the first red period, ISO name
     * @param redAt when the figure that made it red was recorded; earlier than {@code at} when this service was away
     */
    record EpisodeLinked(Instant at, Actor by, String episode, String firstPeriod, Instant redAt, Link link)
            implements Fact {}

    /** How a red comes to be answered by an action. */
    enum Link {
        /** It opened the action. */
        FIRST,
        /** The same red, which a correction gave another name. */
        CONTINUES,
        /** It came back. */
        RECURRED
    }

    /** Corrections took this red away. */
    record EpisodeVoided(Instant at, Actor by, String episode) implements Fact {}

    /** A voided red is red again after all. */
    record EpisodeRevived(Instant at, Actor by, String episode, Instant redAt) implements Fact {}

    /**
     * Owner and due date were proposed, instead of any proposal that was waiting.
     *
     * @param reason why an agreed due date or owner is to change; may be empty before anything is agreed
     */
    record OwnerProposed(Instant at, Actor by, ActionPerson owner, LocalDate dueDate, String reason) implements Fact {}

    /** The waiting proposal was accepted by its owner, or by the side that is not the owner's. */
    record OwnerAccepted(Instant at, Actor by, Part part) implements Fact {
        /** As what somebody accepts. */
        public enum Part {
            OWNER,
            OTHER_SIDE
        }
    }

    /** The agreed owner is no longer on the partnership: nobody has the action. */
    record OwnerLeft(Instant at, Actor by) implements Fact {}

    /** D3. */
    record Contained(Instant at, Actor by, String text) implements Fact {}

    /**
     * D4.
     *
     * @param occurrenceWhys why it happened, from the symptom down
     * @param escapeWhys why it was not caught
     */
    record RootCauseFound(Instant at, Actor by, List<String> occurrenceWhys, List<String> escapeWhys) implements Fact {
        public RootCauseFound {
            occurrenceWhys = List.copyOf(occurrenceWhys);
            escapeWhys = List.copyOf(escapeWhys);
        }
    }

    /** D5: all steps, those done included. */
    record StepsPlanned(Instant at, Actor by, List<Step> steps) implements Fact {
        public StepsPlanned {
            steps = List.copyOf(steps);
        }
    }

    /** D6. */
    record StepCompleted(Instant at, Actor by, String stepId) implements Fact {}

    /**
     * What the data say since the steps were done; recorded when it changes.
     *
     * @param periodsPassed the unbroken run of periods not red up to now, oldest first
     */
    record Judged(Instant at, Actor by, List<String> periodsPassed) implements Fact {
        public Judged {
            periodsPassed = List.copyOf(periodsPassed);
        }
    }

    /** D8. */
    record ClosureAccepted(Instant at, Actor by) implements Fact {}

    /** An action opened by hand was withdrawn. */
    record Withdrawn(Instant at, Actor by, String reason) implements Fact {}

    /**
     * A rung of the ladder was reached.
     *
     * @param metAt when the rule was met, however much later it was noticed
     * @param basis what the rung was counted from: the moment it became unowned, or the due date; one escalation per rung and basis
     * @param notified names of those it went to
     */
    record Escalated(Instant at, Actor by, Rung rung, Instant metAt, String basis, List<String> notified)
            implements Fact {
        public Escalated {
            notified = List.copyOf(notified);
        }
    }

    /**
     * The partnership's ladder is another one from now on.
     *
     * @param revision of the partnership's ladder
     * @param since when people changed it; no rung was met by the new times before that
     */
    record LadderChanged(Instant at, Actor by, long revision, LadderTimes times, Instant since) implements Fact {}

    record Commented(Instant at, Actor by, String text) implements Fact {}

    /** @param url https */
    record EvidenceAdded(Instant at, Actor by, String title, String url) implements Fact {}
}
