package dev.drumbeat.cadence.agenda;

import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The items of one meeting, the one being talked about, and what is not known.
 *
 * @param current id of the item being talked about; empty when none is
 * @param currentSince null when none is
 * @param scorecard as it was last seen in this meeting, at {@code kpisKnownAt}
 * @param asOf when it was last compared with the data; null for never
 * @param order ids as people put them; empty while nobody did, and items stand by rank
 */
public record Agenda(
        List<AgendaItem> items,
        String current,
        @Nullable Instant currentSince,
        List<Part> missing,
        @Nullable Instant kpisKnownAt,
        @Nullable Instant actionsKnownAt,
        @Nullable Instant incentivesKnownAt,
        List<KpiFact> scorecard,
        @Nullable Instant asOf,
        List<String> order) {
    public static final Agenda EMPTY =
            new Agenda(List.of(), "", null, List.of(), null, null, null, List.of(), null, List.of());
    public static final int MAX_ITEMS = 200;

    public Agenda {
        items = List.copyOf(items);
        missing = List.copyOf(missing);
        scorecard = List.copyOf(scorecard);
        // Meetings from before there was an order have none.
        order = order == null ? List.of() : List.copyOf(order);
    }

    /** When a part was last known in this meeting. */
    public @Nullable Instant knownAt(Part part) {
        return switch (part) {
            case KPIS -> kpisKnownAt;
            case ACTIONS -> actionsKnownAt;
            case INCENTIVES -> incentivesKnownAt;
        };
    }

    /** What comes back from the meeting before, once. Unfinished items of people come back whole, those of the data with their count. */
    public Agenda with(List<AgendaItem> before) {
        List<AgendaItem> next = new ArrayList<>(items);
        for (AgendaItem item : before) {
            boolean comesBack =
                    item.kind() == ItemKind.ADDED && (item.isOpen() || item.state() == ItemState.CARRIED_OVER);
            if (comesBack && next.stream().noneMatch(there -> there.id().equals(item.id()))) {
                next.add(item.comingBack());
            }
        }
        return withItems(next);
    }

    /**
     * The agenda as the data ask for it now. What people wrote stays; what is no longer asked for stays once somebody touched it
     * or the meeting runs, marked as no longer live. A part that is not known changes nothing of what it said before.
     *
     * @param before items of the meeting before, to count how often something comes back
     * @param running whether the meeting runs
     */
    public Agenda compared(
            Findings findings, List<AgendaItem> asked, List<AgendaItem> before, boolean running, Duration length) {
        Set<Part> unknown = findings.missing();
        List<AgendaItem> next = new ArrayList<>();
        for (AgendaItem item : asked) {
            AgendaItem counted = item.carriedOver(timesCarried(item, before));
            next.add(items.stream()
                    .filter(there -> there.id().equals(item.id()))
                    .findFirst()
                    .map(there -> keepsWhatWasKnown(there, unknown)
                            ? there
                            : there.refreshed(unknown.contains(Part.KPIS) ? counted.withKpiOf(there) : counted))
                    .orElse(counted));
        }
        for (AgendaItem item : items) {
            if (next.stream().anyMatch(there -> there.id().equals(item.id()))) {
                continue;
            }
            if (item.kind() == ItemKind.ADDED || !item.kind().isJudged(unknown)) {
                next.add(item);
            } else if (running || item.revision() > 1) {
                next.add(item.noLongerAsked());
            }
        }
        return new Agenda(
                planned(ranked(next, order), length),
                current,
                currentSince,
                unknown.stream().sorted().toList(),
                findings.kpis().isKnown() ? findings.at() : kpisKnownAt,
                findings.actions().isKnown() ? findings.at() : actionsKnownAt,
                findings.statements().isKnown() ? findings.at() : incentivesKnownAt,
                findings.kpis().isKnown() ? findings.kpis().orNone() : scorecard,
                unknown.size() == Part.values().length ? asOf : findings.at(),
                order);
    }

    /** Whether the data changed it: moments of comparison aside. */
    public boolean saysTheSameAs(Agenda other) {
        return items.equals(other.items) && missing.equals(other.missing) && scorecard.equals(other.scorecard);
    }

    public AgendaItem require(String id) {
        return items.stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.of(Reason.NOT_FOUND, "item.not_found", "There is no such item on this agenda."));
    }

    public Agenda changed(String id, UnaryOperator<AgendaItem> change) {
        require(id);
        return withItems(items.stream()
                .map(item -> item.id().equals(id) ? change.apply(item) : item)
                .toList());
    }

    public Agenda plus(AgendaItem item) {
        if (items.size() >= MAX_ITEMS) {
            throw Refusal.of(Reason.LIMIT_REACHED, "agenda.full", "There are " + MAX_ITEMS + " items already.");
        }
        List<AgendaItem> next = new ArrayList<>(items);
        next.add(item);
        return withItems(ranked(next, order));
    }

    /** @param before the item that comes after it; empty puts it last */
    public Agenda moved(String id, String before) {
        require(id);
        if (!before.isEmpty()) {
            require(before);
        }
        if (id.equals(before)) {
            return this;
        }
        List<String> next = new ArrayList<>(items.stream().map(AgendaItem::id).toList());
        next.remove(id);
        next.add(before.isEmpty() ? next.size() : next.indexOf(before), id);
        return new Agenda(
                ranked(items, next),
                current,
                currentSince,
                missing,
                kpisKnownAt,
                actionsKnownAt,
                incentivesKnownAt,
                scorecard,
                asOf,
                next);
    }

    /** As people put them; what they did not see then stands before the first of lower rank. */
    private static List<AgendaItem> ranked(List<AgendaItem> items, List<String> order) {
        List<AgendaItem> byRank =
                items.stream().sorted(Comparator.comparing(AgendaItem::kind)).toList();
        List<AgendaItem> ranked = new ArrayList<>(byRank.stream()
                .filter(item -> order.contains(item.id()))
                .sorted(Comparator.comparing((AgendaItem item) -> order.indexOf(item.id())))
                .toList());
        for (AgendaItem item : byRank) {
            if (!order.contains(item.id())) {
                ranked.add(placeOf(item, ranked), item);
            }
        }
        return ranked;
    }

    private static int placeOf(AgendaItem item, List<AgendaItem> ranked) {
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).kind().compareTo(item.kind()) > 0) {
                return i;
            }
        }
        return ranked.size();
    }

    /** The timer of the one before stops, that of the next starts; an empty id only stops. */
    public Agenda selected(String id, Instant at) {
        if (!id.isEmpty()) {
            require(id);
        }
        if (id.equals(current)) {
            return this;
        }
        Agenda stopped = stopped(at);
        return new Agenda(
                stopped.items,
                id,
                id.isEmpty() ? null : at,
                missing,
                kpisKnownAt,
                actionsKnownAt,
                incentivesKnownAt,
                scorecard,
                asOf,
                order);
    }

    private Agenda stopped(Instant at) {
        if (currentSince == null) {
            return this;
        }
        int seconds = (int) Math.max(0, Duration.between(currentSince, at).toSeconds());
        return withItems(items.stream()
                .map(item -> item.id().equals(current) ? item.spent(seconds) : item)
                .toList());
    }

    public Agenda withItems(List<AgendaItem> next) {
        return new Agenda(
                next,
                current,
                currentSince,
                missing,
                kpisKnownAt,
                actionsKnownAt,
                incentivesKnownAt,
                scorecard,
                asOf,
                order);
    }

    /** While actions can't be asked, what they said of a red stays: better known a minute ago than unknown. */
    private static boolean keepsWhatWasKnown(AgendaItem there, Set<Part> unknown) {
        return unknown.contains(Part.ACTIONS) && !there.facts().action().isEmpty();
    }

    private static int timesCarried(AgendaItem item, List<AgendaItem> before) {
        return before.stream()
                .filter(earlier -> earlier.id().equals(item.id()) && earlier.state() == ItemState.CARRIED_OVER)
                .findFirst()
                .map(earlier -> earlier.carriedOver() + 1)
                .orElse(0);
    }

    /** Shares the meeting's time among the items by weight, in whole half minutes; what people planned stays. */
    private static List<AgendaItem> planned(List<AgendaItem> items, Duration length) {
        int total = items.stream().mapToInt(item -> item.kind().weight()).sum();
        return items.stream()
                .map(item -> {
                    if (item.edits().plannedSeconds() > 0 || !item.isOpen()) {
                        return item;
                    }
                    long share = length.toSeconds() * item.kind().weight() / Math.max(1, total);
                    return item.planned((int) Math.clamp(share / 30 * 30, 30, 900));
                })
                .toList();
    }
}
