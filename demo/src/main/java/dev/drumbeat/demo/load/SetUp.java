package dev.drumbeat.demo.load;

import dev.drumbeat.demo.api.ApiSession;
import dev.drumbeat.demo.plan.CompanyPlan;
import dev.drumbeat.demo.plan.PartnershipPlan;
import dev.drumbeat.demo.plan.PersonPlan;
import dev.drumbeat.demo.plan.Role;
import java.util.Map;

/** What an administrator does: companies, people, partnerships and who is what on them. */
final class SetUp {
    private final ApiSession administrator;
    private final String password;

    SetUp(ApiSession administrator, String password) {
        this.administrator = administrator;
        this.password = password;
    }

    void company(CompanyPlan company) {
        administrator.change(
                Documents.CREATE_COMPANY,
                Map.of(
                        "slug", company.slug(),
                        "displayName", company.displayName(),
                        "timeZone", company.timeZone().getId(),
                        "requestId", RequestIds.of("company", company.slug())));
        company.people().values().forEach(person -> person(company, person, Map.of()));
    }

    void administrator(CompanyPlan company, PersonPlan person) {
        person(company, person, Map.of("administrator", true));
    }

    void partnership(PartnershipPlan plan, CompanyPlan owner) {
        administrator.change(
                Documents.CREATE_PARTNERSHIP,
                Map.of(
                        "slug", plan.slug(),
                        "displayName", plan.displayName(),
                        "owner", owner.slug(),
                        "partner", plan.partner().slug(),
                        "currency", "USD",
                        "dataNotice", plan.dataNotice(),
                        "requestId", RequestIds.of("partnership", plan.slug())));
        for (Role role : Role.values()) {
            member(plan, owner.person(role), role);
            member(plan, plan.partner().person(role), role);
        }
    }

    private void member(PartnershipPlan plan, PersonPlan person, Role role) {
        administrator.change(
                Documents.GRANT_MEMBERSHIP,
                Map.of(
                        "partnership", plan.slug(),
                        "person", person.slug(),
                        "role", role.name(),
                        "requestId", RequestIds.of("member", plan.slug(), person.slug())));
    }

    private void person(CompanyPlan company, PersonPlan person, Map<String, Object> more) {
        administrator.change(
                Documents.CREATE_PERSON,
                Inputs.with(
                        more,
                        Map.of(
                                "slug", person.slug(),
                                "displayName", person.displayName(),
                                "email", person.email(),
                                "company", company.slug(),
                                "password", password,
                                "requestId", RequestIds.of("person", person.slug()))));
    }
}
