package dev.drumbeat.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparing reds with actions: harmless when repeated, when interrupted, and when two do it at once. */
final class ReconcilerTest {
    private final Desk desk = new Desk("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "96.245628472, 98.5, 96.246",
        "98.49999999, 98.5, 98.49999999",
        "71.5, 95, 71.5",
        "1E+2, 95, 100",
        "0, 95, 0",
    })
    void a_figure_is_told_with_few_decimals_but_a_miss_never_reads_as_the_target(
            String value, String target, String told) {
        assertThat(AnswerReds.readable(value, target)).isEqualTo(told);
    }

    @Test
    void a_second_look_changes_nothing() {
        CorrectiveAction first = desk.red();
        long revision = desk.revision(first.name());
        desk.reconciler().all();
        desk.reconciler().one(Desk.PARTNERSHIP);
        assertThat(desk.actions.everything()).containsExactly(first);
        assertThat(desk.revision(first.name())).isEqualTo(revision);
    }

    @RepeatedTest(20)
    void two_replicas_at_once_open_one_action_for_each_red() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            desk.scores.red(Desk.PARTNERSHIP + "/kpis/k" + i, "2026-10", "2026-10", desk.clock.instant());
        }
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                replicas.submit(() -> {
                    start.await();
                    desk.reconciler().all();
                    return true;
                });
            }
            start.countDown();
        }
        assertThat(desk.actions.everything()).hasSize(6);
        assertThat(desk.actions.everything().stream()
                        .map(CorrectiveAction::number)
                        .sorted())
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(desk.failures).isEmpty();
    }

    @Test
    void a_claim_without_its_action_is_made_good() {
        desk.scores.red(Desk.KPI, "2026-10", "2026-10", desk.clock.instant());
        String episode = Desk.FakeScores.name(Desk.KPI, "2026-10");
        desk.claims.put(episode, CorrectiveAction.name(Desk.PARTNERSHIP, dev.drumbeat.platform.domain.Ids.of(episode)));
        desk.reconciler().all();
        assertThat(desk.actions.everything())
                .singleElement()
                .satisfies(
                        action -> assertThat(action.standing().liveEpisodes()).containsExactly(episode));
    }

    @Test
    void a_red_that_comes_back_while_somebody_is_at_work_stays_with_them() {
        String name = desk.agreed(desk.red().name(), "2026-12-01").name();
        desk.scores.ended(Desk.KPI, "2026-10");
        desk.scores.red(Desk.KPI, "2027-01", "2027-01", desk.clock.instant());
        desk.reconciler().all();
        ActionStanding standing = desk.action(name).standing();
        assertThat(standing.state()).isEqualTo(ActionState.AGREED);
        assertThat(standing.recurrences()).isOne();
        assertThat(desk.actions.everything()).hasSize(1);
    }

    @Test
    void an_owner_who_leaves_takes_no_finished_work_along() {
        String name = desk.agreed(desk.red().name(), "2026-12-01").name();
        desk.implemented(name);
        desk.gone.add("people/acme-partner-ops");
        desk.reconciler().all();
        assertThat(desk.action(name).state()).isEqualTo(ActionState.IMPLEMENTED);
        desk.scores.ended(Desk.KPI, "2026-10");
        desk.scores.red(Desk.KPI, "2027-01", "2027-01", desk.clock.instant());
        desk.reconciler().all();
        assertThat(desk.action(name).state()).isEqualTo(ActionState.REOPENED);
    }

    @Test
    void a_recurrence_that_was_a_wrong_figure_leaves_all_as_it_was() {
        String name = desk.agreed(desk.red().name(), "2026-12-01").name();
        desk.implemented(name);
        desk.scores.ended(Desk.KPI, "2026-10");
        desk.scores.red(Desk.KPI, "2027-01", "2027-01", desk.clock.instant());
        desk.reconciler().all();
        assertThat(desk.action(name).state()).isEqualTo(ActionState.REOPENED);
        desk.scores.voided(Desk.KPI, "2027-01", "2027-01", desk.clock.instant());
        desk.reconciler().all();
        assertThat(desk.action(name).state()).isEqualTo(ActionState.IMPLEMENTED);
        assertThat(desk.action(name).standing().recurrences()).isZero();
        desk.scores.red(Desk.KPI, "2027-01", "2027-01", desk.clock.instant());
        desk.reconciler().all();
        assertThat(desk.action(name).state()).isEqualTo(ActionState.REOPENED);
    }

    @Test
    void a_wrong_figure_takes_nothing_away_that_was_done_since() {
        String name = desk.agreed(desk.red().name(), "2026-12-01").name();
        desk.scores.ended(Desk.KPI, "2026-10");
        desk.scores.red(Desk.KPI, "2027-01", "2027-01", desk.clock.instant());
        desk.reconciler().all();
        desk.implemented(name);
        desk.scores.voided(Desk.KPI, "2027-01", "2027-01", desk.clock.instant());
        desk.reconciler().all();
        assertThat(desk.action(name).state()).isEqualTo(ActionState.IMPLEMENTED);
    }

    @Test
    void a_red_split_by_a_correction_goes_on_even_when_its_voiding_is_seen_first() {
        String name = desk.agreed(desk.red().name(), "2026-12-01").name();
        desk.scores.voided(Desk.KPI, "2026-10", "2026-12", desk.clock.instant());
        desk.reconciler().all();
        assertThat(desk.action(name).state()).isEqualTo(ActionState.VOIDED);
        desk.scores.red(Desk.KPI, "2026-11", "2026-12", desk.clock.instant());
        desk.reconciler().all();
        assertThat(desk.action(name).state()).isEqualTo(ActionState.AGREED);
        assertThat(desk.actions.everything()).hasSize(1);
    }

    @Test
    void only_periods_that_begin_after_the_work_count_and_red_begins_anew() {
        String name = desk.agreed(desk.red().name(), "2026-12-01").name();
        desk.implemented(name);
        List<Scores.Judgement> periods = new ArrayList<>();
        desk.scores.periods.put(Desk.KPI, periods);
        // The day of the work itself began before it was done.
        for (String day : List.of("2026-11-22", "2026-11-23", "2026-11-24")) {
            periods.add(new Scores.Judgement(day, LocalDate.parse(day), false));
        }
        desk.reconciler().all();
        assertThat(desk.action(name).standing().periodsPassed()).containsExactly("2026-11-23", "2026-11-24");
        periods.add(new Scores.Judgement("2026-11-25", LocalDate.parse("2026-11-25"), true));
        for (String day : List.of("2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29")) {
            periods.add(new Scores.Judgement(day, LocalDate.parse(day), false));
        }
        desk.reconciler().all();
        assertThat(desk.action(name).standing().periodsPassed())
                .containsExactly("2026-11-26", "2026-11-27", "2026-11-28");
        assertThat(desk.action(name).standing().isClosingEarned()).isTrue();
    }

    @Property(tries = 60)
    void whatever_happens_to_reds_each_open_one_has_one_action(@ForAll long seed) {
        Random random = new Random(seed);
        Desk table = new Desk("America/New_York");
        for (int day = 1; day < 40; day++) {
            String kpi = Desk.PARTNERSHIP + "/kpis/k" + random.nextInt(3);
            change(
                    table.scores,
                    kpi,
                    LocalDate.parse("2026-10-01").plusDays(day).toString(),
                    random,
                    table.clock.instant());
            table.clock.advance(Duration.ofHours(random.nextInt(60)));
            if (random.nextInt(3) > 0) {
                table.reconciler().all();
                holds(table);
            }
        }
        table.reconciler().all();
        holds(table);
        assertThat(table.failures).isEmpty();
    }

    /** One KPI turns red, or good, or its red proves a wrong figure. */
    private static void change(Desk.FakeScores scores, String kpi, String day, Random random, Instant now) {
        var open = scores.episodes.values().stream()
                .filter(episode -> episode.kpi().name().equals(kpi) && episode.state() == Scores.State.OPEN)
                .findFirst();
        if (open.isEmpty()) {
            scores.red(kpi, day, day, now);
        } else if (random.nextBoolean()) {
            scores.ended(kpi, open.get().firstPeriod());
        } else {
            scores.voided(kpi, open.get().firstPeriod(), open.get().lastRedPeriod(), now);
        }
    }

    private static void holds(Desk table) {
        for (Scores.Episode episode : table.scores.episodes.values()) {
            List<CorrectiveAction> answering = table.actions.everything().stream()
                    .filter(action -> action.standing().episodes().contains(episode.name()))
                    .toList();
            if (episode.state() == Scores.State.OPEN) {
                assertThat(answering)
                        .as(episode.name())
                        .singleElement()
                        .satisfies(
                                action -> assertThat(action.state().isFinal()).isFalse());
            } else {
                assertThat(answering).as(episode.name()).hasSizeLessThanOrEqualTo(1);
                answering.forEach(
                        action -> assertThat(action.standing().liveEpisodes()).doesNotContain(episode.name()));
            }
        }
    }
}
