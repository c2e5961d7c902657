package dev.drumbeat.cadence;

import dev.drumbeat.cadence.Ledger.Edit;
import dev.drumbeat.cadence.agenda.Agenda;
import dev.drumbeat.cadence.agenda.AgendaItem;
import dev.drumbeat.cadence.agenda.ItemState;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What people do with an agenda. Two edits of one item are merged or refused, never lost. */
public final class EditAgenda {
    private static final int TITLE_MAX_LENGTH = 200;
    private static final int NOTE_MAX_LENGTH = 4_000;
    private static final int MIN_SECONDS = 60;
    private static final int MAX_SECONDS = 7_200;

    private final Ledger ledger;
    private final AgendaDesk desk;

    public EditAgenda(Ledger ledger, AgendaDesk desk) {
        this.ledger = ledger;
        this.desk = desk;
    }

    public Versioned<Meeting> add(Scope scope, Request request, String meeting, String title, String note) {
        scope.require(Activity.RUN_MEETINGS);
        Validation validation = new Validation();
        String words = validation.line("title", title, 1, TITLE_MAX_LENGTH);
        String said = validation.text("note", note, 0, NOTE_MAX_LENGTH);
        validation.orRefuse();
        AgendaItem item = AgendaItem.added(Ids.of(scope.partnership(), request.key()), words, said, scope.actor());
        return ledger.write(scope, request, meeting, before -> {
            before.value().requireNotOver();
            Meeting next = before.value().withAgenda(before.value().agenda().plus(item));
            return Edit.of(next, "item.added", Json.object("item_id", item.id(), "title", words));
        });
    }

    /** Fields that are null stay as they are. */
    public Versioned<Meeting> update(
            Scope scope,
            Request request,
            String meeting,
            String item,
            long seen,
            @Nullable String title,
            @Nullable String note,
            @Nullable Integer plannedSeconds) {
        Validation validation = new Validation();
        @Nullable String words = title == null ? null : validation.line("title", title, 1, TITLE_MAX_LENGTH);
        @Nullable String said = note == null ? null : validation.text("note", note, 0, NOTE_MAX_LENGTH);
        if (plannedSeconds != null && (plannedSeconds < MIN_SECONDS || plannedSeconds > MAX_SECONDS)) {
            validation.add("planned_seconds", "planned_seconds.range", "1 to 120 minutes, please.");
        }
        validation.orRefuse();
        return change(
                scope,
                request,
                meeting,
                Freshness.WHEN_PLANNED,
                "item.changed",
                item,
                (there, unused) -> there.edited(seen, words, said, plannedSeconds));
    }

    /** @param item empty stops the timer */
    public Versioned<Meeting> select(Scope scope, Request request, String meeting, String item) {
        scope.require(Activity.RUN_MEETINGS);
        return ledger.write(scope, request, meeting, before -> {
            before.value().requireRunning();
            Agenda selected = before.value().agenda().selected(item, ledger.now());
            return Edit.of(before.value().withAgenda(selected), "item.selected", Json.object("item_id", item));
        });
    }

    /** @param before the item that comes after it; empty puts it last */
    public Versioned<Meeting> move(Scope scope, Request request, String meeting, String item, String before) {
        scope.require(Activity.RUN_MEETINGS);
        Optional<AgendaDesk.Comparison> comparison = ask(scope, meeting, Freshness.WHEN_PLANNED);
        return ledger.write(scope, request, meeting, known -> {
            known.value().requireNotOver();
            Meeting compared = compared(known, comparison);
            return Edit.of(
                    compared.withAgenda(compared.agenda().moved(item, before)),
                    "item.moved",
                    Json.object("item_id", item, "before_item_id", before));
        });
    }

    public Versioned<Meeting> close(
            Scope scope, Request request, String meeting, String item, long seen, ItemState state, String reason) {
        Validation validation = new Validation();
        String why = validation.text("reason", reason, 0, Words.REASON_MAX_LENGTH);
        if (state == ItemState.OPEN) {
            validation.add("state", "choice.required", "Choose one of DONE, CARRIED_OVER, DROPPED.");
        }
        validation.orRefuse();
        return change(scope, request, meeting, Freshness.ALWAYS, "item.closed", item, (there, running) -> {
            running.requireRunning();
            return there.closed(seen, state, why);
        });
    }

    public Versioned<Meeting> reopen(Scope scope, Request request, String meeting, String item, long seen) {
        return change(scope, request, meeting, Freshness.WHEN_PLANNED, "item.reopened", item, (there, running) -> {
            running.requireRunning();
            return there.reopened(seen);
        });
    }

    /** When the data are asked again before an edit. */
    private enum Freshness {
        /** While it is only planned: its agenda is not stored yet. */
        WHEN_PLANNED,
        /** Where what the data say decides whether the edit is allowed. */
        ALWAYS
    }

    private Versioned<Meeting> change(
            Scope scope,
            Request request,
            String meeting,
            Freshness freshness,
            String action,
            String item,
            BiFunction<AgendaItem, Meeting, AgendaItem> edit) {
        scope.require(Activity.RUN_MEETINGS);
        Optional<AgendaDesk.Comparison> comparison = ask(scope, meeting, freshness);
        return ledger.write(scope, request, meeting, before -> {
            before.value().requireNotOver();
            Meeting compared = compared(before, comparison);
            AgendaItem there = compared.agenda().require(item);
            AgendaItem changed = edit.apply(there, compared);
            Agenda agenda = compared.agenda().changed(item, unused -> changed);
            if (!changed.isOpen() && agenda.current().equals(item)) {
                agenda = agenda.selected("", ledger.now());
            }
            return new Edit(
                    compared.withAgenda(agenda), action, compared.name(), json(there), json(changed), changed.reason());
        });
    }

    private Optional<AgendaDesk.Comparison> ask(Scope scope, String meeting, Freshness freshness) {
        Meeting known = ledger.require(scope, meeting).value();
        boolean fresh = !known.state().isOver()
                && (freshness == Freshness.ALWAYS || known.state().isWaiting());
        return fresh ? Optional.of(desk.compare(known, scope.facts().timeZone(), ledger.now())) : Optional.empty();
    }

    private static Meeting compared(Versioned<Meeting> before, Optional<AgendaDesk.Comparison> comparison) {
        return comparison.map(found -> found.of(before.value())).orElse(before.value());
    }

    private static String json(AgendaItem item) {
        return Json.object(
                "item_id",
                item.id(),
                "title",
                item.title(),
                "state",
                item.state().name(),
                "note",
                item.note(),
                "planned_seconds",
                item.plannedSeconds());
    }
}
