package dev.drumbeat.demo.scms;

import dev.drumbeat.demo.plan.CompanyPlan;
import dev.drumbeat.demo.plan.Happening;
import dev.drumbeat.demo.plan.PartnershipPlan;
import dev.drumbeat.demo.plan.PersonPlan;
import dev.drumbeat.demo.plan.PlannedTarget;
import dev.drumbeat.demo.plan.Role;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The vendors of the delivery history as partnerships. Figures are the real ones; people, targets and remarks are invented. */
public final class ScmsPartnerships {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final Pattern SHIFT_IN_NOTICE = Pattern.compile("dates are moved by (\\d+) months");

    private final DeliveryHistory history;
    private final Function<String, Map<Role, PersonPlan>> people;

    public ScmsPartnerships(DeliveryHistory history, Function<String, Map<Role, PersonPlan>> people) {
        this.history = history;
        this.people = people;
    }

    public List<PartnershipPlan> plans(DateShift shift) {
        var figures = new MonthlyFigures(history);
        var targets = new AgreedTargets();
        return history.vendors().stream()
                .map(vendor -> new PartnershipPlan(
                        vendor.slug(),
                        vendor.displayName(),
                        new CompanyPlan(
                                vendor.slug(), vendor.displayName(), vendor.timeZone(), people.apply(vendor.slug())),
                        notice(shift),
                        Arrays.stream(ScmsKpi.values()).map(ScmsKpi::definition).toList(),
                        targets.of(vendor, shift),
                        PartnershipPlan.Entry.CSV_BY_OWNER,
                        figures.of(vendor, shift),
                        happenings(vendor, shift)))
                .toList();
    }

    /** The shift that a notice of ours tells, so that a load that was interrupted goes on with the dates it began with. */
    public static OptionalInt monthsMovedIn(String notice) {
        var found = SHIFT_IN_NOTICE.matcher(notice);
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }

    private static String notice(DateShift shift) {
        YearMonth last = DateShift.LAST_MONTH_OF_DATA;
        return "Real deliveries of this vendor, 2006 to 2015, from the supply chain data published by USAID (SCMS). All dates are moved by "
                + shift.months() + " months: " + MONTH.format(last) + " reads " + MONTH.format(shift.move(last))
                + ". The source ends on the 14th of that month. A month without deliveries is recorded as no activity."
                + " People, targets and remarks are invented.";
    }

    private static List<Happening> happenings(Vendor vendor, DateShift shift) {
        if (!vendor.slug().equals("cipla")) {
            return List.of();
        }
        YearMonth nextYear = shift.move(DateShift.LAST_MONTH_OF_DATA).plusMonths(3);
        return List.of(new Happening.TargetProposed(new PlannedTarget(
                ScmsKpi.ON_TIME_DELIVERY.slug(),
                nextYear.toString(),
                new BigDecimal("98"),
                new BigDecimal("90"),
                "Every line of the last two years came on its day, so 98 % asks for nothing new.")));
    }
}
