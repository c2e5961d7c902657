package dev.drumbeat.demo;

import dev.drumbeat.demo.plan.Cast;
import dev.drumbeat.demo.plan.CompanyPlan;
import dev.drumbeat.demo.plan.PersonPlan;
import dev.drumbeat.demo.plan.Role;
import java.util.Locale;

/** The demo's sign-ins as a table for people: one line for each company, one column for each role. */
final class SignIns {
    private static final String ROW = "  %-28s %-17s %-18s %-18s %s%n";

    private SignIns() {}

    static String of(Cast cast) {
        var table = new StringBuilder();
        table.append("Sign-ins of the demo, all with the password ")
                .append(People.PASSWORD)
                .append('\n');
        table.append(row("company", "leader@…", "ops@…", "viewer@…", "…"));
        for (CompanyPlan company : cast.companies()) {
            String domain = company.person(Role.OPS).email().replaceFirst(".*@", "");
            table.append(row(
                    company.displayName(),
                    name(company, Role.LEADER),
                    name(company, Role.OPS),
                    name(company, Role.VIEWER),
                    domain));
        }
        PersonPlan administrator = cast.administrator();
        table.append("  Administrator: ")
                .append(administrator.displayName())
                .append(", ")
                .append(administrator.email())
                .append('\n');
        return table.toString();
    }

    private static String name(CompanyPlan company, Role role) {
        return company.person(role).displayName();
    }

    private static String row(String company, String leader, String ops, String viewer, String domain) {
        return String.format(Locale.ROOT, ROW, company, leader, ops, viewer, domain);
    }
}
