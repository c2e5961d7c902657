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
import java.util.stream.IntStream;

/** The vendors of the delivery history as partnerships. Figures are the real ones; people, targets and remarks are invented. */
public final class ScmsPartnerships {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final Pattern SHIFT_IN_NOTICE = Pattern.compile("dates are moved by (\\d+) months");

    private final DeliveryHistory history;
    private final DateShift shift;

    public ScmsPartnerships(DeliveryHistory history, DateShift shift) {
        this.history = history;
        this.shift = shift;
    }

    /** Each vendor as a company with these people. */
    public static List<CompanyPlan> companies(Function<String, Map<Role, PersonPlan>> people) {
        return Vendor.all().stream()
                .map(vendor -> new CompanyPlan(
                        vendor.slug(), vendor.displayName(), vendor.timeZone(), people.apply(vendor.slug())))
                .toList();
    }

    /** @param companies the vendors as companies, in the vendors' order */
    public List<PartnershipPlan> plans(List<CompanyPlan> companies) {
        var figures = new MonthlyFigures(history);
        var targets = new AgreedTargets();
        return IntStream.range(0, history.vendors().size())
                .mapToObj(i -> plan(history.vendors().get(i), companies.get(i), figures, targets))
                .toList();
    }

    private PartnershipPlan plan(Vendor vendor, CompanyPlan company, MonthlyFigures figures, AgreedTargets targets) {
        return new PartnershipPlan(
                vendor.slug(),
                vendor.displayName(),
                company,
                notice(),
                Arrays.stream(ScmsKpi.values()).map(ScmsKpi::definition).toList(),
                targets.of(vendor, shift),
                PartnershipPlan.Entry.CSV_BY_OWNER,
                figures.of(vendor, shift),
                happenings(vendor));
    }

    /** The shift that a notice of ours tells, so that a load that was interrupted goes on with the dates it began with. */
    public static OptionalInt monthsMovedIn(String notice) {
        var found = SHIFT_IN_NOTICE.matcher(notice);
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }

    private String notice() {
        YearMonth last = DateShift.LAST_MONTH_OF_DATA;
        return "Real deliveries of this vendor, 2006 to 2015, from the supply chain data published by USAID (SCMS). All dates are moved by "
                + shift.months() + " months: " + MONTH.format(last) + " reads " + MONTH.format(shift.move(last))
                + ". The source breaks off on 14 September 2015; that fortnight is left out. A month without deliveries is recorded as"
                + " no activity. People, targets and remarks are invented.";
    }

    private List<Happening> happenings(Vendor vendor) {
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
