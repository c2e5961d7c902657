package dev.drumbeat.demo;

import dev.drumbeat.demo.plan.Cast;
import dev.drumbeat.demo.plan.CompanyPlan;
import dev.drumbeat.demo.plan.DemoPlan;
import dev.drumbeat.demo.plan.PartnershipPlan;
import dev.drumbeat.demo.scms.DateShift;
import dev.drumbeat.demo.scms.DeliveryHistory;
import dev.drumbeat.demo.scms.ScmsPartnerships;
import dev.drumbeat.demo.yield.IsoWeek;
import dev.drumbeat.demo.yield.YieldPartnership;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What the demo says, for the day it is loaded. */
public final class Demo {
    /** Where the owner works; periods begin and end there. */
    public static final ZoneId OWNER_ZONE = ZoneId.of("America/New_York");

    private static final String OWNER = "scms";

    /**
     * How the demo's periods lie in time.
     *
     * @param shift of the real deliveries
     * @param lastWeek of the made-up yields
     */
    public record Dates(DateShift shift, IsoWeek lastWeek) {

        /** The months as they are in the source; for comparing with it. */
        static Dates ofTheSource() {
            return new Dates(new DateShift(0), IsoWeek.lastCompleteBefore(DateShift.LAST_MONTH_OF_DATA.atEndOfMonth()));
        }

        /** The last month and the last week that are over on a day. */
        public static Dates loadedOn(LocalDate day) {
            return new Dates(
                    DateShift.soThatDataEndIn(YearMonth.from(day).minusMonths(1)), IsoWeek.lastCompleteBefore(day));
        }
    }

    private Demo() {}

    /** Who is in it; costs no look at any figure. */
    public static Cast cast() {
        var people = new People();
        List<CompanyPlan> partners = new ArrayList<>(ScmsPartnerships.companies(people::of));
        partners.add(YieldPartnership.company(people.of(YieldPartnership.SLUG)));
        return new Cast(
                new CompanyPlan(OWNER, "SCMS (demo)", OWNER_ZONE, people.of(OWNER)), people.administrator(), partners);
    }

    public static DemoPlan plan(Cast cast, Dates dates) {
        var scms = new ScmsPartnerships(DeliveryHistory.read(), dates.shift());
        List<PartnershipPlan> partnerships = new ArrayList<>(scms.plans(cast.partners()));
        partnerships.add(YieldPartnership.plan(cast.partners().getLast(), dates.lastWeek()));
        return new DemoPlan(cast, partnerships);
    }
}
