package dev.drumbeat.actions.process;

import dev.drumbeat.actions.ActionLedger;
import dev.drumbeat.actions.ActionStore;
import dev.drumbeat.actions.ActionStore.Changed;
import dev.drumbeat.actions.AgreeOwner;
import dev.drumbeat.actions.ChangeLadder;
import dev.drumbeat.actions.Discuss;
import dev.drumbeat.actions.EpisodeClaims;
import dev.drumbeat.actions.LadderStore;
import dev.drumbeat.actions.LiveActions;
import dev.drumbeat.actions.OpenByHand;
import dev.drumbeat.actions.People;
import dev.drumbeat.actions.ProgressAction;
import dev.drumbeat.actions.Proposals;
import dev.drumbeat.actions.PublishRaci;
import dev.drumbeat.actions.RaciStore;
import dev.drumbeat.actions.ReadActions;
import dev.drumbeat.actions.ReadRaci;
import dev.drumbeat.actions.Reconciler;
import dev.drumbeat.actions.Reconciliation;
import dev.drumbeat.actions.Scores;
import dev.drumbeat.actions.Trail;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.watch.Changes;
import dev.drumbeat.platform.watch.Feed;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The use cases with their ports. */
@Factory
final class UseCases {
    private static final int CHANGES_AT_ONCE = 1_000;

    @Singleton
    @Bean(preDestroy = "close")
    Feed<Changed> feed(ActionStore actions, RaciStore racis, LadderStore ladders, Clock clock) {
        return new Feed<>(
                new Changes<>(
                        "actions",
                        moment -> changes(actions, racis, ladders, moment),
                        CHANGES_AT_ONCE,
                        Changed::what,
                        Changed::changedAt),
                clock);
    }

    private static List<Changed> changes(ActionStore actions, RaciStore racis, LadderStore ladders, Instant moment) {
        return Stream.of(
                        actions.changedAfter(moment, CHANGES_AT_ONCE),
                        racis.publishedAfter(moment, CHANGES_AT_ONCE),
                        ladders.changedAfter(moment, CHANGES_AT_ONCE))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Changed::changedAt))
                .limit(CHANGES_AT_ONCE)
                .toList();
    }

    @Singleton
    Trail trail(AuditTrail audit) {
        return new Trail(event -> audit.append(List.of(event)));
    }

    @Singleton
    ActionLedger ledger(ActionStore store, People people, Trail trail, Clock clock, Feed<Changed> feed) {
        return new ActionLedger(store, people, trail, clock, feed::wake);
    }

    @Singleton
    Proposals proposals(ActionLedger ledger, ActionStore store, RaciStore racis, People people) {
        return new Proposals(ledger, store, racis, people);
    }

    @Singleton
    Reconciler reconciler(
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
            @Value("${drumbeat.verify-periods:3}") int verifyPeriods) {
        return new Reconciler(
                scores,
                actions,
                store,
                claims,
                ladders,
                ledger,
                proposals,
                people,
                partnerships,
                clock,
                verifyPeriods,
                new Complaints());
    }

    @Singleton
    AgreeOwner agreeOwner(ActionLedger ledger, People people) {
        return new AgreeOwner(ledger, people);
    }

    @Singleton
    ProgressAction progressAction(ActionLedger ledger, People people) {
        return new ProgressAction(ledger, people);
    }

    @Singleton
    Discuss discuss(ActionLedger ledger) {
        return new Discuss(ledger);
    }

    @Singleton
    OpenByHand openByHand(
            ActionLedger ledger,
            Scores scores,
            Trail trail,
            Clock clock,
            @Value("${drumbeat.verify-periods:3}") int verifyPeriods) {
        return new OpenByHand(ledger, scores, trail, clock, verifyPeriods);
    }

    @Singleton
    ReadActions readActions(ActionStore store, ActionLedger ledger, Clock clock) {
        return new ReadActions(store, ledger, clock);
    }

    @Singleton
    ReadRaci readRaci(RaciStore store) {
        return new ReadRaci(store);
    }

    @Singleton
    PublishRaci publishRaci(
            RaciStore store,
            People people,
            Trail trail,
            Clock clock,
            Feed<Changed> feed,
            Reconciliation reconciliation) {
        return new PublishRaci(store, people, trail, clock, partnership -> {
            feed.wake();
            reconciliation.redsOf(partnership);
        });
    }

    @Singleton
    ChangeLadder changeLadder(
            LadderStore store, Trail trail, Clock clock, Feed<Changed> feed, Reconciliation reconciliation) {
        return new ChangeLadder(store, trail, clock, partnership -> {
            feed.wake();
            reconciliation.redsOf(partnership);
        });
    }
}
