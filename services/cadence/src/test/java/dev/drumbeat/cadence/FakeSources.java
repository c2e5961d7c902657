package dev.drumbeat.cadence;

import dev.drumbeat.cadence.agenda.ActionFact;
import dev.drumbeat.cadence.agenda.AgendaSources;
import dev.drumbeat.cadence.agenda.Findings;
import dev.drumbeat.cadence.agenda.KpiFact;
import dev.drumbeat.cadence.agenda.Part;
import dev.drumbeat.cadence.agenda.Seen;
import dev.drumbeat.cadence.agenda.StatementFact;
import dev.drumbeat.platform.domain.Side;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kpis, actions and incentives would say; put them out of reach at any time. */
public final class FakeSources implements AgendaSources {
    public static final Participant MEI =
            new Participant("people/acme-partner-ops", "acme-partner-ops", Side.PARTNER, "Partner of acme");

    private static final Instant OPENED = Instant.parse("2026-11-20T08:00:00Z");

    private final Clock clock;
    private final Map<String, KpiFact> kpis = new LinkedHashMap<>();
    private final Map<Integer, ActionFact> actions = new LinkedHashMap<>();
    private final Map<String, StatementFact> statements = new LinkedHashMap<>();
    private final Set<Part> outOfReach = EnumSet.noneOf(Part.class);

    public FakeSources(Clock clock) {
        this.clock = clock;
    }

    public static KpiFact fact(String id, String status, String previous) {
        boolean red = status.equals("RED");
        return new KpiFact(
                "partnerships/acme/kpis/" + id,
                "KPI " + id,
                status,
                previous,
                "2026-W47",
                "88.0",
                "95.0",
                status.equals("STALE") ? "2026-W46" : "",
                red ? "partnerships/acme/redEpisodes/" + id + "@2026-W46" : "",
                red ? "2026-W46" : "",
                red ? OPENED : null,
                "",
                0,
                "PERCENT",
                1);
    }

    public static ActionFact action(int number, String kpi, @Nullable String due) {
        return new ActionFact(
                "partnerships/acme/actions/" + number,
                number,
                "Action about " + kpi,
                kpi.isEmpty() ? "" : "partnerships/acme/kpis/" + kpi,
                kpi.isEmpty() ? "" : "KPI " + kpi,
                due == null ? null : MEI,
                due == null ? null : LocalDate.parse(due),
                due == null ? OPENED : null);
    }

    public synchronized void kpi(String id, String status, String previous) {
        kpis.put(id, fact(id, status, previous));
    }

    /** @param due null for one that nobody owns */
    public synchronized void put(int number, String kpi, @Nullable String due) {
        actions.put(number, action(number, kpi, due));
    }

    public synchronized void statement(String id) {
        statements.put(id, new StatementFact("partnerships/acme/statements/" + id, "Agreement", "2026-Q3"));
    }

    public synchronized void lose(Part part) {
        outOfReach.add(part);
    }

    public synchronized void find(Part part) {
        outOfReach.remove(part);
    }

    @Override
    public synchronized Findings find(String partnership) {
        Instant at = clock.instant();
        return new Findings(
                seen(Part.KPIS, List.copyOf(kpis.values()), at),
                seen(Part.ACTIONS, List.copyOf(actions.values()), at),
                seen(Part.INCENTIVES, List.copyOf(statements.values()), at),
                at);
    }

    private <T> Seen<T> seen(Part part, List<T> facts, Instant at) {
        return outOfReach.contains(part) ? new Seen.OutOfReach<>() : new Seen.Known<>(facts, at);
    }
}
