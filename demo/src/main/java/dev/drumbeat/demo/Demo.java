package dev.drumbeat.demo;

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

    /** Slug of the owner company. */
    public static final String OWNER = "scms";

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

    public static DemoPlan plan(Dates dates) {
        var people = new People();
        List<PartnershipPlan> partnerships =
                new ArrayList<>(new ScmsPartnerships(DeliveryHistory.read(), people::of).plans(dates.shift()));
        partnerships.add(new YieldPartnership(people::of).plan(dates.lastWeek()));
        return new DemoPlan(
                new CompanyPlan(OWNER, "SCMS (demo)", OWNER_ZONE, people.of(OWNER)),
                people.administrator(),
                partnerships);
    }
}
