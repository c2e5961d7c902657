package dev.drumbeat.actions;

import dev.drumbeat.actions.CorrectiveAction.Opening;
import dev.drumbeat.actions.CorrectiveAction.Origin;
import dev.drumbeat.actions.CorrectiveAction.Topic;
import dev.drumbeat.actions.LiveActions.Live;
import dev.drumbeat.actions.Scores.Episode;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.domain.Request;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives each open red its action, and tells actions of reds that were taken away. */
final class AnswerReds {
    private static final int DECIMALS = 3;

    private final LiveActions actions;
    private final ActionStore store;
    private final EpisodeClaims claims;
    private final ActionLedger ledger;
    private final Proposals proposals;
    private final PartnershipDirectory partnerships;
    private final Clock clock;
    private final int verifyPeriods;
    private final Attempts attempts;

    AnswerReds(
            LiveActions actions,
            ActionStore store,
            EpisodeClaims claims,
            ActionLedger ledger,
            Proposals proposals,
            PartnershipDirectory partnerships,
            Clock clock,
            int verifyPeriods,
            Attempts attempts) {
        this.actions = actions;
        this.store = store;
        this.claims = claims;
        this.ledger = ledger;
        this.proposals = proposals;
        this.partnerships = partnerships;
        this.clock = clock;
        this.verifyPeriods = verifyPeriods;
        this.attempts = attempts;
    }

    /** Each open red has its action; each action whose red was taken away is told. */
    void answer(List<Episode> episodes, List<Live> live) {
        Set<String> answered = new HashSet<>();
        live.forEach(action -> answered.addAll(action.liveEpisodes()));
        Map<String, Episode> voided = of(episodes, Scores.State.VOIDED);
        Map<String, Episode> open = of(episodes, Scores.State.OPEN);
        // First the open ones: a red under a new name goes on in the action of the old name, which is voided after
        // that.
        attempts.each(
                open.values().stream()
                        .filter(episode -> !answered.contains(episode.name()))
                        .toList(),
                episode -> answer(episode, voided));
        attempts.each(
                live.stream()
                        .filter(action -> action.liveEpisodes().stream().anyMatch(voided::containsKey))
                        .toList(),
                action -> noteVoided(action.name(), voided.keySet()));
    }

    private static Map<String, Episode> of(List<Episode> episodes, Scores.State state) {
        // One that changed while the list was read stands in it twice: the later one counts.
        Map<String, Episode> latest = new HashMap<>();
        episodes.forEach(episode -> latest.put(episode.name(), episode));
        return latest.values().stream()
                .filter(episode -> episode.state() == state)
                .collect(Collectors.toMap(Episode::name, Function.identity()));
    }

    private void answer(Episode episode, Map<String, Episode> voided) {
        String own = CorrectiveAction.name(episode.partnership(), Ids.of(episode.name()));
        String name = claims.actionOf(episode.name())
                .orElseGet(() -> claims.claim(
                        episode.partnership(),
                        episode.name(),
                        earlier(episode, voided).map(CorrectiveAction::name).orElse(own)));
        if (store.find(name).isEmpty()) {
            open(episode);
        }
        ledger.record(name, (before, standing, at) -> link(episode, voided, standing, at));
        proposals.propose(name);
    }

    /** The action that this red belongs to: the same red under another name, one that is not closed, or was 90 days ago. */
    private Optional<CorrectiveAction> earlier(Episode episode, Map<String, Episode> voided) {
        List<CorrectiveAction> ofKpi = actions
                .ofKpi(episode.partnership(), episode.kpi().name())
                .stream()
                .filter(action -> action.origin() == Origin.RED_EPISODE)
                .toList();
        Instant earliest = episode.openedAt().minus(Reconciler.REOPENS_WITHIN);
        return ofKpi.stream()
                .filter(action -> isSameRed(action.standing(), episode, voided))
                .findFirst()
                .or(() -> ofKpi.stream()
                        .filter(action -> !action.state().isFinal())
                        .findFirst())
                .or(() -> ofKpi.stream()
                        .filter(action -> action.standing()
                                .closedAt()
                                .filter(closed -> !closed.isBefore(earliest))
                                .isPresent())
                        .findFirst());
    }

