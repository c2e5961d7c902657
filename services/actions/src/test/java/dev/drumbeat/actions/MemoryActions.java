package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.testkit.MemoryAggregates;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Actions in a map. */
final class MemoryActions extends MemoryAggregates<CorrectiveAction> implements ActionStore, LiveActions {
    @Override
    protected String id(CorrectiveAction action) {
        return action.name();
    }

    @Override
    protected List<String> uniqueParts(CorrectiveAction action) {
        return List.of(action.partnership() + "#" + action.number());
    }

    List<CorrectiveAction> everything() {
        return all().map(Versioned::value).toList();
    }

    private Stream<Versioned<CorrectiveAction>> of(Collection<Scope> scopes) {
        List<String> names = scopes.stream().map(Scope::partnership).toList();
        return all().filter(kept -> names.contains(kept.value().partnership()));
    }

    @Override
    public Page<Versioned<CorrectiveAction>> list(Scope scope, Set<ActionState> states, Page.Wanted wanted) {
        return page(
                of(List.of(scope))
                        .filter(kept -> states.isEmpty()
                                ? !kept.value().state().isFinal()
                                : states.contains(kept.value().state())),
                wanted,
                kept -> Urgency.of(kept.value()));
    }

    @Override
    public List<Versioned<CorrectiveAction>> openedBy(Scope scope, Instant moment) {
        return of(List.of(scope))
                .filter(kept -> !kept.value().opening().at().isAfter(moment))
                .toList();
    }

    @Override
    public Page<Versioned<CorrectiveAction>> waitingFor(String subject, Collection<Scope> scopes, Page.Wanted wanted) {
        return page(
                of(scopes)
                        .filter(kept -> scopes.stream()
                                .filter(scope ->
                                        scope.partnership().equals(kept.value().partnership()))
                                .anyMatch(scope -> waits(kept.value(), subject, scope))),
                wanted,
                kept -> Urgency.byDueDate(kept.value()));
    }

    private static boolean waits(CorrectiveAction action, String subject, Scope scope) {
        ActionStanding standing = action.standing();
        if (standing.state().isFinal()) {
            return false;
        }
        boolean owns = standing.agreed()
                .filter(agreed -> agreed.owner().person().equals(subject))
                .isPresent();
        boolean steps = standing.openSteps().stream()
                .anyMatch(step -> step.owner().person().equals(subject));
        boolean asked = standing.proposal()
                .filter(proposal -> (proposal.waitsFor(Fact.OwnerAccepted.Part.OWNER)
                                && proposal.owner().person().equals(subject))
                        || (proposal.waitsFor(Fact.OwnerAccepted.Part.OTHER_SIDE)
                                && scope.may(Activity.PROGRESS_ACTION)
                                && scope.side()
                                        .filter(side -> side != proposal.owner().side())
                                        .isPresent()))
                .isPresent();
        return owns || steps || asked;
    }

    @Override
    public List<Open> open(Collection<Scope> scopes) {
        return of(scopes)
                .map(Versioned::value)
                .filter(action -> !action.state().isFinal())
                .map(action -> new Open(
                        action.partnership(),
                        action.state().isUnowned(),
                        action.state().isAtWork() ? action.standing().dueDate() : Optional.empty(),
                        action.zone(),
                        action.standing().ladderTimes().overduePortfolioDays()))
                .toList();
    }

    @Override
    public Optional<String> numbered(String partnership, int number) {
        return all().map(Versioned::value)
                .filter(action -> action.partnership().equals(partnership) && action.number() == number)
                .map(CorrectiveAction::name)
                .findFirst();
    }

    @Override
    public int lastNumber(String partnership) {
        return all().map(Versioned::value)
                .filter(action -> action.partnership().equals(partnership))
                .mapToInt(CorrectiveAction::number)
                .max()
                .orElse(0);
    }

    @Override
    public List<Changed> changedAfter(Instant moment, int atMost) {
        return all().filter(kept -> kept.value().changedAt().isAfter(moment))
                .map(kept -> new Changed(
                        kept.value().name(),
                        kept.value().partnership(),
                        kept.revision(),
                        kept.value().changedAt()))
                .sorted(Comparator.comparing(Changed::changedAt))
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Live> live() {
        return all().map(Versioned::value)
                .filter(action -> !action.state().isFinal())
                .map(MemoryActions::live)
                .toList();
    }

    private static Live live(CorrectiveAction action) {
        ActionStanding standing = action.standing();
        return new Live(
                action.name(),
                action.partnership(),
                action.topic().kpi(),
                standing.liveEpisodes(),
                standing.agreed().map(agreed -> agreed.owner().person()),
                Proposals.isWanted(action, standing),
                standing.state().isWatched(),
                standing.ladder().map(Fact.LadderChanged::revision).orElse(0L));
    }

    @Override
    public List<Live> live(String partnership) {
        return live().stream()
                .filter(action -> action.partnership().equals(partnership))
                .toList();
    }

    @Override
    public List<CorrectiveAction> ofKpi(String partnership, String kpi) {
        return all().map(Versioned::value)
                .filter(action -> action.partnership().equals(partnership)
                        && action.topic().kpi().equals(kpi))
                .sorted(Comparator.comparing(CorrectiveAction::number).reversed())
                .toList();
    }

    @Override
    public List<String> escalating(Instant now, int atMost) {
        return all().map(Versioned::value)
                .filter(action ->
                        Ladder.nextAt(action).filter(at -> !at.isAfter(now)).isPresent())
                .map(CorrectiveAction::name)
                .limit(atMost)
                .toList();
    }
}
