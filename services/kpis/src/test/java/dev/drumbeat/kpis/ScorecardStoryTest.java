package dev.drumbeat.kpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drumbeat.kpis.RedEpisode.State;
import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the two companies see as figures, corrections and time go by. Weeks of 2026; today is Sunday 22 November, week 47. */
final class ScorecardStoryTest {
    private final Partners partners = new Partners(new MemoryStore(), "Europe/Berlin");

    private static Period week(String name) {
        return Period.parse(name).orElseThrow();
    }

    @Test
    void withoutATargetThereIsNothingToJudge() {
        partners.weekly("otd");
        assertThat(partners.view("otd").status()).isEqualTo(Status.NO_DATA);
        partners.record("otd", "2026-W46", "99");
        assertThat(partners.view("otd").status()).isEqualTo(Status.NO_DATA);
        assertThat(partners.view("otd").value()).isPresent();
        partners.target("otd", "2026-W47", "95", "90");
        assertThat(partners.view("otd").status()).as("the target begins later").isEqualTo(Status.NO_DATA);
        partners.target("otd", "2026-W46", "95", "90");
        assertThat(partners.view("otd").status()).isEqualTo(Status.GREEN);
    }

    @Test
    void aPeriodIsJudgedByTheTargetInForceInIt() {
        partners.weekly("otd");
        partners.target("otd", "2026-W01", "90", "80");
        partners.target("otd", "2026-W46", "95", "90");
        partners.record("otd", "2026-W45", "92");
        partners.record("otd", "2026-W46", "92");
        assertThat(partners.view("otd").series())
                .extracting(KpiView.Entry::status)
                .containsExactly(Status.GREEN, Status.AMBER);
    }

    @Test
    void aProposedOrRejectedTargetJudgesNothing() {
        partners.weekly("otd");
        partners.record("otd", "2026-W46", "50");
        String id = partners.targets.propose(
                partners.scope("partner-ops"),
                partners.request("partner-ops"),
                "otd",
                "2026-W01",
                direction -> new TargetBounds.AtLeast(java.math.BigDecimal.TEN, java.math.BigDecimal.ONE),
                "a start");
        assertThat(partners.view("otd").status()).isEqualTo(Status.NO_DATA);
        assertThat(partners.view("otd").proposedTargets()).isEqualTo(1);
        partners.targets.decide(
                partners.scope("owner-leader"),
                partners.request("owner-leader"),
                "otd",
                id,
                Decision.Verdict.REJECTED,
                "far too low");
        assertThat(partners.view("otd").status()).isEqualTo(Status.NO_DATA);
        assertThat(partners.view("otd").proposedTargets()).isZero();
    }

    @Test
    void aLateKpiIsStaleAndNeverGreenAndSaysSinceWhen() {
        partners.weekly("otd");
        partners.target("otd", "2026-W01", "95", "90");
        partners.record("otd", "2026-W45", "99");
        // Week 46 ended on Monday 16 November, 00:00 in Berlin; with five days of grace it is late from Saturday 21 on.
        Instant late = Instant.parse("2026-11-20T23:00:00Z");
        partners.clock.set(late.minusMillis(1));
        assertThat(partners.view("otd").status()).isEqualTo(Status.GREEN);
        partners.clock.set(late);
        KpiView view = partners.view("otd");
        assertThat(view.status()).isEqualTo(Status.STALE);
        assertThat(view.overdue()).contains(new KpiView.Overdue(week("2026-W46"), late));
        assertThat(view.series().getLast().status()).isEqualTo(Status.STALE);
        partners.clock.set(Instant.parse("2026-12-08T12:00:00Z"));
        assertThat(partners.view("otd").series())
                .extracting(entry -> entry.period().name() + " " + entry.status())
                .containsExactly("2026-W45 GREEN", "2026-W46 STALE", "2026-W47 STALE", "2026-W48 STALE");
        assertThat(partners.view("otd").overdue()).contains(new KpiView.Overdue(week("2026-W46"), late));
    }

    @Test
    void aPeriodWithoutActivityIsNeverLateAndHasNoStatus() {
        partners.weekly("otd");
        partners.target("otd", "2026-W01", "95", "90");
        partners.record("otd", "2026-W45", "99");
        partners.record.record(
                partners.scope("partner-ops"),
                partners.request("partner-ops"),
                List.of(new Intake.Entry("here", "otd", "2026-W46", new Intake.Raw.NoActivity())),
                Origin.BY_HAND);
        assertThat(partners.view("otd").status()).isEqualTo(Status.NO_DATA);
        assertThat(partners.view("otd").overdue()).isEmpty();
    }

