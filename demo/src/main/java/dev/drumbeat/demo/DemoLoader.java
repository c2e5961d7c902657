package dev.drumbeat.demo;

import dev.drumbeat.demo.api.Api;
import dev.drumbeat.demo.api.ApiException;
import dev.drumbeat.demo.api.ApiSession;
import dev.drumbeat.demo.life.Life;
import dev.drumbeat.demo.load.HouseTime;
import dev.drumbeat.demo.load.Load;
import dev.drumbeat.demo.load.Sessions;
import dev.drumbeat.demo.plan.Cast;
import dev.drumbeat.demo.plan.DemoPlan;
import dev.drumbeat.demo.scms.DateShift;
import dev.drumbeat.demo.scms.ScmsPartnerships;
import dev.drumbeat.demo.yield.YieldPartnership;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * Loads the demo into a running house through its public API, once, and prints the sign-ins.
 *
 * <p>Environment: {@code DRUMBEAT_URL} (default {@code http://127.0.0.1:8080}), {@code DRUMBEAT_ADMIN_EMAIL} and
 * {@code DRUMBEAT_ADMIN_PASSWORD} of an administrator. Ends with 0 when the demo is there, 1 when it could not be loaded; what was
 * done by then stays, and the next start goes on.
 */
public final class DemoLoader {
    private static final String DEFAULT_URL = "http://127.0.0.1:8080";

    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;

    DemoLoader(Map<String, String> environment, Clock clock, PrintStream out) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
    }

    public static void main(String[] arguments) {
        try {
            new DemoLoader(System.getenv(), Clock.systemUTC(), System.out).run();
        } catch (ApiException refused) {
            System.err.println("The demo is not loaded. " + refused.getMessage());
            System.exit(1);
        }
    }

    void run() {
        long begin = System.nanoTime();
        var api = new Api(URI.create(environment.getOrDefault("DRUMBEAT_URL", DEFAULT_URL)));
        ApiSession administrator = api.signIn(required("DRUMBEAT_ADMIN_EMAIL"), required("DRUMBEAT_ADMIN_PASSWORD"));
        var load = new Load(api, administrator, People.PASSWORD);
        Cast cast = Demo.cast();
        Load.Found found = load.look(cast.owner().slug());
        if (found.people().contains(cast.administrator().slug())) {
            out.println("The demo is loaded already.");
        } else {
            DemoPlan plan = Demo.plan(cast, dates(found));
            out.println("Loading the demo: " + plan.partnerships().size() + " partnerships, " + plan.figureCount()
                    + " figures …");
            HouseTime time = HouseTime.of(environment, clock);
            var sessions = new Sessions(api, People.PASSWORD);
            load.begin(
                    plan,
                    sessions,
                    LocalDate.ofInstant(time.now(), Demo.OWNER_ZONE),
                    partnership -> out.println("  " + partnership.displayName()));
            new Life(plan, sessions, time, People.PASSWORD).live(week -> out.println("  week " + (week + 1)));
            Load.finish(
                    plan,
                    sessions,
                    api.signIn(required("DRUMBEAT_ADMIN_EMAIL"), required("DRUMBEAT_ADMIN_PASSWORD")),
                    People.PASSWORD);
            out.printf(Locale.ROOT, "Loaded in %.1f s.%n", (System.nanoTime() - begin) / 1e9);
        }
        out.println();
        out.print(SignIns.of(cast));
    }

    /** A load that goes on keeps the dates it began with, whatever day it is. */
    private Demo.Dates dates(Load.Found found) {
        Demo.Dates today = Demo.Dates.loadedOn(LocalDate.now(clock.withZone(Demo.OWNER_ZONE)));
        DateShift shift = found.notices().values().stream()
                .flatMap(notice ->
                        ScmsPartnerships.monthsMovedIn(notice).stream().boxed())
                .findFirst()
                .map(DateShift::new)
                .orElse(today.shift());
        return new Demo.Dates(
                shift,
                found.notices().values().stream()
                        .flatMap(notice -> YieldPartnership.lastWeekIn(notice).stream())
                        .findFirst()
                        .orElse(today.lastWeek()));
    }

    private String required(String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new ApiException("Set " + name + " to the account that sets up the house.");
        }
        return value;
    }
}
