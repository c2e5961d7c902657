package dev.drumbeat.demo.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that the demo says.
 *
 * @param owner the one owner company of all partnerships
 * @param administrator an administrator of the installation, who belongs to the owner
 */
public record DemoPlan(CompanyPlan owner, PersonPlan administrator, List<PartnershipPlan> partnerships) {
    public DemoPlan {
        partnerships = List.copyOf(partnerships);
    }

    /** The owner first. */
    public List<CompanyPlan> companies() {
        return Stream.concat(Stream.of(owner), partnerships.stream().map(PartnershipPlan::partner))
                .toList();
    }

    public int figureCount() {
        return partnerships.stream()
                .mapToInt(partnership -> partnership.figures().size())
                .sum();
    }
}