    @Test
    void aMissingPeriodInBetweenStaysAGap() {
        partners.weekly("otd");
        partners.target("otd", "2026-W01", "95", "90");
        partners.record("otd", "2026-W43", "99");
        partners.record("otd", "2026-W45", "98");
        assertThat(partners.view("otd").series())
                .extracting(KpiView.Entry::status)
                .containsExactly(Status.GREEN, Status.STALE, Status.GREEN, Status.STALE);
        assertThat(partners.view("otd").change())
                .as("the week before is missing")
                .isEmpty();
    }

    @Test
    void aCorrectionKeepsTheOldFigureAndVoidsTheEpisode() {
        partners.weekly("otd");
        partners.target("otd", "2026-W01", "95", "90");
        partners.record("otd", "2026-W46", "80");
        assertThat(partners.episodes("otd"))
                .singleElement()
                .satisfies(episode -> assertThat(episode.state()).isEqualTo(State.OPEN));
        partners.correct("otd", "2026-W46", 1, "96");
        assertThat(partners.view("otd").status()).isEqualTo(Status.GREEN);
        assertThat(partners.page(Optional.empty()).openEpisodes()).isEmpty();
        assertThat(partners.episodes("otd")).singleElement().satisfies(episode -> {
            assertThat(episode.state()).isEqualTo(State.VOIDED);
            assertThat(episode.closedAt()).contains(partners.clock.instant());
        });
        assertThat(partners.detail("otd").measurements())
                .extracting(view -> view.measurement().revision() + " "
                        + Decimals.text(view.measurement().value().orElseThrow()) + " " + view.status() + " "
                        + view.current())
                .containsExactly("2 96 GREEN true", "1 80 RED false");
        assertThat(partners.detail("otd")
                        .measurements()
                        .getFirst()
                        .measurement()
                        .approvedBy())
                .isPresent();
        partners.correct("otd", "2026-W46", 2, "80");
        assertThat(partners.episodes("otd"))
                .singleElement()
                .satisfies(episode -> assertThat(episode.state())
                        .as("the red is back, under the same name")
                        .isEqualTo(State.OPEN));
    }

    @Test
    void anEpisodeEndsAfterTwoPeriodsThatAreNotRed() {
        partners.weekly("otd");
        partners.target("otd", "2026-W01", "95", "90");
        partners.record("otd", "2026-W42", "80");
        partners.record("otd", "2026-W43", "85");
        partners.record("otd", "2026-W44", "91");
        assertThat(partners.episodes("otd").getFirst().state()).isEqualTo(State.OPEN);
        partners.record("otd", "2026-W46", "97");
        RedEpisode episode = partners.episodes("otd").getFirst();
        assertThat(episode.state()).isEqualTo(State.ENDED);
        assertThat(episode.id()).isEqualTo("otd@2026-W42");
        assertThat(episode.extent().redPeriods()).isEqualTo(2);
        assertThat(episode.extent().lastRed()).isEqualTo(week("2026-W43"));
    }

    @Test
    void aStricterDebounceLaterDoesNotDefineOldRedsAway() {
        partners.weekly("otd");
        partners.target("otd", "2026-W01", "95", "90");
        partners.record("otd", "2026-W45", "80");
        Definition old = partners.view("otd").kpi().definition();
        Definition lenient = new Definition(
                old.displayName(),
                old.description(),
                old.unit(),
                old.currency(),
                old.decimals(),
                old.role(),
                old.measureType(),
                old.direction(),
                old.frequency(),
                old.aggregation(),
                old.graceDays(),
                old.raciActivity(),
                new Definition.Debounce(6, 1),
                old.ruleSet(),
                old.effectOnGoal(),
                old.rolledFrom(),
                old.position());
        partners.define.update(
                partners.scope("owner-ops"),
                partners.request("owner-ops"),
                "otd",
                partners.view("otd").kpi().revision(),
                lenient,
                "fewer alarms");
        assertThat(partners.episodes("otd").getFirst().state()).isEqualTo(State.OPEN);
    }

