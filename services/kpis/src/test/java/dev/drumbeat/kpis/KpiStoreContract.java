package dev.drumbeat.kpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.RequestLog.Answered;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.testkit.MutableClock;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises. */
abstract class KpiStoreContract {
    private Partners partners;
    private KpiStore store;
    private Scope scope;
    private MutableClock clock;
    private PortfolioStore portfolio;

    abstract KpiStore store(Clock clock);

    abstract PortfolioStore portfolio(Clock clock);

    abstract EpisodeStore episodes();

    @BeforeEach
    void begin() {
        clock = MutableClock.pinned();
        store = store(clock);
        portfolio = portfolio(clock);
        partners = new Partners(store, "Europe/Berlin", clock);
        scope = partners.scope("owner-ops");
    }

    private void twoFigures() {
        partners.weekly("otd", "ppm");
        partners.target("otd", "2026-W01", "95", "90");
        partners.record("otd", "2026-W45", "80");
        partners.record("otd", "2026-W46", "96.25");
    }

    @Test
    void anUntouchedPartnershipIsBlank() {
        assertThat(store.scorecard(scope)).isEqualTo(Scorecard.blank(scope.partnership()));
        assertThat(store.settled(scope)).isEqualTo(Scorecard.blank(scope.partnership()));
        assertThat(store.scorecards(List.of(scope))).isEmpty();
        assertThat(portfolio.lines(List.of(scope))).isEmpty();
    }

    @Test
    void whatWasCommittedIsReadBackWhole() {
        twoFigures();
        partners.propose("otd", "2026-W46", 1, "97");
        partners.notes.add(
                partners.scope("partner-ops"),
                partners.request("partner-ops"),
                "otd",
                Note.Kind.CONTEST,
                Note.Audience.BOTH,
                "2026-W46",
                "no");
        Scorecard read = store.scorecard(scope);
        assertThat(read.revision()).isEqualTo(8);
        assertThat(read.kpis()).hasSize(2);
        assertThat(read.waiting()).hasSize(1);
        assertThat(read.kpi("otd").orElseThrow().targets()).hasSize(1);
        assertThat(read.kpi("otd").orElseThrow().contested())
                .containsExactly(Period.parse("2026-W46").orElseThrow());
        assertThat(read.kpi("otd").orElseThrow().standing().openEpisode()).isPresent();
        assertThat(store.scorecards(List.of(scope))).containsExactly(java.util.Map.entry(scope.partnership(), read));
        assertThat(store.settled(scope)).isEqualTo(read);
        // Reading and writing it once more changes nothing.
        Commit again = commit(read, "again-request");
        assertThat(store.commit(scope, again)).isTrue();
        assertThat(store.scorecard(scope)).isEqualTo(again.next());
    }

    @Test
    void aCommitOnAnOldRevisionChangesNothing() {
        twoFigures();
        Scorecard read = store.settled(scope);
        assertThat(store.commit(scope, commit(read, "first-one"))).isTrue();
        assertThat(store.commit(scope, commit(read, "second-one"))).isFalse();
        store.settle(scope);
        assertThat(store.answered(scope, "first-one")).isPresent();
        assertThat(store.answered(scope, "second-one")).isEmpty();
    }

    private Commit commit(Scorecard read, String key) {
        Instant at = read.changedAt().plusMillis(5);
        Scorecard next = read.committed(read.revision() + 1, at);
        return new Commit(
                next,
                PortfolioLine.of(next),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Answered(key, "hash", at, "result"));
    }

    @Test
    void settlingTwiceIsHarmless() {
        twoFigures();
        store.settle(scope);
        store.settle(scope);
        assertThat(store.history(scope, List.of("otd"), partners.clock.instant())
                        .get("otd"))
                .hasSize(2);
    }

