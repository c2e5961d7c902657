package dev.drumbeat.incentives;

import dev.drumbeat.incentives.terms.Terms;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Terms in versions. A signed version never changes.
 *
 * @param name {@code partnerships/{partnership}/agreements/{agreement}}
 * @param versions oldest first
 * @param drafts one for each side at most
 * @param lastPeriod once both sides agreed to end it
 */
public record Agreement(
        String name,
        String displayName,
        List<Version> versions,
        List<Draft> drafts,
        Optional<Period> lastPeriod,
        Optional<EndAsked> endAsked) {
    public enum State {
        PROPOSED,
        SIGNED,
        REJECTED
    }

    /** @param digest of what was signed */
    public record Signature(Actor actor, Instant at, String digest) {}

    public record Rejection(Actor actor, Instant at, String reason) {}

    public record Draft(Side side, Terms terms, Actor writtenBy, Instant writtenAt) {}

    public record EndAsked(Side side, Period lastPeriod, Actor actor, String reason) {}

    /**
     * @param number from 1
     * @param digest over the terms
     */
    public record Version(
            int number,
            State state,
            Terms terms,
            Actor writtenBy,
            Instant writtenAt,
            Actor proposedBy,
            Instant proposedAt,
            String reason,
            List<Signature> signatures,
            Optional<Instant> inForceSince,
            Optional<Rejection> rejection,
            String digest) {
        public Version {
            signatures = List.copyOf(signatures);
        }

        boolean isSignedBy(Side side) {
            return signatures.stream().anyMatch(signature -> signature.actor().side() == side);
        }

        Version signed(Signature signature) {
            List<Signature> all = new ArrayList<>(signatures);
            all.add(signature);
            boolean both = all.size() == Side.values().length;
            return new Version(
                    number,
                    both ? State.SIGNED : state,
                    terms,
                    writtenBy,
                    writtenAt,
                    proposedBy,
                    proposedAt,
                    reason,
                    all,
                    both ? Optional.of(signature.at()) : Optional.empty(),
                    rejection,
                    digest);
        }

        Version rejected(Rejection by) {
            return new Version(
                    number,
                    State.REJECTED,
                    terms,
                    writtenBy,
                    writtenAt,
                    proposedBy,
                    proposedAt,
                    reason,
                    signatures,
                    inForceSince,
                    Optional.of(by),
                    digest);
        }
    }

    public Agreement {
        versions = List.copyOf(versions);
        drafts = List.copyOf(drafts);
    }

    public Optional<Draft> draft(Side side) {
        return drafts.stream().filter(draft -> draft.side() == side).findFirst();
    }

    public Optional<Version> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    public Optional<Version> proposed() {
        return versions.stream()
                .filter(version -> version.state() == State.PROPOSED)
                .reduce((older, newer) -> newer);
    }

    public List<Version> signed() {
        return versions.stream()
                .filter(version -> version.state() == State.SIGNED)
                .toList();
    }

    /** The signed version whose rules pay a settlement period: the newest that covers it. */
    public Optional<Version> paying(Period period) {
        return lastPeriod
                        .filter(last -> last.frequency() == period.frequency() && period.compareTo(last) > 0)
                        .isPresent()
                ? Optional.empty()
                : signed().stream()
                        .filter(version -> version.terms().covers(period))
                        .max(Comparator.comparingInt(Version::number));
    }

    Agreement withDraft(Draft draft) {
        List<Draft> all = new ArrayList<>(withoutDraft(draft.side()).drafts());
        all.add(draft);
        String called = versions.isEmpty() ? draft.terms().displayName() : displayName;
        return new Agreement(name, called, versions, all, lastPeriod, endAsked);
    }

    Agreement withoutDraft(Side side) {
        return new Agreement(
                name,
                displayName,
                versions,
                drafts.stream().filter(draft -> draft.side() != side).toList(),
                lastPeriod,
                endAsked);
    }

    /** In place of the version with the same number, or as the newest. */
    Agreement with(Version version) {
        List<Version> all = new ArrayList<>(versions);
        all.removeIf(known -> known.number() == version.number());
        all.add(version);
        all.sort(Comparator.comparingInt(Version::number));
        return new Agreement(name, version.terms().displayName(), all, drafts, lastPeriod, endAsked);
    }

    Agreement ending(Optional<Period> last, Optional<EndAsked> asked) {
        return new Agreement(name, displayName, versions, drafts, last, asked);
    }
}