    @Test
    void thePageIsShownAsItWasKnownThen() {
        partners.weekly("otd");
        partners.target("otd", "2026-W01", "95", "90");
        partners.record("otd", "2026-W45", "80");
        Instant red = partners.clock.instant();
        partners.clock.advance(Duration.ofHours(1));
        partners.correct("otd", "2026-W45", 1, "96");
        partners.target("otd", "2026-W40", "99", "97");
        partners.record("otd", "2026-W46", "98");
        partners.kpi("late", KpiRole.DRIVER, Frequency.WEEKLY);

        KpiView then = partners.view("otd", Optional.of(red));
        assertThat(then.latest()).contains(week("2026-W45"));
        assertThat(then.status()).as("week 46 was late already").isEqualTo(Status.STALE);
        assertThat(then.series().getFirst().status()).isEqualTo(Status.RED);
        assertThat(Decimals.text(then.value().orElseThrow())).isEqualTo("80");
        assertThat(then.target())
                .contains(new TargetBounds.AtLeast(new java.math.BigDecimal("95"), new java.math.BigDecimal("90")));
        assertThat(partners.page(Optional.of(red)).openEpisodes())
                .singleElement()
                .satisfies(episode -> assertThat(episode.state()).isEqualTo(State.OPEN));
        assertThat(partners.page(Optional.of(red)).standings()).hasSize(1);
        assertThat(partners.page(Optional.of(red.minusMillis(1)))
                        .standings()
                        .getFirst()
                        .latest())
                .isEmpty();
        assertThat(partners.page(Optional.of(Instant.parse("2026-01-01T00:00:00Z")))
                        .standings())
                .isEmpty();

        KpiView now = partners.view("otd");
        assertThat(now.status()).isEqualTo(Status.AMBER);
        assertThat(partners.page(Optional.empty()).openEpisodes())
                .as("week 45 misses the target that was agreed afterwards")
                .singleElement()
                .satisfies(episode -> assertThat(episode.id()).isEqualTo("otd@2026-W45"));
    }

    @Test
    void asOfJudgesStalenessAtThatMoment() {
        partners.weekly("otd");
        partners.target("otd", "2026-W01", "95", "90");
        partners.record("otd", "2026-W46", "99");
        Instant known = partners.clock.instant();
        partners.clock.advance(Duration.ofDays(30));
        assertThat(partners.view("otd").status()).isEqualTo(Status.STALE);
        assertThat(partners.view("otd", Optional.of(known)).status()).isEqualTo(Status.GREEN);
    }

    @Test
    void rolledThroughputYieldFollowsItsSteps() {
        partners.weekly("cut", "weld", "paint", "test");
        partners.kpi("rty", KpiRole.GOAL, Frequency.WEEKLY, "cut", "weld", "paint", "test");
        partners.target("rty", "2026-W01", "94", "90");
        partners.record("cut", "2026-W46", "98");
        partners.record("weld", "2026-W46", "97");
        partners.record("paint", "2026-W46", "99");
        assertThat(partners.view("rty").status()).as("a step is missing").isEqualTo(Status.NO_DATA);
        assertThat(partners.view("rty").value()).isEmpty();
        partners.record("test", "2026-W46", "96");
        assertThat(Decimals.text(partners.view("rty").value().orElseThrow())).isEqualTo("90.345024");
        assertThat(partners.view("rty").status()).isEqualTo(Status.AMBER);
        partners.correct("weld", "2026-W46", 1, "50");
        assertThat(partners.view("rty").status()).isEqualTo(Status.RED);
        assertThat(partners.episodes("rty")).hasSize(1);
        assertThat(partners.detail("rty").measurements())
                .extracting(view ->
                        view.measurement().revision() + " " + view.measurement().origin() + " "
                                + view.measurement().value().map(Decimals::text).orElse("-"))
                .containsExactly("3 DERIVED 46.5696", "2 DERIVED 90.345024", "1 DERIVED -");
        assertThat(partners.detail("rty")
                        .rollUp()
                        .getOrDefault(Period.parse("2026-11").orElseThrow(), Optional.empty())
                        .map(Decimals::text))
                .contains("46.5696");
    }

    @Test
    void aDerivedKpiMadeLaterHasItsPast() {
        partners.weekly("cut", "weld");
        partners.record("cut", "2026-W45", "50");
        partners.record("weld", "2026-W45", "50");
        partners.kpi("rty", KpiRole.GOAL, Frequency.WEEKLY, "cut", "weld");
        assertThat(Decimals.text(partners.view("rty").value().orElseThrow())).isEqualTo("25");
    }

