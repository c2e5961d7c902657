package dev.drumbeat.kpis;

import dev.drumbeat.kpis.Intake.Entry;
import dev.drumbeat.kpis.Intake.Raw;
import dev.drumbeat.kpis.spc.Direction;
import dev.drumbeat.kpis.spc.RuleSet;
import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.testkit.FakeDirectory;
import dev.drumbeat.testkit.MutableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Two companies at work on one scorecard, against any store. Time stands still but for a second before each change. */
final class Partners {
    static final String PARTNERSHIP = "partnerships/acme";

    final MutableClock clock;
    final FakeDirectory directory = new FakeDirectory();
    final KpiStore store;
    final Ledger ledger;
    final DefineKpis define;
    final AgreeTargets targets;
    final RecordMeasurements record;
    final CorrectFigures correct;
    final AddNote notes;
    final ReadScorecard read;
    final ReadKpiDetail detail;

    Partners(KpiStore store, String timeZone) {
        this(store, timeZone, MutableClock.pinned());
    }

    Partners(KpiStore store, String timeZone, MutableClock clock) {
        this.store = store;
        this.clock = clock;
        directory.staffed("acme", timeZone, "USD");
        ledger = new Ledger(store, clock, partnership -> {});
        CurrentFigures figures = new CurrentFigures(store, clock);
        define = new DefineKpis(ledger);
        targets = new AgreeTargets(ledger);
        record = new RecordMeasurements(ledger, figures);
        correct = new CorrectFigures(ledger, figures, store);
        notes = new AddNote(ledger, figures, store);
        read = new ReadScorecard(store, clock);
        detail = new ReadKpiDetail(store, clock);
    }

    /** {@code owner-ops}, {@code partner-leader} and so on. */
    Scope scope(String seat) {
        return directory.scope("people/acme-" + seat, PARTNERSHIP);
    }

    Request request(String seat) {
        clock.advance(Duration.ofSeconds(1));
        return Request.of(
                directory.caller("people/acme-" + seat), UUID.randomUUID().toString(), "content");
    }

    static Definition definition(String name, KpiRole role, Frequency frequency, List<String> steps) {
        return new Definition(
                name,
                "",
                Unit.PERCENT,
                "",
                1,
                role,
                MeasureType.OUTPUT,
                Direction.HIGHER_IS_BETTER,
                frequency,
                Aggregation.MEAN,
                5,
                "",
                Definition.Debounce.USUAL,
                RuleSet.NHS,
                "",
                steps,
                0);
    }

    void kpi(String id, KpiRole role, Frequency frequency, String... steps) {
        define.create(
                scope("owner-ops"), request("owner-ops"), id, definition("KPI " + id, role, frequency, List.of(steps)));
    }

    void weekly(String... ids) {
        for (String id : ids) {
            kpi(id, KpiRole.DRIVER, Frequency.WEEKLY);
        }
    }

    void target(String kpi, String from, String value, String redLimit) {
        String id = targets.propose(
                scope("owner-ops"),
                request("owner-ops"),
                kpi,
                from,
                direction -> new TargetBounds.AtLeast(new BigDecimal(value), new BigDecimal(redLimit)),
                "agreed");
        targets.decide(scope("partner-leader"), request("partner-leader"), kpi, id, Decision.Verdict.ACCEPTED, "");
    }

    void record(String kpi, String period, String value) {
        record.record(
                scope("partner-ops"),
                request("partner-ops"),
                List.of(new Entry("here", kpi, period, new Raw.Value(value))),
                Origin.BY_HAND);
    }

    String propose(String kpi, String period, int supersedes, String value) {
        return correct.propose(
                scope("partner-ops"),
                request("partner-ops"),
                kpi,
                period,
                supersedes,
                new Raw.Value(value),
                "counted again");
    }

    void correct(String kpi, String period, int supersedes, String value) {
        String id = propose(kpi, period, supersedes, value);
        correct.decide(scope("owner-leader"), request("owner-leader"), kpi, id, Decision.Verdict.ACCEPTED, "");
    }

    KpiView view(String kpi) {
        return view(kpi, Optional.empty());
    }

    KpiView view(String kpi, Optional<java.time.Instant> asOf) {
        return page(asOf).standings().stream()
                .filter(view -> view.kpi().id().equals(kpi))
                .findFirst()
                .orElseThrow();
    }

    ScorecardView page(Optional<java.time.Instant> asOf) {
        return read.read(scope("owner-viewer"), asOf, 13);
    }

    ReadKpiDetail.Detail detail(String kpi) {
        return detail.read(scope("owner-viewer"), kpi, Optional.empty(), 26);
    }

    List<RedEpisode> episodes(String kpi) {
        return detail(kpi).episodes();
    }
}
