package dev.drumbeat.platform.domain;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One caller on one partnership: what a storage port wants to see before it reads or writes anything. It can only be made
 * from a {@link Caller}, so whoever holds one has been let in.
 */
public final class Scope {
    private final Caller caller;
    private final PartnershipFacts partnership;
    private final @Nullable Side side;
    private final @Nullable Role role;
    private final Map<Activity, Grant> grants;
    private final List<String> recordableKpis;

    private Scope(
            Caller caller,
            PartnershipFacts partnership,
            @Nullable Side side,
            @Nullable Role role,
            Map<Activity, Grant> grants,
            List<String> recordableKpis) {
        this.caller = caller;
        this.partnership = partnership;
        this.side = side;
        this.role = role;
        this.grants = grants;
        this.recordableKpis = recordableKpis;
    }

    static Scope ofMember(Caller caller, Membership membership) {
        Map<Activity, Grant> grants = grants(membership.seat());
        if (caller.administrator()) {
            grants(Seat.ADMIN)
                    .forEach((activity, grant) ->
                            grants.merge(activity, grant, (own, admin) -> own == Grant.NO ? admin : own));
        }
        return new Scope(
                caller,
                membership.partnership(),
                membership.side(),
                membership.role(),
                grants,
                membership.recordableKpis());
    }

    static Scope ofAdministrator(Caller caller, PartnershipFacts partnership) {
        return new Scope(caller, partnership, null, null, grants(Seat.ADMIN), List.of());
    }

    /** A service of ours may read everything and change nothing but its own derived facts. */
    static Scope ofService(Caller caller, PartnershipFacts partnership) {
        Map<Activity, Grant> grants = new EnumMap<>(Activity.class);
        for (Activity activity : Activity.values()) {
            grants.put(activity, activity.name().startsWith("READ_") ? Grant.YES : Grant.NO);
        }
        return new Scope(caller, partnership, null, null, grants, List.of());
    }

    private static Map<Activity, Grant> grants(Seat seat) {
        Map<Activity, Grant> grants = new EnumMap<>(Activity.class);
        for (Activity activity : Activity.values()) {
            grants.put(activity, RoleTable.get().grant(activity, seat));
        }
        return grants;
    }

    public Caller caller() {
        return caller;
    }

    public PartnershipFacts facts() {
        return partnership;
    }

    /** {@code partnerships/{partnership}}. */
    public String partnership() {
        return partnership.name();
    }

    /** Empty for an administrator who is not a member, and for a service. */
    public Optional<Side> side() {
        return Optional.ofNullable(side);
    }

    /** Empty for an ingestion token, an administrator who is not a member, and a service. */
    public Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    public Actor actor() {
        return new Actor(caller.subject(), caller.displayName(), caller.company(), side);
    }

    public Grant grant(Activity activity) {
        return grants.getOrDefault(activity, Grant.NO);
    }

    /** Everything the caller may do here, some of it only to what others proposed. */
    public Set<Activity> activities() {
        return Arrays.stream(Activity.values())
                .filter(activity -> grant(activity) != Grant.NO)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the caller may do this to something here. */
    public boolean may(Activity activity) {
        return grant(activity) != Grant.NO;
    }

    /** Refuses unless the caller may do this without looking at what it is done to. */
    public void require(Activity activity) {
        if (grant(activity) != Grant.YES) {
            throw grant(activity) == Grant.NO
                    ? refused(activity)
                    : new IllegalStateException(activity + " depends on what it is done to");
        }
    }

    /** Refuses unless the caller may do this to something that {@code author} proposed or answers for. */
    public void require(Activity activity, Actor author) {
        switch (grant(activity)) {
            case YES -> {}
            case NO -> throw refused(activity);
            case NOT_OWN -> requireNotOwn(author);
            case OTHER_SIDE -> {
                requireNotOwn(author);
                requireOtherSide(author);
            }
            case ITS_KPIS -> throw new IllegalStateException(activity + " depends on the KPI");
        }
    }

    /** Refuses unless {@code author} acted for the other side. */
    public void requireOtherSide(Actor author) {
        if (side == null || author.side() == null || side == author.side()) {
            throw Refusal.notAllowed(
                    "counterpart.required",
                    "This needs the other side: the company that proposed it can't accept it too.");
        }
    }

    /** Whether figures of this KPI may be recorded. */
    public boolean mayRecord(String kpi) {
        return switch (grant(Activity.RECORD_MEASUREMENTS)) {
            case YES -> true;
            case ITS_KPIS -> recordableKpis.isEmpty() || recordableKpis.contains(kpi);
            case NO, NOT_OWN, OTHER_SIDE -> false;
        };
    }

    /** Refuses unless figures of this KPI may be recorded. */
    public void requireRecording(String kpi) {
        if (!mayRecord(kpi)) {
            throw refused(Activity.RECORD_MEASUREMENTS);
        }
    }

    private void requireNotOwn(Actor author) {
        if (author.subject().equals(caller.subject())) {
            throw Refusal.notAllowed(
                    "own_proposal.refused", "Nobody accepts their own proposal: somebody else has to.");
        }
    }

    private static Refusal refused(Activity activity) {
        String words = activity.name().toLowerCase(Locale.ROOT);
        return Refusal.notAllowed(
                "role." + words,
                "Your role on this partnership does not allow this (" + words.replace('_', ' ') + ").");
    }
}