    @Test
    void historyKnowsWhatWasRecordedWhen() {
        twoFigures();
        Instant before = partners.clock.instant();
        partners.correct("otd", "2026-W45", 1, "96");
        assertThat(store.history(scope, List.of("otd", "ppm"), before).get("otd"))
                .hasSize(2);
        assertThat(store.history(scope, List.of("otd", "ppm"), partners.clock.instant())
                        .get("otd"))
                .hasSize(3);
        assertThat(store.history(scope, List.of("otd", "ppm"), partners.clock.instant())
                        .get("ppm"))
                .isEmpty();
        assertThat(store.since(scope, "otd", Period.parse("2026-W46").orElseThrow(), partners.clock.instant()))
                .singleElement()
                .satisfies(row ->
                        assertThat(Decimals.text(row.value().orElseThrow())).isEqualTo("96.25"));
    }

    @Test
    void listsGoNewestFirstPageByPage() {
        twoFigures();
        partners.correct("otd", "2026-W45", 1, "96");
        partners.record("ppm", "2026-W46", "3");
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Page<Measurement> page = store.measurements(scope, Optional.empty(), partners.clock.instant(), 1, after);
            page.items().forEach(row -> seen.add(row.period().name() + " " + row.kpi() + " " + row.revision()));
            after = page.next();
        } while (!after.isEmpty());
        assertThat(seen).containsExactly("2026-W46 ppm 1", "2026-W46 otd 1", "2026-W45 otd 2", "2026-W45 otd 1");
        assertThat(store.measurements(scope, Optional.of("ppm"), partners.clock.instant(), 10, "")
                        .items())
                .hasSize(1);
    }

    @Test
    void figuresAreFoundByTheirIds() {
        twoFigures();
        MeasurementId id = new MeasurementId("otd", Period.parse("2026-W45").orElseThrow(), 1);
        assertThat(store.measurements(scope, List.of(id, new MeasurementId("otd", id.period(), 2))))
                .singleElement()
                .satisfies(row -> assertThat(MeasurementId.of(row)).isEqualTo(id));
    }

    @Test
    void linesFollowScorecards() {
        partners.kpi("goal", KpiRole.GOAL, Frequency.WEEKLY);
        twoFigures();
        partners.record("goal", "2026-W46", "1");
        PortfolioLine line =
                Objects.requireNonNull(portfolio.lines(List.of(scope)).get(scope.partnership()));
        assertThat(line.revision()).isEqualTo(store.scorecard(scope).revision());
        assertThat(line.goal().orElseThrow().id()).isEqualTo("goal");
        assertThat(line.openEpisodes()).isEqualTo(1);
        assertThat(Objects.requireNonNull(portfolio.ranks(List.of(scope)).get(scope.partnership()))
                        .pulses())
                .isEqualTo(line.pulses());
        assertThat(portfolio.writtenAfter(line.changedAt().minusMillis(1))).hasSize(1);
        assertThat(portfolio.writtenAfter(line.changedAt())).isEmpty();
        partners.record("goal", "2026-W45", "2");
        assertThat(Objects.requireNonNull(portfolio.ranks(List.of(scope)).get(scope.partnership()))
                        .revision())
                .as("ranks are as new as the question")
                .isEqualTo(line.revision() + 1);
    }

    @Test
    void episodesAreListedByTheirLastChange() {
        twoFigures();
        partners.record("otd", "2026-W44", "70");
        assertThat(store.episodes(scope, List.of("otd")).get("otd")).hasSize(2);
        Page.Wanted one = new Page.Wanted(1, "");
        Page<RedEpisode> first = episodes().list(List.of(scope), Set.of(), one);
        assertThat(first.items()).hasSize(1);
        Page<RedEpisode> second = episodes().list(List.of(scope), Set.of(), new Page.Wanted(1, first.next()));
        assertThat(second.items()).hasSize(1).isNotEqualTo(first.items());
        assertThat(second.next()).isEmpty();
        Caller service = Caller.service("actions");
        assertThat(episodes()
                        .listAll(service, EnumSet.of(RedEpisode.State.OPEN), new Page.Wanted(10, ""))
                        .items())
                .singleElement()
                .satisfies(episode -> assertThat(episode.id()).isEqualTo("otd@2026-W44"));
        assertThat(episodes().changedAfter(partners.clock.instant().minusMillis(1), 10))
                .hasSize(2);
        assertThat(episodes().changedAfter(partners.clock.instant(), 10)).isEmpty();
    }

    @Test
    void anotherPartnershipsScopeSeesNothing() {
        twoFigures();
        partners.directory.staffed("other", "Europe/Berlin", "USD");
        Scope other = partners.directory.scope("people/other-owner-ops", "partnerships/other");
        assertThat(store.scorecard(other).kpis()).isEmpty();
        assertThat(store.history(other, List.of("otd"), partners.clock.instant())
                        .get("otd"))
                .isEmpty();
        assertThat(store.measurements(other, Optional.empty(), partners.clock.instant(), 10, "")
                        .items())
                .isEmpty();
        assertThat(store.episodes(other, List.of("otd"))).isEmpty();
        assertThat(episodes()
                        .list(List.of(other), Set.of(), new Page.Wanted(10, ""))
                        .items())
                .isEmpty();
        assertThat(portfolio.lines(List.of(other))).isEmpty();
    }

    @Test
    void theSameRequestFiveTimesAtOnceHasOneEffectAndOneAnswer() throws Exception {
        partners.weekly("otd");
        Request request = partners.request("partner-ops");
        Callable<RecordMeasurements.Recorded> ask = () -> partners.record.record(
                partners.scope("partner-ops"),
                request,
                List.of(new Intake.Entry("here", "otd", "2026-W46", new Intake.Raw.Value("95"))),
                Origin.BY_HAND);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(List.of(ask, ask, ask, ask, ask));
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.getFirst().get());
                assertThat(answer.get().unchanged()).isZero();
            }
        }
        assertThat(store.settled(scope).revision()).isEqualTo(2);
        assertThat(store.history(scope, List.of("otd"), partners.clock.instant())
                        .get("otd"))
                .hasSize(1);
    }

    @Test
    void manyWritersAtOnceLoseNothing() throws Exception {
        partners.weekly("otd");
        List<Callable<Object>> writers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String period = "2026-W" + (10 + i);
            Request request = partners.request("partner-ops");
            // Each with a ledger of its own, as on different replicas: only the store keeps them apart.
            Ledger ledger = new Ledger(store, partners.clock, partnership -> {});
            RecordMeasurements record = new RecordMeasurements(ledger, new CurrentFigures(store, partners.clock));
            writers.add(() -> record.record(
                    partners.scope("partner-ops"),
                    request,
                    List.of(new Intake.Entry("here", "otd", period, new Intake.Raw.Value("95"))),
                    Origin.BY_HAND));
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var answer : threads.invokeAll(writers)) {
                answer.get();
            }
        }
        assertThat(store.settled(scope).revision()).isEqualTo(21);
        assertThat(store.history(scope, List.of("otd"), store.scorecard(scope).changedAt())
                        .get("otd"))
                .hasSize(20);
        assertThat(store.scorecard(scope).kpi("otd").orElseThrow().standing().points())
                .hasSize(20);
    }

    @Test
    void aRequestIdIsNotUsedForTwoThings() {
        partners.weekly("otd");
        Caller caller = partners.directory.caller("people/acme-partner-ops");
        List<Intake.Entry> one = List.of(new Intake.Entry("here", "otd", "2026-W45", new Intake.Raw.Value("95")));
        List<Intake.Entry> other = List.of(new Intake.Entry("here", "otd", "2026-W46", new Intake.Raw.Value("95")));
        partners.record.record(partners.scope("partner-ops"), Request.of(caller, "request-1", "one"), one, Origin.API);
        assertThatThrownBy(() -> partners.record.record(
                        partners.scope("partner-ops"), Request.of(caller, "request-1", "other"), other, Origin.API))
                .hasMessageContaining("request_id");
    }
}
