package dev.drumbeat.demo.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * One partnership with everything that is said about it.
 *
 * @param dataNotice what a reader must know about where the figures come from
 * @param kpis in an order in which they can be defined: steps before what is rolled from them
 * @param targets agreed ones, proposed by the owner's OPS and accepted by the partner's LEADER
 * @param entry how the figures come in
 * @param happenings in the order in which they happened, after all figures were in
 */
public record PartnershipPlan(
        String slug,
        String displayName,
        CompanyPlan partner,
        String dataNotice,
        List<KpiDefinition> kpis,
        List<PlannedTarget> targets,
        Entry entry,
        List<PlannedFigure> figures,
        List<Happening> happenings) {

    /** How figures come in. */
    public enum Entry {
        /** The owner's OPS imports them as one CSV file. */
        CSV_BY_OWNER,
        /** The partner's OPS enters them on the page. */
        BY_HAND_BY_PARTNER
    }

    public PartnershipPlan {
        kpis = List.copyOf(kpis);
        targets = List.copyOf(targets);
        figures = List.copyOf(figures);
        happenings = List.copyOf(happenings);
    }

    /** Figures of periods that ended after one day and by another, in their order. */
    public List<PlannedFigure> figuresKnownBetween(LocalDate after, LocalDate until) {
        return figures.stream()
                .filter(figure ->
                        figure.lastDay().isAfter(after) && !figure.lastDay().isAfter(until))
                .toList();
    }
}
