package dev.drumbeat.gateway.exports;

import com.google.protobuf.Timestamp;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of corrective actions: who has it until when first, then what was found and done. */
final class ActionTable {
    static final List<Column<CorrectiveAction>> COLUMNS = List.of(
            new Column<>("number", CorrectiveAction::getNumber),
            new Column<>("title", CorrectiveAction::getTitle),
            new Column<>("state", row -> Wire.name(row.getState())),
            new Column<>("owner", row -> row.getOwner().getDisplayName()),
            new Column<>("company", row -> row.getOwner().getCompanyDisplayName()),
            new Column<>("dueDate", CorrectiveAction::getDueDate),
            new Column<>("overdueDays", row -> row.getFigures().getOverdueDays()),
            new Column<>("proposedOwner", row -> row.getProposal().getOwner().getDisplayName()),
            new Column<>("proposedDueDate", row -> row.getProposal().getDueDate()),
            new Column<>("origin", row -> Wire.name(row.getOrigin())),
            new Column<>("kpi", row -> Wire.slug(row.getKpi())),
            new Column<>("redSince", CorrectiveAction::getRedSincePeriod),
            new Column<>("problem", CorrectiveAction::getProblem),
            new Column<>("containment", row -> row.getContainment().getText()),
            new Column<>("whyItHappened", row -> chain(row.getRootCause().getOccurrenceWhysList())),
            new Column<>("whyItEscaped", row -> chain(row.getRootCause().getEscapeWhysList())),
            new Column<>("steps", CorrectiveAction::getStepsCount),
            new Column<>(
                    "stepsDone",
                    row -> row.getStepsList().stream().filter(Step::hasDoneAt).count()),
            new Column<>("periodsPassed", row -> row.getVerification().getPeriodsPassedCount()),
            new Column<>("periodsNeeded", row -> row.getVerification().getPeriodsNeeded()),
            new Column<>("escalations", CorrectiveAction::getEscalationsCount),
            new Column<>("slips", row -> row.getFigures().getSlips()),
            new Column<>("recurrences", row -> row.getFigures().getRecurrences()),
            new Column<>("unownedMinutes", row -> row.getFigures().getUnownedMinutes()),
            new Column<>("openedAt", row -> moment(row.hasOpenedAt(), row.getOpenedAt())),
            new Column<>("openedBy", row -> row.getOpenedBy().getDisplayName()),
            new Column<>("implementedAt", row -> moment(row.hasImplementedAt(), row.getImplementedAt())),
            new Column<>("closedAt", row -> moment(row.hasClosedAt(), row.getClosedAt())),
            new Column<>("voidedReason", CorrectiveAction::getVoidedReason));

    private ActionTable() {}

    private static String chain(List<String> whys) {
        return String.join(" → ", whys);
    }

    private static @Nullable Object moment(boolean there, Timestamp at) {
        return there ? Wire.moment(at) : null;
    }
}
