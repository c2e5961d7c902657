package dev.drumbeat.cadence.agenda;

import dev.drumbeat.cadence.Commitment;
import dev.drumbeat.cadence.Names;
import dev.drumbeat.platform.domain.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the data ask to be talked about, ranked by kind, and within a kind what is worst first. A subject comes once: an overdue
 * action about a red is one item, not two.
 *
 * @param partnership {@code partnerships/{partnership}}
 * @param commitments open ones of earlier meetings
 * @param today in the partnership's zone
 * @param nextMeeting the day of the meeting after this one; null when there is none
 */
public record Asking(
        String partnership,
        Findings findings,
        List<Commitment> commitments,
        LocalDate today,
        @Nullable LocalDate nextMeeting) {
    private static final Comparator<AgendaItem> RANK = Comparator.comparing(AgendaItem::kind)
            .thenComparing(item -> item.facts().due(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(item -> item.facts().unownedSince(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(item -> item.facts().sincePeriod())
            .thenComparing(AgendaItem::title)
            .thenComparing(AgendaItem::id);

    /** In their order on the agenda. */
    public List<AgendaItem> items() {
        List<AgendaItem> items = new ArrayList<>();
        Set<String> covered = new HashSet<>();
        Map<String, KpiFact> reds = findings.kpis().orNone().stream()
                .filter(KpiFact::isRed)
                .collect(Collectors.toMap(KpiFact::kpi, Function.identity()));
        for (ActionFact action : findings.actions().orNone()) {
            @Nullable KpiFact red = reds.get(action.kpi());
            @Nullable ItemKind kind = kindOf(action, red);
            if (kind != null && covered.add(subjectOf(action))) {
                items.add(of(kind, action, red));
            }
        }
        for (KpiFact kpi : findings.kpis().orNone()) {
            boolean first = covered.add(kpi.kpi());
            if (first) {
                aboutKpi(items, kpi);
            }
            if (kpi.waiting() > 0) {
                items.add(item(ItemKind.TERMS_TO_DECIDE, "terms", kpi.kpi(), kpi.displayName(), Facts.of(kpi, "")));
            }
        }
        findings.statements()
                .orNone()
                .forEach(statement -> items.add(item(
                        ItemKind.STATEMENT_TO_SIGN,
                        "statement",
                        statement.statement(),
                        statement.title(),
                        periodOf(statement))));
        commitments.stream()
                .filter(Commitment::isOpen)
                .forEach(commitment -> items.add(item(
                        ItemKind.OPEN_COMMITMENT,
                        "commitment",
                        Names.commitment(partnership, commitment.id()),
                        commitment.text(),
                        Facts.commitment(commitment.due(), commitment.owner()))));
        return items.stream().sorted(RANK).toList();
    }

    /** What is worst about a KPI that no action speaks for: one item at most. */
    private void aboutKpi(List<AgendaItem> items, KpiFact kpi) {
        if (kpi.isRed()) {
            // Without an action, or while actions can't be asked, nobody is known to own it.
            Facts facts = Facts.of(kpi, kpi.redSince());
            boolean known = findings.actions().isKnown();
            items.add(about(kpi, ItemKind.UNOWNED_RED, known ? facts : facts.withoutUnownedSince()));
        } else if (kpi.status().equals("AMBER") && !isTrouble(kpi.previousStatus())) {
            items.add(about(kpi, ItemKind.NEW_AMBER, Facts.of(kpi, kpi.period())));
        } else if (kpi.status().equals("STALE")) {
            items.add(about(kpi, ItemKind.STALE_DATA, Facts.of(kpi, kpi.stalePeriod())));
        } else if (!kpi.driftSince().isEmpty()) {
            items.add(about(kpi, ItemKind.DRIFT, Facts.of(kpi, kpi.driftSince())));
        } else if (kpi.status().equals("GREEN") && isTrouble(kpi.previousStatus())) {
            items.add(about(kpi, ItemKind.GOOD_NEWS, Facts.of(kpi, kpi.period())));
        }
    }

    private @Nullable ItemKind kindOf(ActionFact action, @Nullable KpiFact red) {
        if (action.isUnowned()) {
            // An unowned action without a red is as urgent: somebody opened it and nobody has it.
            return ItemKind.UNOWNED_RED;
        }
        @Nullable LocalDate due = action.due();
        if (due != null && due.isBefore(today)) {
            return ItemKind.OVERDUE_ACTION;
        }
        if (due != null && nextMeeting != null && !due.isAfter(nextMeeting)) {
            return ItemKind.DUE_ACTION;
        }
        return red == null ? null : ItemKind.OWNED_RED;
    }

    private AgendaItem of(ItemKind kind, ActionFact action, @Nullable KpiFact red) {
        Facts facts = (red == null ? Facts.none() : Facts.of(red, red.redSince())).with(action);
        String title = action.kpiDisplayName().isEmpty() ? action.title() : action.kpiDisplayName();
        return AgendaItem.fresh(
                Ids.of(subjectOf(action)),
                kind,
                action.action(),
                kind == ItemKind.UNOWNED_RED || kind == ItemKind.OWNED_RED ? title : action.title(),
                facts);
    }

    /** A red keeps its item whether or not its action is known. */
    private static String subjectOf(ActionFact action) {
        return action.kpi().isEmpty() ? action.action() : action.kpi();
    }

    private static AgendaItem about(KpiFact kpi, ItemKind kind, Facts facts) {
        return AgendaItem.fresh(Ids.of(kpi.kpi()), kind, kpi.kpi(), kpi.displayName(), facts);
    }

    private static AgendaItem item(ItemKind kind, String space, String subject, String title, Facts facts) {
        return AgendaItem.fresh(Ids.of(space, subject), kind, subject, title, facts);
    }

    private static Facts periodOf(StatementFact statement) {
        return new Facts(false, "", "", 0, statement.period(), "", "", "", null, null, null, 0, 0, "");
    }

    private static boolean isTrouble(String status) {
        return status.equals("AMBER") || status.equals("RED");
    }
}
