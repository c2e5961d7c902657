package dev.drumbeat.demo.plan;

import java.util.List;

/** Everything that the demo says. */
public record DemoPlan(Cast cast, List<PartnershipPlan> partnerships) {
    public DemoPlan {
        partnerships = List.copyOf(partnerships);
    }

    public int figureCount() {
        return partnerships.stream()
                .mapToInt(partnership -> partnership.figures().size())
                .sum();
    }
}
