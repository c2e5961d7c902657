package dev.drumbeat.demo.life;

import dev.drumbeat.demo.api.ApiSession;
import dev.drumbeat.demo.load.HouseTime;
import dev.drumbeat.demo.load.Sessions;
import dev.drumbeat.demo.plan.CompanyPlan;
import dev.drumbeat.demo.plan.PartnershipPlan;
import dev.drumbeat.demo.plan.PersonPlan;
import dev.drumbeat.demo.plan.Role;
import dev.drumbeat.demo.plan.Side;
import java.time.LocalDate;

/** The table at which the people of one partnership sit. */
record Table(PartnershipPlan plan, CompanyPlan owner, Sessions sessions, HouseTime time) {
    String slug() {
        return plan.slug();
    }

    PersonPlan person(Side side, Role role) {
        return (side == Side.OWNER ? owner : plan.partner()).person(role);
    }

    ApiSession as(Side side, Role role) {
        return sessions.of(person(side, role));
    }

    /** In the partnership's zone, which is the owner's. */
    LocalDate today() {
        return LocalDate.ofInstant(time.now(), owner.timeZone());
    }
}
