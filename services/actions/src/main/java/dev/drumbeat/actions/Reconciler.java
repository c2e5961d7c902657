package dev.drumbeat.actions;

import dev.drumbeat.actions.LiveActions.Live;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares red episodes with actions and puts right what is missing. It does not matter what happened in between, how often it is
 * done, or how many do it at once: each step looks first whether it is needed and is decided by one document.
 */
public final class Reconciler {
    /** A red that comes back within this time after the closing reopens the action that answered it before. */
    public static final Duration REOPENS_WITHIN = Duration.ofDays(90);

    private static final int ESCALATIONS_AT_ONCE = 500;

    private final Scores scores;
    private final LiveActions actions;
    private final ActionStore store;
    private final LadderStore ladders;
    private final ActionLedger ledger;
    private final Proposals proposals;
    private final People people;
    private final Clock clock;
    private final Attempts attempts;
    private final AnswerReds reds;

    /** @param failed told of each part that could not be done now; the others are done all the same */
    public Reconciler(
            Scores scores,
            LiveActions actions,
            ActionStore store,
            EpisodeClaims claims,
            LadderStore ladders,
            ActionLedger ledger,
            Proposals proposals,
            People people,
            PartnershipDirectory partnerships,
            Clock clock,
            int verifyPeriods,
            Consumer<RuntimeException> failed) {
        this.scores = scores;
        this.actions = actions;
        this.store = store;
        this.ladders = ladders;
        this.ledger = ledger;
        this.proposals = proposals;
        this.people = people;
        this.clock = clock;
        this.attempts = new Attempts(failed);
        this.reds =
                new AnswerReds(actions, store, claims, ledger, proposals, partnerships, clock, verifyPeriods, attempts);
    }

    /** Everything there is. */
    public void all() {
        attempts.one(this::escalate);
        attempts.one(() -> reds.answer(scores.episodes(), actions.live()));
        List<Live> live = actions.live();
        attempts.one(() -> noteDepartures(live));
        attempts.one(() -> noteLadders(live));
        attempts.one(() -> verify(live));
        attempts.one(() -> propose(live));
    }

    /** One partnership whose scores or RACI changed. */
    public void one(String partnership) {
        attempts.one(() -> reds.answer(scores.episodes(partnership), actions.live(partnership)));
        List<Live> live = actions.live(partnership);
        attempts.one(() -> noteLadders(live));
        attempts.one(() -> verify(live));
        attempts.one(() -> propose(live));
    }

    private void escalate() {
        // Putting nothing to an action records the rungs that it has met.
        attempts.each(
                actions.escalating(clock.instant(), ESCALATIONS_AT_ONCE),
                name -> ledger.record(name, (before, standing, at) -> List.of()));
    }

    /** Each action that is not over knows the ladder of its partnership. */
    private void noteLadders(List<Live> live) {
        Map<String, Versioned<EscalationLadder>> changed =
                ladders.of(live.stream().map(Live::partnership).distinct().toList());
        attempts.each(live, action -> {
            Versioned<EscalationLadder> ladder = changed.get(action.partnership());
            if (ladder != null && ladder.revision() > action.ladder()) {
                ledger.record(action.name(), (before, standing, at) -> noteLadder(ladder, standing, at));
            }
        });
    }

    private static List<Fact> noteLadder(Versioned<EscalationLadder> ladder, ActionStanding standing, Instant at) {
        EscalationLadder.Change change = ladder.value().change();
        boolean known = standing.ladder()
                .filter(noted -> noted.revision() >= ladder.revision())
                .isPresent();
        return known || change == null
                ? List.of()
                : List.of(new Fact.LadderChanged(
                        at, ActionLedger.SELF, ladder.revision(), ladder.value().times(), change.at()));
    }

    /** Who answers for an action and is gone answers for it no more. When the work is done, only data are waited for. */
    private void noteDepartures(List<Live> live) {
        List<Live> owned = live.stream()
                .filter(action -> action.owner().isPresent() && !action.watched())
                .toList();
        Map<String, List<People.Member>> members =
                people.on(owned.stream().map(Live::partnership).distinct().toList());
        attempts.each(
                owned.stream()
                        .filter(action -> hasLeft(members.get(action.partnership()), action.owner()))
                        .toList(),
                action -> ledger.record(
                        action.name(),
                        (before, standing, at) -> standing.state().isAtWork()
                                        && hasLeft(
                                                members.get(action.partnership()),
                                                standing.agreed()
                                                        .map(agreed ->
                                                                agreed.owner().person()))
                                ? List.of(new Fact.OwnerLeft(at, ActionLedger.SELF))
                                : List.of()));
    }

    private static boolean hasLeft(
            @org.jspecify.annotations.Nullable List<People.Member> members, Optional<String> owner) {
        return members != null
                && owner.isPresent()
                && Owners.find(members, owner.get()).isEmpty();
    }

    /** What the data say of actions whose steps are done. */
    private void verify(List<Live> live) {
        List<Live> watched = live.stream()
                .filter(action -> action.watched() && !action.kpi().isEmpty())
                .toList();
        if (watched.isEmpty()) {
            return;
        }
        Map<String, List<Scores.Judgement>> periods =
                scores.periods(watched.stream().map(Live::kpi).distinct().toList());
        attempts.each(watched, action -> {
            List<Scores.Judgement> judged = periods.getOrDefault(action.kpi(), List.of());
            if (store.find(action.name())
                    .filter(kept -> judgement(kept, judged).isPresent())
                    .isPresent()) {
                ledger.record(
                        action.name(),
                        (before, standing, at) -> judgement(before, judged)
                                .<List<Fact>>map(passed -> List.of(new Fact.Judged(at, ActionLedger.SELF, passed)))
                                .orElse(List.of()));
            }
        });
    }

    private static Optional<List<String>> judgement(Versioned<CorrectiveAction> kept, List<Scores.Judgement> periods) {
        return judgement(kept.value(), periods);
    }

    /** The periods passed, when that is news. */
    private static Optional<List<String>> judgement(CorrectiveAction action, List<Scores.Judgement> periods) {
        ActionStanding standing = action.standing();
        Optional<List<String>> recorded = standing.judged().map(Fact.Judged::periodsPassed);
        return standing.state().isWatched()
                ? Verification.passed(action, periods).filter(passed -> !recorded.equals(Optional.of(passed)))
                : Optional.empty();
    }

    private void propose(List<Live> live) {
        attempts.each(live.stream().filter(Live::unproposed).toList(), action -> proposals.propose(action.name()));
    }
}
