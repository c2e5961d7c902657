package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An unbroken stretch of red. Its name follows from the KPI and the first red period, so the same red has the same name,
 * whoever asks and whenever.
 *
 * @param partnership {@code partnerships/{partnership}}
 * @param kpi the KPI's id
 * @param first the first RED period of the stretch
 * @param label as the KPI's definition said when it last changed
 * @param openedAt when the fact that opened it was recorded
 * @param changes how it was known over time, oldest first, never empty
 */
public record RedEpisode(
        String partnership, String kpi, Label label, Period first, Instant openedAt, List<Change> changes) {

    public enum State {
        OPEN,
        ENDED,
        /** A correction took the red away. Kept, so that nobody wonders where it went. */
        VOIDED
    }

    /** @param raciActivity whose Accountable answers for it; may be empty */
    public record Label(String kpiDisplayName, String raciActivity) {
        static Label of(Definition definition) {
            return new Label(definition.displayName(), definition.raciActivity());
        }
    }

    /**
     * @param lastRed the last RED period so far
     * @param redPeriods how many RED periods so far
     * @param lastValue figure of the last RED period
     * @param lastTarget the bound that it missed
     */
    public record Extent(Period lastRed, int redPeriods, BigDecimal lastValue, BigDecimal lastTarget) {}

    public record Change(Instant at, State state, Extent extent) {}

    public RedEpisode {
        changes = List.copyOf(changes);
    }

    public State state() {
        return changes.getLast().state();
    }

    public Extent extent() {
        return changes.getLast().extent();
    }

    public Instant changedAt() {
        return changes.getLast().at();
    }

    /** When it ended or was voided; empty while open. */
    public Optional<Instant> closedAt() {
        if (state() == State.OPEN) {
            return Optional.empty();
        }
        int since = changes.size() - 1;
        while (since > 0 && changes.get(since - 1).state() == state()) {
            since--;
        }
        return Optional.of(changes.get(since).at());
    }

    /** The last part of its name. */
    public String id() {
        return kpi + "@" + first.name();
    }

    public String name() {
        return partnership + "/redEpisodes/" + id();
    }

    public boolean open() {
        return state() == State.OPEN;
    }

    /** As it was known at a moment; empty before it was opened. */
    public Optional<RedEpisode> asOf(Instant moment) {
        List<Change> known =
                changes.stream().filter(change -> !change.at().isAfter(moment)).toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new RedEpisode(partnership, kpi, label, first, openedAt, known));
    }

    RedEpisode changed(Label newLabel, Change change) {
        List<Change> next = new ArrayList<>(changes);
        next.add(change);
        return new RedEpisode(partnership, kpi, newLabel, first, openedAt, next);
    }
}
