package dev.drumbeat.systemtests.world;

import dev.drumbeat.systemtests.api.Api;
import dev.drumbeat.systemtests.api.Caller;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One partnership with people in every role on both sides, a published scorecard and a year of figures. People are named
 * {@code <slug>-<side>-<role>}.
 *
 * @param words stands in every text of it, so that a text of this partnership can be told from any other
 */
public record Partnership(String slug, String words, String owner, String partner) {
    public static final String PASSWORD = "Quiet-Harbour-4711-Lantern";

    public static final String GOAL = "on-time-delivery";
    public static final List<String> DRIVERS = List.of("first-pass-yield", "days-late", "training-hours");

    /** Months with figures; the newest is the last complete one. */
    public static final int MONTHS = 14;

    private static final List<String> ROLES = List.of("LEADER", "OPS", "VIEWER");

    public static String month(int monthsAgo) {
        return YearMonth.now(ZoneOffset.UTC).minusMonths(monthsAgo).toString();
    }

    public String displayName() {
        return words + " with Meridian";
    }

    public String person(Seat seat) {
        return slug + "-" + seat.side() + "-" + seat.role();
    }

    public Caller signIn(Api api, Seat seat) {
        return api.signIn(Setup.email(person(seat)), PASSWORD);
    }

    /** Every revision and state that a member sees here: equal twice when nothing changed between. */
    public String state(Api api) {
        String document = """
                query State($slug: String!) {
                  partnership(slug: $slug) {
                    members { role person { slug } }
                    scorecard { revision }
                    actions(first: 100) { nodes { number state revision } }
                    raciVersions(first: 5) { nodes { version } }
                    agreements { nodes { slug lastPeriod versions { version state } } }
                    statements { nodes { slug state } }
                    disclosures { nodes { id } }
                  }
                }""";
        return signIn(api, Seat.OWNER_LEADER)
                .data(document, Map.of("slug", slug))
                .toString();
    }

    /** A person's place. */
    public enum Seat {
        OWNER_LEADER,
        OWNER_OPS,
        OWNER_VIEWER,
        PARTNER_LEADER,
        PARTNER_OPS,
        PARTNER_VIEWER;

        String side() {
            return name().substring(0, name().indexOf('_')).toLowerCase(Locale.ROOT);
        }

        String role() {
            return name().substring(name().indexOf('_') + 1).toLowerCase(Locale.ROOT);
        }
    }

    /** Makes it and everybody on it. The owner company exists; the partner's is made. */
    public void create(Api api, Caller administrator) {
        create(api, administrator, 1);
    }

    /** The same with its newest figures that many months ago: what came later is missing. */
    public void create(Api api, Caller administrator, int newest) {
        Setup setup = new Setup(administrator);
        setup.company(partner, words + " Works");
        setup.partnership(slug, displayName(), owner, partner, words + " figures are made up for tests.");
        for (Seat seat : Seat.values()) {
            String company = seat.side().equals("owner") ? owner : partner;
            setup.person(person(seat), words + " " + seat.side() + " " + seat.role(), company, PASSWORD);
            setup.member(slug, person(seat), ROLES.get(seat.ordinal() % ROLES.size()));
        }
        scorecard(new Setup(signIn(api, Seat.OWNER_OPS)), new Setup(signIn(api, Seat.PARTNER_LEADER)), newest);
    }

    private void scorecard(Setup ownerOps, Setup partnerLeader, int newest) {
        ownerOps.kpi(
                slug, KpiPlan.monthly(GOAL, words + " on-time delivery", "GOAL", "PERCENT", "HIGHER_IS_BETTER", 0, ""));
        ownerOps.kpi(
                slug,
                KpiPlan.monthly(
                        DRIVERS.get(0),
                        words + " first-pass yield",
                        "DRIVER",
                        "PERCENT",
                        "HIGHER_IS_BETTER",
                        1,
                        words + ": scrap delays the next order."));
        ownerOps.kpi(
                slug,
                KpiPlan.monthly(
                        DRIVERS.get(1),
                        words + " days late",
                        "DRIVER",
                        "DAYS",
                        "LOWER_IS_BETTER",
                        2,
                        words + ": late is late."));
        ownerOps.kpi(
                slug,
                KpiPlan.monthly(
                        DRIVERS.get(2),
                        words + " training hours",
                        "DRIVER",
                        "HOURS",
                        "HIGHER_IS_BETTER",
                        3,
                        words + ": trained people deliver."));
        agree(ownerOps, partnerLeader, GOAL, "95", "90");
        agree(ownerOps, partnerLeader, DRIVERS.get(0), "97", "94");
        agree(ownerOps, partnerLeader, DRIVERS.get(1), "1", "3");
        agree(ownerOps, partnerLeader, DRIVERS.get(2), "20", "12");
        ownerOps.record(slug, GOAL, year(96.2, 0.3, newest));
        ownerOps.record(slug, DRIVERS.get(0), year(97.9, 0.2, newest));
        ownerOps.record(slug, DRIVERS.get(1), year(0.6, 0.1, newest));
        ownerOps.record(slug, DRIVERS.get(2), year(22.0, 0.5, newest));
    }

    private void agree(Setup proposer, Setup accepter, String kpi, String value, String redLimit) {
        accepter.acceptTarget(proposer.proposeTarget(slug, kpi, month(MONTHS), value, redLimit));
    }

    /** Every month's figure: a level with a small, even swing. */
    private static Map<String, String> year(double level, double swing, int newest) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int ago = MONTHS; ago >= newest; ago--) {
            double value = level + (ago % 3 - 1) * swing;
            values.put(month(ago), String.format(Locale.ROOT, "%.1f", value));
        }
        return values;
    }
}
