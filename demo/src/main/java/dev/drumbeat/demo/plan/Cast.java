package dev.drumbeat.demo.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who is in the demo.
 *
 * @param owner the one owner company of all partnerships
 * @param administrator an administrator of the installation, who belongs to the owner
 * @param partners one for each partnership, in the order of the partnerships
 */
public record Cast(CompanyPlan owner, PersonPlan administrator, List<CompanyPlan> partners) {
    public Cast {
        partners = List.copyOf(partners);
    }

    /** The owner first. */
    public List<CompanyPlan> companies() {
        return Stream.concat(Stream.of(owner), partners.stream()).toList();
    }
}
