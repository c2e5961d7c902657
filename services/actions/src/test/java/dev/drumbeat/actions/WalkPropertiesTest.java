package dev.drumbeat.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** Whatever people and figures do to an action, in whatever order: these hold. */
final class WalkPropertiesTest {
    private static final int TRIES = 120;
    private static final List<String> SEATS =
            List.of("owner-leader", "owner-ops", "owner-viewer", "partner-leader", "partner-ops", "partner-viewer");

    /** Where each state may be left to by one step. */
    private static final Map<ActionState, Set<ActionState>> WAYS = Map.of(
            ActionState.OPEN,
                    Set.of(
                            ActionState.OPEN,
                            ActionState.AGREED,
                            ActionState.CONTAINED,
                            ActionState.ROOT_CAUSE_FOUND,
                            ActionState.PLANNED,
                            ActionState.REOPENED,
                            ActionState.VOIDED),
            ActionState.REOPENED,
                    Set.of(
                            ActionState.REOPENED,
                            ActionState.OPEN,
                            ActionState.AGREED,
                            ActionState.CONTAINED,
                            ActionState.ROOT_CAUSE_FOUND,
                            ActionState.PLANNED,
                            ActionState.IMPLEMENTED,
                            ActionState.VERIFYING,
                            ActionState.CLOSED,
                            ActionState.VOIDED),
            ActionState.AGREED,
                    Set.of(
                            ActionState.AGREED,
                            ActionState.CONTAINED,
                            ActionState.OPEN,
                            ActionState.REOPENED,
                            ActionState.VOIDED),
            ActionState.CONTAINED,
                    Set.of(
                            ActionState.CONTAINED,
                            ActionState.ROOT_CAUSE_FOUND,
                            ActionState.OPEN,
                            ActionState.REOPENED,
                            ActionState.VOIDED),
            ActionState.ROOT_CAUSE_FOUND,
                    Set.of(
                            ActionState.ROOT_CAUSE_FOUND,
                            ActionState.PLANNED,
                            ActionState.OPEN,
                            ActionState.REOPENED,
                            ActionState.VOIDED),
            ActionState.PLANNED,
                    Set.of(
                            ActionState.PLANNED,
                            ActionState.IMPLEMENTED,
                            ActionState.OPEN,
                            ActionState.REOPENED,
                            ActionState.VOIDED),
            ActionState.IMPLEMENTED,
                    Set.of(ActionState.IMPLEMENTED, ActionState.VERIFYING, ActionState.REOPENED, ActionState.VOIDED),
            ActionState.VERIFYING,
                    Set.of(ActionState.VERIFYING, ActionState.CLOSED, ActionState.REOPENED, ActionState.VOIDED),
            ActionState.CLOSED, Set.of(ActionState.CLOSED, ActionState.REOPENED),
            ActionState.VOIDED, Set.of(ActionState.values()));

    @Property(tries = TRIES)
    void an_action_keeps_to_its_gates(@ForAll @Size(min = 5, max = 60) List<@IntRange(max = 9_999) Integer> dice) {
        Desk desk = new Desk("Europe/Berlin");
        String name = desk.red().name();
        Map<Instant, ActionState> history = new LinkedHashMap<>();
        Period period = new Period();
        ActionState before = desk.action(name).state();
        for (int die : dice) {
            desk.clock.advance(Duration.ofMinutes(1 + die % 700));
            long revision = desk.revision(name);
            try {
                if (die % 3 == 0) {
                    anyStep(desk, name, die / 3, period);
                } else {
                    nextStep(desk, name, die, period);
                }
            } catch (Refusal refusal) {
                assertThat(refusal.rule()).isNotBlank();
                assertThat(desk.revision(name))
                        .as("a refused step changes nothing")
                        .isEqualTo(revision);
                assertThat(desk.refused.getLast().afterJson()).contains(refusal.rule());
            }
            CorrectiveAction action = desk.action(name);
            ActionState after = action.state();
            assertThat(WAYS.get(before)).as("from %s", before).contains(after);
            holds(action);
            history.put(desk.clock.instant(), after);
            before = after;
        }
        history.values().stream()
                .distinct()
                .forEach(state -> Statistics.label("states come by").collect(state));
        assertThat(desk.failures).isEmpty();
        CorrectiveAction last = desk.action(name);
        history.forEach((moment, state) ->
                assertThat(last.asOf(moment).state()).as("as of %s", moment).isEqualTo(state));
    }

    /** Counts up the periods that the scores know. */
    private static final class Period {
        private LocalDate next = LocalDate.parse("2026-11-01");
        private String red = "2026-10";
    }