    private static boolean isSameRed(ActionStanding standing, Episode episode, Map<String, Episode> voided) {
        return standing.closedAt().isEmpty()
                && standing.episodes().stream()
                        .map(voided::get)
                        .filter(Objects::nonNull)
                        .anyMatch(episode::overlaps);
    }

    private static List<Fact> link(Episode episode, Map<String, Episode> voided, ActionStanding standing, Instant at) {
        Instant redAt = episode.openedAt().isAfter(at) ? at : episode.openedAt();
        if (standing.state() == ActionState.CLOSED) {
            return List.of(linked(episode, at, redAt, Fact.Link.RECURRED));
        }
        if (standing.liveEpisodes().contains(episode.name())) {
            return List.of();
        }
        if (standing.state() == ActionState.VOIDED && standing.episodes().contains(episode.name())) {
            return List.of(new Fact.EpisodeRevived(at, ActionLedger.SELF, episode.name(), redAt));
        }
        boolean same = standing.state() == ActionState.VOIDED || isSameRed(standing, episode, voided);
        return List.of(linked(episode, at, redAt, same ? Fact.Link.CONTINUES : Fact.Link.RECURRED));
    }

    private static Fact linked(Episode episode, Instant at, Instant redAt, Fact.Link link) {
        return new Fact.EpisodeLinked(at, ActionLedger.SELF, episode.name(), episode.firstPeriod(), redAt, link);
    }

    private void open(Episode episode) {
        Instant now = clock.instant();
        Instant since = episode.openedAt().isAfter(now) ? now : episode.openedAt();
        ZoneId zone = Optional.ofNullable(
                        partnerships.find(List.of(episode.partnership())).get(episode.partnership()))
                .orElseThrow(() -> new IllegalStateException("no such partnership: " + episode.partnership()))
                .timeZone();
        CorrectiveAction action = new CorrectiveAction(
                episode.partnership(),
                Ids.of(episode.name()),
                1,
                zone,
                Origin.RED_EPISODE,
                new Topic(
                        episode.kpi().displayName() + " is red since " + episode.firstPeriod(),
                        problem(episode),
                        episode.kpi().name(),
                        episode.kpi().displayName(),
                        episode.kpi().raciActivity()),
                verifyPeriods,
                new Opening(now, ActionLedger.SELF, since),
                List.of(linked(episode, now, since, Fact.Link.FIRST)));
        ledger.open(action, new Request(ActionLedger.SELF.subject() + "#" + episode.name(), episode.name()));
    }

    private static String problem(Episode episode) {
        String period = episode.lastRedPeriod().isEmpty() ? episode.firstPeriod() : episode.lastRedPeriod();
        String target = episode.lastTarget().isEmpty() ? "" : ", target " + episode.lastTarget();
        return episode.kpi().displayName() + " was " + readable(episode.lastValue(), episode.lastTarget()) + " in "
                + period + target + ".";
    }

    /** A few decimals, unless a miss would read as the target: then all of them. */
    static String readable(String lastValue, String target) {
        if (lastValue.isEmpty()) {
            return "red";
        }
        BigDecimal value = new BigDecimal(lastValue);
        BigDecimal rounded = value.setScale(Math.min(value.scale(), DECIMALS), RoundingMode.HALF_EVEN);
        boolean readsAsTarget = !target.isEmpty() && rounded.compareTo(new BigDecimal(target)) == 0;
        return (readsAsTarget ? value : rounded).toPlainString();
    }

    private void noteVoided(String name, Set<String> voided) {
        ledger.record(
                name,
                (before, standing, at) -> standing.state().isFinal()
                        ? List.of()
                        : standing.liveEpisodes().stream()
                                .filter(voided::contains)
                                .map(episode -> new Fact.EpisodeVoided(at, ActionLedger.SELF, episode))
                                .toList());
    }
}
