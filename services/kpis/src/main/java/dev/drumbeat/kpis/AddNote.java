package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import java.util.Optional;

/** Comments on a KPI, or contests a figure. */
public final class AddNote {
    private final Ledger ledger;
    private final CurrentFigures figures;
    private final KpiStore store;

    public AddNote(Ledger ledger, CurrentFigures figures, KpiStore store) {
        this.ledger = ledger;
        this.figures = figures;
        this.store = store;
    }

    /** @param periodName may be empty for a comment */
    public Note add(
            Scope scope,
            Request request,
            String kpiId,
            Note.Kind kind,
            Note.Audience audience,
            String periodName,
            String text) {
        scope.require(Activity.COMMENT);
        if (audience == Note.Audience.OWNER) {
            scope.require(Activity.READ_OWNER_NOTES);
        }
        if (audience == Note.Audience.OWNER && kind == Note.Kind.CONTEST) {
            throw Refusal.invalid("audience", "contest.both", "A figure is contested for both sides to see.");
        }
        Validation validation = new Validation();
        String plain = validation.text("text", text, 1, Note.MAX_LENGTH);
        validation.orRefuse();
        String id = Ids.of(scope.partnership(), request.key());
        ledger.write(scope, request, edit -> {
            Kpi kpi = edit.requireLive(kpiId);
            Optional<Period> period = periodName.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Terms.period("period", periodName, kpi.frequency()));
            Note note = new Note(id, kpiId, kind, audience, period, plain, edit.actor(), edit.at());
            edit.note(note);
            if (kind == Note.Kind.CONTEST) {
                edit.put(kpi.contestedIn(contested(edit, kpi, period)));
            }
            if (audience == Note.Audience.BOTH) {
                // The trail is read by both sides: an owner's own note is its own record of who wrote what and when.
                edit.audit(
                        kind == Note.Kind.CONTEST ? "kpi.figure.contested" : "kpi.note.added",
                        Names.note(scope.partnership(), kpiId, id),
                        "",
                        new Json()
                                .put("period", period.map(Period::name))
                                .put("text", plain)
                                .text(),
                        "");
            }
            return id;
        });
        return store.note(scope, id).orElseThrow();
    }

    private Period contested(Edit edit, Kpi kpi, Optional<Period> period) {
        Period contested = period.orElseThrow(
                () -> Refusal.invalid("period", "contest.period", "Say which period's figure is wrong."));
        if (!figures.of(edit.scope(), kpi.id(), edit.before().changedAt()).containsKey(contested)) {
            throw Refusal.precondition("figure.missing", "There is no figure for " + contested.name() + " to contest.");
        }
        return contested;
    }
}