    @Test
    void aStepIsNotRetiredBeforeWhatIsComputedFromIt() {
        partners.weekly("cut", "weld");
        partners.kpi("rty", KpiRole.GOAL, Frequency.WEEKLY, "cut", "weld");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> partners.define.retire(
                        partners.scope("owner-ops"), partners.request("owner-ops"), "cut", 1, "not needed"))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("kpi.is_step"));
    }

    @Test
    void aCorrectionThatWasOvertakenIsNotApproved() {
        partners.weekly("otd");
        partners.record("otd", "2026-W46", "80");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> partners.propose("otd", "2026-W46", 2, "90"))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.STALE_REVISION));
        String id = partners.propose("otd", "2026-W46", 1, "90");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> partners.propose("otd", "2026-W46", 1, "91"))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("correction.waiting"));
        partners.correct.decide(
                partners.scope("owner-leader"),
                partners.request("owner-leader"),
                "otd",
                id,
                Decision.Verdict.REJECTED,
                "the scale was right");
        assertThat(partners.detail("otd").measurements()).hasSize(1);
        assertThat(partners.detail("otd").corrections())
                .singleElement()
                .satisfies(correction -> assertThat(
                                correction.proposal().decision().orElseThrow().reason())
                        .isEqualTo("the scale was right"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> partners.correct.decide(
                        partners.scope("owner-leader"),
                        partners.request("owner-leader"),
                        "otd",
                        id,
                        Decision.Verdict.ACCEPTED,
                        ""))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("correction.decided"));
    }

    @Test
    void limitsAppearWithTwelvePointsAndAreTheSameOnPageAndDetail() {
        partners.weekly("otd");
        partners.target("otd", "2026-W01", "95", "90");
        for (int i = 0; i < 12; i++) {
            assertThat(partners.view("otd").kpi().standing().reading().pointsMissing())
                    .isEqualTo(12 - i);
            assertThat(partners.view("otd").series())
                    .allSatisfy(entry -> assertThat(entry.limits()).isEmpty());
            partners.record("otd", "2026-W" + (34 + i), Integer.toString(94 + i % 3));
        }
        assertThat(partners.view("otd").kpi().standing().reading().variation()).isPresent();
        assertThat(partners.view("otd").series().getFirst().limits()).isPresent();
        assertThat(partners.view("otd").series().getFirst().limits().map(limits -> Decimals.text(limits.upper())))
                .isEqualTo(partners.detail("otd")
                        .view()
                        .series()
                        .getFirst()
                        .limits()
                        .map(limits -> Decimals.text(limits.upper())));
        partners.define.rebase(
                partners.scope("owner-ops"), partners.request("owner-ops"), "otd", "2026-W40", "new line");
        assertThat(partners.view("otd").kpi().standing().reading().pointsMissing())
                .isEqualTo(6);
    }

    @Test
    void whatFiguresMeanIsFixedOnceThereAreSome() {
        partners.weekly("otd");
        partners.record("otd", "2026-W46", "80");
        Kpi kpi = partners.view("otd").kpi();
        Definition monthly = Partners.definition("KPI otd", KpiRole.DRIVER, Frequency.MONTHLY, List.of());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> partners.define.update(
                        partners.scope("owner-ops"),
                        partners.request("owner-ops"),
                        "otd",
                        kpi.revision(),
                        monthly,
                        "why not"))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("kpi.meaning_fixed"));
    }

    @Test
    void aContestedFigureIsMarkedAndAnOwnersNoteIsTheOwnersOnly() {
        partners.weekly("otd");
        partners.record("otd", "2026-W46", "80");
        Instant recorded = partners.clock.instant();
        partners.notes.add(
                partners.scope("partner-ops"),
                partners.request("partner-ops"),
                "otd",
                Note.Kind.CONTEST,
                Note.Audience.BOTH,
                "2026-W46",
                "two pallets were counted twice");
        partners.notes.add(
                partners.scope("owner-ops"),
                partners.request("owner-ops"),
                "otd",
                Note.Kind.COMMENT,
                Note.Audience.OWNER,
                "",
                "ask their plant manager");
        assertThat(partners.view("otd").contests()).isEqualTo(1);
        assertThat(partners.view("otd", Optional.of(recorded)).contests()).isZero();
        assertThat(notesSeenBy("owner-leader")).hasSize(2);
        assertThat(notesSeenBy("owner-viewer")).hasSize(1);
        assertThat(notesSeenBy("partner-leader")).hasSize(1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> partners.notes.add(
                        partners.scope("partner-leader"),
                        partners.request("partner-leader"),
                        "otd",
                        Note.Kind.COMMENT,
                        Note.Audience.OWNER,
                        "",
                        "let us see"));
    }

    private List<Note> notesSeenBy(String seat) {
        return partners.detail
                .read(partners.scope(seat), "otd", Optional.empty(), 26)
                .notes();
    }
}
