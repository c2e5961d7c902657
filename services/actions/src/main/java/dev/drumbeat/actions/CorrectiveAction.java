package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer to a red episode, or to what a lead saw coming: what it is, and the facts of what happened to it.
 *
 * @param partnership {@code partnerships/{partnership}}
 * @param id the last part of {@code partnerships/{partnership}/actions/{action}}; made from the first red episode, so that two
 *     reconcilers make the same action and never two
 * @param number counts within the partnership, from 1
 * @param zone where the partnership counts its days
 * @param topic what it is about
 * @param verifyPeriods consecutive periods not red that earn the closing
 * @param facts in the order they were recorded
 */
public record CorrectiveAction(
        String partnership,
        String id,
        int number,
        ZoneId zone,
        Origin origin,
        Topic topic,
        int verifyPeriods,
        Opening opening,
        List<Fact> facts) {
    public static final String COLLECTION = "actions";
    public static final int VERIFY_PERIODS = 3;

    /** A document stays small: what people write is refused beyond this many facts. */
    public static final int MAX_FACTS = 500;

    /** Why an action exists. */
    public enum Origin {
        RED_EPISODE,
        BY_HAND
    }

    /**
     * @param problem in figures where there are some (D2)
     * @param kpi {@code partnerships/{partnership}/kpis/{kpi}}; empty for an action about no KPI
     * @param raciActivity whose Accountable is proposed as owner; may be empty
     */
    public record Topic(String title, String problem, String kpi, String kpiDisplayName, String raciActivity) {}

    /**
     * When and by whom it was opened.
     *
     * @param since from when on somebody should have had it: when the red was recorded; with an action by hand when it was opened
     */
    public record Opening(Instant at, Actor by, Instant since) {}

    public CorrectiveAction {
        facts = List.copyOf(facts);
        if (verifyPeriods < 1) {
            throw new IllegalArgumentException("closing is earned by at least one period");
        }
    }

    public String name() {
        return name(partnership, id);
    }

    public static String name(String partnership, String id) {
        return partnership + "/" + COLLECTION + "/" + id;
    }

    public CorrectiveAction with(List<? extends Fact> more) {
        List<Fact> next = new ArrayList<>(facts);
        next.addAll(more);
        return withFacts(next);
    }

    CorrectiveAction numbered(int next) {
        return new CorrectiveAction(partnership, id, next, zone, origin, topic, verifyPeriods, opening, facts);
    }

    /** How it stands by all its facts. */
    public ActionStanding standing() {
        return ActionStanding.of(this);
    }

    public ActionState state() {
        return standing().state();
    }

    /** When its last fact was recorded. */
    public Instant changedAt() {
        return facts.isEmpty() ? opening.at() : facts.getLast().at();
    }

    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /** The action as it was known at a moment: with the facts recorded by then. Ask only for moments since its opening. */
    public CorrectiveAction asOf(Instant moment) {
        return withFacts(
                facts.stream().filter(fact -> !fact.at().isAfter(moment)).toList());
    }

    private CorrectiveAction withFacts(List<Fact> next) {
        return new CorrectiveAction(partnership, id, number, zone, origin, topic, verifyPeriods, opening, next);
    }
}
