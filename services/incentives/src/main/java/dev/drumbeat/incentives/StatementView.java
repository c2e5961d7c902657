package dev.drumbeat.incentives;

import dev.drumbeat.incentives.Agreement.Signature;
import dev.drumbeat.incentives.Book.OpenStatement;
import dev.drumbeat.incentives.journal.Entry;
import dev.drumbeat.incentives.journal.Fact;
import dev.drumbeat.incentives.journal.Fact.DisputeDecided;
import dev.drumbeat.incentives.journal.Fact.DisputeVerdict;
import dev.drumbeat.incentives.journal.Fact.DisputeWithdrawn;
import dev.drumbeat.incentives.journal.Fact.LineDisputed;
import dev.drumbeat.incentives.journal.Fact.StatementProposed;
import dev.drumbeat.incentives.journal.Fact.StatementSettled;
import dev.drumbeat.incentives.journal.Fact.StatementSigned;
import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement and what became of it.
 *
 * @param proposal the entry that proposed it
 * @param disputes by line: the newest of each
 */
public record StatementView(
        Entry proposal,
        StatementProposed content,
        List<Signature> signatures,
        Map<String, Dispute> disputes,
        Optional<Entry> settled,
        Optional<String> supersededBy) {
    public enum State {
        PROPOSED,
        DISPUTED,
        SIGNED,
        SETTLED,
        SUPERSEDED
    }

    public enum DisputeState {
        OPEN,
        WITHDRAWN,
        ACCEPTED,
        REJECTED
    }

    public record Dispute(
            DisputeState state,
            String reason,
            Optional<Money> claimed,
            Actor raisedBy,
            Instant raisedAt,
            Optional<Actor> decidedBy,
            Optional<Instant> decidedAt,
            String decisionReason) {
        Dispute closed(DisputeState how, Entry by, String why) {
            return new Dispute(
                    how, reason, claimed, raisedBy, raisedAt, Optional.of(by.actor()), Optional.of(by.at()), why);
        }
    }

    public StatementView {
        signatures = List.copyOf(signatures);
        disputes = Map.copyOf(disputes);
    }

    public State state() {
        if (supersededBy.isPresent()) {
            return State.SUPERSEDED;
        }
        if (settled.isPresent()) {
            return State.SETTLED;
        }
        if (isSigned()) {
            return State.SIGNED;
        }
        return openDisputes() > 0 ? State.DISPUTED : State.PROPOSED;
    }

    public boolean isSigned() {
        return signatures.size() == Side.values().length;
    }

    public boolean isSignedBy(Side side) {
        return signatures.stream().anyMatch(signature -> signature.actor().side() == side);
    }

    public int openDisputes() {
        return (int) disputes.values().stream()
                .filter(dispute -> dispute.state() == DisputeState.OPEN)
                .count();
    }

    OpenStatement open() {
        return new OpenStatement(
                content.name(),
                content.topic(),
                state().name(),
                openDisputes(),
                isSignedBy(Side.OWNER),
                isSignedBy(Side.PARTNER));
    }

    boolean waits() {
        return state() != State.SUPERSEDED && state() != State.SETTLED;
    }

    /** All statements of one agreement and period, in the order they were proposed. */
    static List<StatementView> of(List<Entry> topic) {
        Map<String, StatementView> views = new LinkedHashMap<>();
        for (Entry entry : topic) {
            if (entry.fact() instanceof StatementProposed proposed) {
                proposed.follows()
                        .map(views::get)
                        .filter(before -> !before.isSigned())
                        .ifPresent(before -> views.put(before.content().name(), before.superseded(proposed.name())));
                views.put(
                        proposed.name(),
                        new StatementView(entry, proposed, List.of(), Map.of(), Optional.empty(), Optional.empty()));
            } else if (entry.fact() instanceof Fact.AboutStatement about) {
                views.computeIfPresent(about.statement(), (name, view) -> view.after(entry, about));
            }
        }
        return List.copyOf(views.values());
    }

    private StatementView superseded(String by) {
        return new StatementView(proposal, content, signatures, disputes, settled, Optional.of(by));
    }

    private StatementView after(Entry entry, Fact.AboutStatement fact) {
        return switch (fact) {
            case StatementSigned signed -> {
                List<Signature> all = new ArrayList<>(signatures);
                all.add(new Signature(entry.actor(), entry.at(), signed.signed()));
                yield new StatementView(proposal, content, all, disputes, settled, supersededBy);
            }
            case LineDisputed disputed ->
                withDispute(
                        disputed.line(),
                        new Dispute(
                                DisputeState.OPEN,
                                disputed.reason(),
                                disputed.claimed(),
                                entry.actor(),
                                entry.at(),
                                Optional.empty(),
                                Optional.empty(),
                                ""));
            case DisputeWithdrawn withdrawn ->
                withDispute(withdrawn.line(), dispute(withdrawn.line()).closed(DisputeState.WITHDRAWN, entry, ""));
            case DisputeDecided decided ->
                withDispute(
                        decided.line(),
                        dispute(decided.line())
                                .closed(
                                        decided.verdict() == DisputeVerdict.ACCEPTED
                                                ? DisputeState.ACCEPTED
                                                : DisputeState.REJECTED,
                                        entry,
                                        decided.reason()));
            case StatementSettled paid ->
                new StatementView(proposal, content, signatures, disputes, Optional.of(entry), supersededBy);
        };
    }

    private Dispute dispute(String line) {
        return Objects.requireNonNull(disputes.get(line), line);
    }

    private StatementView withDispute(String line, Dispute dispute) {
        Map<String, Dispute> all = new LinkedHashMap<>(disputes);
        all.put(line, dispute);
        return new StatementView(proposal, content, signatures, all, settled, supersededBy);
    }
}
