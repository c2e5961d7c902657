package dev.drumbeat.cadence.agenda;

import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.Refusal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * One thing to talk about. Its id is made of what it is about, so that it is the same item in the next meeting.
 *
 * @param subject resource name; empty for an added one
 * @param reason why it was dropped or comes back; empty otherwise
 * @param spentSeconds without the stretch that runs now
 * @param carriedOver meetings it was carried over so far
 * @param live whether the data, or for an added one the people, still ask for it
 * @param revision grows with each edit by a person
 * @param edits which revision last changed which field, so that edits of different fields merge
 */
public record AgendaItem(
        String id,
        ItemKind kind,
        String subject,
        String title,
        Facts facts,
        ItemState state,
        String reason,
        String note,
        int plannedSeconds,
        int spentSeconds,
        int carriedOver,
        boolean live,
        @Nullable Actor addedBy,
        long revision,
        Edits edits) {
    /** The revisions that last changed the fields; 0 for never. */
    public record Edits(long title, long note, long plannedSeconds, long state) {
        static final Edits NONE = new Edits(0, 0, 0, 0);
    }

    public static AgendaItem fresh(String id, ItemKind kind, String subject, String title, Facts facts) {
        return new AgendaItem(
                id, kind, subject, title, facts, ItemState.OPEN, "", "", 0, 0, 0, true, null, 1, Edits.NONE);
    }

    public static AgendaItem added(String id, String title, String note, Actor by) {
        return new AgendaItem(
                id,
                ItemKind.ADDED,
                "",
                title,
                Facts.none(),
                ItemState.OPEN,
                "",
                note,
                0,
                0,
                0,
                true,
                by,
                1,
                Edits.NONE);
    }

    public boolean isOpen() {
        return state == ItemState.OPEN;
    }

    /** A red of which nobody could be asked who owns it: that is not the same as nobody owning it. */
    public boolean isOwnerUnknown(Collection<Part> missing) {
        return kind == ItemKind.UNOWNED_RED && facts.action().isEmpty() && missing.contains(Part.ACTIONS);
    }

    /** An open red behind it, as far as is known. */
    public boolean isLiveRed() {
        return live && facts.red();
    }

    /**
     * Changes the fields that are given; those that are null stay.
     *
     * @param seen the revision the editor saw
     * @throws Refusal STALE_REVISION when a field that is given was changed since
     */
    public AgendaItem edited(
            long seen, @Nullable String newTitle, @Nullable String newNote, @Nullable Integer newSeconds) {
        if ((newTitle != null && edits.title() > seen)
                || (newNote != null && edits.note() > seen)
                || (newSeconds != null && edits.plannedSeconds() > seen)) {
            throw Refusal.staleRevision(id);
        }
        if (newTitle != null && kind != ItemKind.ADDED) {
            throw Refusal.invalid("title", "item.title_of_data", "The title of this item comes from the data.");
        }
        long next = revision + 1;
        return new AgendaItem(
                id,
                kind,
                subject,
                newTitle == null ? title : newTitle,
                facts,
                state,
                reason,
                newNote == null ? note : newNote,
                newSeconds == null ? plannedSeconds : newSeconds,
                spentSeconds,
                carriedOver,
                live,
                addedBy,
                next,
                new Edits(
                        newTitle == null ? edits.title() : next,
                        newNote == null ? edits.note() : next,
                        newSeconds == null ? edits.plannedSeconds() : next,
                        edits.state()));
    }

    /** @param seen as for {@link #edited}; a note that changed meanwhile does not matter, another outcome does */
    public AgendaItem closed(long seen, ItemState next, String why) {
        if (edits.state() > seen) {
            throw Refusal.staleRevision(id);
        }
        if (facts.red() && kind == ItemKind.UNOWNED_RED && live && next == ItemState.DONE) {
            throw Refusal.precondition(
                    "item.red_unowned",
                    "Nobody owns this red yet: agree an owner and a due date, or take it to the next meeting with a reason.");
        }
        if (isLiveRed() && next == ItemState.DROPPED) {
            throw Refusal.precondition(
                    "item.live_red", "This is still red: it can be done or come back, but not be dropped.");
        }
        if (why.isEmpty() && (next == ItemState.DROPPED || (isLiveRed() && next == ItemState.CARRIED_OVER))) {
            throw Refusal.invalid("reason", "text.required", "Say why.");
        }
        return to(next, why);
    }

    public AgendaItem reopened(long seen) {
        if (edits.state() > seen) {
            throw Refusal.staleRevision(id);
        }
        return to(ItemState.OPEN, "");
    }

    /** As the end of a meeting leaves what is still open. */
    public AgendaItem leftFor(String why) {
        return isOpen() ? to(ItemState.CARRIED_OVER, isLiveRed() ? why : "") : this;
    }

    private AgendaItem to(ItemState next, String why) {
        long grown = revision + 1;
        return new AgendaItem(
                id,
                kind,
                subject,
                title,
                facts,
                next,
                why,
                note,
                plannedSeconds,
                spentSeconds,
                carriedOver,
                live,
                addedBy,
                grown,
                new Edits(edits.title(), edits.note(), edits.plannedSeconds(), grown));
    }

    /** What the data say now, beside what people said. */
    AgendaItem refreshed(AgendaItem asked) {
        return new AgendaItem(
                id,
                asked.kind,
                asked.subject,
                asked.title,
                asked.facts,
                state,
                reason,
                note,
                plannedSeconds,
                spentSeconds,
                Math.max(carriedOver, asked.carriedOver),
                true,
                addedBy,
                revision,
                edits);
    }

    /** While kpis can't be asked, what it said before: an action alone does not know whether its KPI is still red. */
    AgendaItem withKpiOf(AgendaItem known) {
        return new AgendaItem(
                id,
                kind,
                subject,
                title,
                facts.withKpiOf(known.facts),
                state,
                reason,
                note,
                plannedSeconds,
                spentSeconds,
                carriedOver,
                live,
                addedBy,
                revision,
                edits);
    }

    AgendaItem noLongerAsked() {
        return new AgendaItem(
                id,
                kind,
                subject,
                title,
                facts,
                state,
                reason,
                note,
                plannedSeconds,
                spentSeconds,
                carriedOver,
                false,
                addedBy,
                revision,
                edits);
    }

    /** As it comes back in the next meeting. */
    AgendaItem comingBack() {
        return new AgendaItem(
                id,
                kind,
                subject,
                title,
                facts,
                ItemState.OPEN,
                "",
                note,
                plannedSeconds,
                0,
                carriedOver + 1,
                live,
                addedBy,
                1,
                Edits.NONE);
    }

    AgendaItem carriedOver(int times) {
        return new AgendaItem(
                id,
                kind,
                subject,
                title,
                facts,
                state,
                reason,
                note,
                plannedSeconds,
                spentSeconds,
                times,
                live,
                addedBy,
                revision,
                edits);
    }

    AgendaItem planned(int seconds) {
        return new AgendaItem(
                id,
                kind,
                subject,
                title,
                facts,
                state,
                reason,
                note,
                seconds,
                spentSeconds,
                carriedOver,
                live,
                addedBy,
                revision,
                edits);
    }

    public AgendaItem spent(int more) {
        return new AgendaItem(
                id,
                kind,
                subject,
                title,
                facts,
                state,
                reason,
                note,
                plannedSeconds,
                spentSeconds + more,
                carriedOver,
                live,
                addedBy,
                revision,
                edits);
    }
}