    /** What the next gate asks for, by somebody who may. */
    private static void nextStep(Desk desk, String name, int die, Period period) {
        ActionStanding standing = desk.action(name).standing();
        switch (standing.state()) {
            case OPEN, REOPENED ->
                anyStep(desk, name, standing.proposal().isEmpty() ? 20 : die % 2 == 0 ? 20 * 4 + 2 : 20 + 2, period);
            case AGREED -> anyStep(desk, name, 20 * 4 + 5, period);
            case CONTAINED -> anyStep(desk, name, 20 * 4 + 7, period);
            case ROOT_CAUSE_FOUND -> anyStep(desk, name, 20 * 4 + 9, period);
            case PLANNED -> anyStep(desk, name, 20 * 4 + 11, period);
            case IMPLEMENTED, VERIFYING -> anyStep(desk, name, standing.isClosingEarned() ? 20 + 17 : 14, period);
            case CLOSED, VOIDED -> anyStep(desk, name, die % 5 == 0 ? 16 : 14, period);
        }
    }

    private static void anyStep(Desk desk, String name, int die, Period period) {
        String seat = SEATS.get(die / 20 % SEATS.size());
        Request request = desk.request();
        long revision = desk.revision(name);
        String today = desk.action(name).today(desk.clock.instant()).toString();
        switch (die % 20) {
            case 0, 1 -> desk.propose(seat, name, "partner-ops", today, "as things are");
            case 2, 3, 4 -> desk.accept(seat, name);
            case 5, 6 -> desk.progress.contain(desk.scope(seat), request, name, revision, "Checked twice from now on.");
            case 7, 8 ->
                desk.progress.findRootCause(
                        desk.scope(seat),
                        request,
                        name,
                        revision,
                        List.of("Trucks left late.", die % 3 == 0 ? "operator error" : "The slot was sold."),
                        List.of("Nobody saw it.", "There is no time stamp."));
            case 9, 10 ->
                desk.progress.plan(
                        desk.scope(seat),
                        request,
                        name,
                        revision,
                        java.util.stream.Stream.concat(
                                        desk.action(name).standing().steps().stream()
                                                .map(step -> new PlannedStep(
                                                        step.id(),
                                                        step.kind(),
                                                        step.text(),
                                                        step.owner().person(),
                                                        step.dueDate().toString())),
                                        java.util.stream.Stream.of(new PlannedStep(
                                                "",
                                                Step.Kind.PERMANENT,
                                                "Move the slot.",
                                                "people/acme-partner-ops",
                                                today)))
                                .toList());
            case 11, 12, 13 ->
                desk.progress.completeStep(
                        desk.scope(seat),
                        request,
                        name,
                        revision,
                        desk.action(name).standing().openSteps().stream()
                                .findFirst()
                                .map(Step::id)
                                .orElse("s0"));
            case 14, 15 -> judge(desk, period, false);
            case 16 -> judge(desk, period, true);
            case 17 -> desk.progress.acceptClosure(desk.scope(seat), request, name, revision);
            case 18 -> {
                desk.gone.add("people/acme-partner-ops");
                desk.reconciler().all();
                desk.gone.clear();
            }
            default -> {
                if (die % 7 == 0) {
                    desk.scores.voided(Desk.KPI, period.red, period.red, desk.clock.instant());
                }
                desk.reconciler().all();
            }
        }
    }

    /** One more month, red or not. */
    private static void judge(Desk desk, Period period, boolean red) {
        LocalDate start = period.next;
        period.next = start.plusMonths(1);
        String month = start.toString().substring(0, 7);
        desk.scores
                .periods
                .computeIfAbsent(Desk.KPI, unused -> new java.util.ArrayList<>())
                .add(new Scores.Judgement(month, start, red));
        if (red) {
            desk.scores.ended(Desk.KPI, period.red);
            period.red = month;
            desk.scores.red(Desk.KPI, month, month, desk.clock.instant());
        }
        desk.reconciler().all();
    }

    private static void holds(CorrectiveAction action) {
        ActionStanding standing = action.standing();
        ActionState state = standing.state();
        if (state == ActionState.CLOSED) {
            assertThat(standing.periodsPassed()).hasSizeGreaterThanOrEqualTo(action.verifyPeriods());
        }
        if (state.isAtWork() || state.isWatched()) {
            assertThat(standing.agreed()).get().matches(OwnerProposal::isAgreed);
        }
        if (state.isUnowned()) {
            assertThat(standing.unownedSince()).isPresent();
            assertThat(standing.agreed()).isEmpty();
        }
        assertThat(standing.unowned().stream()
                        .filter(stretch -> stretch.until().isEmpty())
                        .count())
                .as("unowned now, in state %s", state)
                .isEqualTo(state.isUnowned() ? 1 : 0);
        assertThat(action.facts()).isSortedAccordingTo(java.util.Comparator.comparing(Fact::at));
        assertThat(action.facts().stream()
                        .filter(Fact.Escalated.class::isInstance)
                        .map(Fact.Escalated.class::cast)
                        .map(escalated -> escalated.rung() + escalated.basis()))
                .doesNotHaveDuplicates();
    }
}
