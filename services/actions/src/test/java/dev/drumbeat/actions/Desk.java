package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.testkit.FakeDirectory;
import dev.drumbeat.testkit.MemoryAggregates;
import dev.drumbeat.testkit.MutableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Two companies at one partnership's table, all in memory: what they do, and what the scores say. */
final class Desk {
    static final String PARTNERSHIP = "partnerships/acme";
    static final String KPI = PARTNERSHIP + "/kpis/otd";

    final MutableClock clock = MutableClock.pinned();
    final FakeDirectory directory = new FakeDirectory();
    final MemoryActions actions = new MemoryActions();
    final Racis racis = new Racis();
    final Ladders ladders = new Ladders();
    final FakeScores scores = new FakeScores();
    final Map<String, String> claims = new ConcurrentHashMap<>();
    final List<AuditEvent> refused = new ArrayList<>();
    final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
    final List<String> gone = new ArrayList<>();
    final People people = this::members;
    final Trail trail = new Trail(refused::add);
    final ActionLedger ledger = new ActionLedger(actions, people, trail, clock, () -> {});
    final AgreeOwner agree = new AgreeOwner(ledger, people);
    final ProgressAction progress = new ProgressAction(ledger, people);
    final Discuss discuss = new Discuss(ledger);
    final ChangeLadder ladder = new ChangeLadder(ladders, trail, clock, partnership -> {});

    Desk(String timeZone) {
        directory.staffed("acme", timeZone, "USD");
    }

    Reconciler reconciler() {
        return new Reconciler(
                scores,
                actions,
                actions,
                new Claims(),
                ladders,
                ledger,
                new Proposals(ledger, actions, racis, people),
                people,
                directory,
                clock,
                CorrectiveAction.VERIFY_PERIODS,
                failures::add);
    }

    /** {@code owner-ops} and so on. */
    Scope scope(String seat) {
        return directory.scope("people/acme-" + seat, PARTNERSHIP);
    }

    Request request() {
        return Request.of(
                directory.caller("people/acme-owner-ops"), UUID.randomUUID().toString(), "content");
    }

    CorrectiveAction red() {
        scores.red(KPI, "2026-10", "2026-10", clock.instant());
        reconciler().all();
        return actions.everything().getLast();
    }

    long revision(String name) {
        return actions.find(name).orElseThrow().revision();
    }

    CorrectiveAction action(String name) {
        return actions.find(name).map(Versioned::value).orElseThrow();
    }

    CorrectiveAction propose(String seat, String name, String owner, String dueDate, String reason) {
        return agree.propose(scope(seat), request(), name, revision(name), "people/acme-" + owner, dueDate, reason)
                .value();
    }

    CorrectiveAction accept(String seat, String name) {
        return agree.accept(scope(seat), request(), name, revision(name)).value();
    }

    CorrectiveAction agreed(String name, String dueDate) {
        propose("owner-ops", name, "partner-ops", dueDate, "as things are");
        return accept("partner-ops", name);
    }

    CorrectiveAction implemented(String name) {
        progress.contain(scope("partner-ops"), request(), name, revision(name), "Every pallet is checked twice.");
        progress.findRootCause(
                scope("partner-ops"),
                request(),
                name,
                revision(name),
                List.of("Trucks left late.", "The slot was sold."),
                List.of("Nobody saw it.", "The plan has no time stamp."));
        progress.plan(
                scope("partner-ops"),
                request(),
                name,
                revision(name),
                List.of(new PlannedStep(
                        "",
                        Step.Kind.PERMANENT,
                        "Move the slot.",
                        "people/acme-partner-ops",
                        action(name).today(clock.instant()).toString())));
        String step = action(name).standing().openSteps().getFirst().id();
        return progress.completeStep(scope("partner-ops"), request(), name, revision(name), step)
                .value();
    }

    private Map<String, List<People.Member>> members(Collection<String> partnerships) {
        List<People.Member> members = new ArrayList<>();
        for (Side side : Side.values()) {
            for (Role role : Role.values()) {
                String person = "people/acme-" + (side + "-" + role).toLowerCase(java.util.Locale.ROOT);
                if (!gone.contains(person)) {
                    members.add(new People.Member(
                            new ActionPerson(person, person.substring(12), side, "Company " + side), role));
                }
            }
        }
        return partnerships.stream().distinct().collect(Collectors.toMap(name -> name, name -> members));
    }

    /** The first who claims an episode has it. */
    private final class Claims implements EpisodeClaims {
        @Override
        public Optional<String> actionOf(String episode) {
            return Optional.ofNullable(claims.get(episode));
        }

        @Override
        public String claim(String partnership, String episode, String action) {
            return Optional.ofNullable(claims.putIfAbsent(episode, action)).orElse(action);
        }
    }

    /** Scores as a test wants them. */
    static final class FakeScores implements Scores {
        final Map<String, Episode> episodes = new LinkedHashMap<>();
        final Map<String, List<Judgement>> periods = new HashMap<>();

        void red(String kpi, String first, String last, Instant openedAt) {
            put(kpi, first, last, State.OPEN, openedAt);
        }

        void voided(String kpi, String first, String last, Instant openedAt) {
            put(kpi, first, last, State.VOIDED, openedAt);
        }

        void ended(String kpi, String first) {
            episodes.remove(name(kpi, first));
        }

        private void put(String kpi, String first, String last, State state, Instant openedAt) {
            Kpi about = new Kpi(kpi, "On-time delivery", "outgoing-inspection");
            Episode episode =
                    new Episode(name(kpi, first), PARTNERSHIP, about, state, first, last, "71.5", "95", openedAt);
            episodes.put(episode.name(), episode);
        }

        static String name(String kpi, String first) {
            return PARTNERSHIP + "/redEpisodes/" + kpi.substring(kpi.lastIndexOf('/') + 1) + "@" + first;
        }

        @Override
        public List<Episode> episodes() {
            return List.copyOf(episodes.values());
        }

        @Override
        public List<Episode> episodes(String partnership) {
            return episodes();
        }

        @Override
        public Map<String, List<Judgement>> periods(Collection<String> kpis) {
            return periods;
        }

        @Override
        public Optional<Kpi> kpi(String partnership, String name) {
            return Optional.of(new Kpi(name, "On-time delivery", ""));
        }
    }

    /** RACI versions in a map. */
    static final class Racis extends MemoryAggregates<Raci> implements RaciStore {
        @Override
        protected String id(Raci raci) {
            return raci.versionName();
        }

        @Override
        protected List<String> uniqueParts(Raci raci) {
            return List.of();
        }

        @Override
        public Optional<Versioned<Raci>> newest(String partnership) {
            return all().filter(kept -> kept.value().partnership().equals(partnership))
                    .reduce((a, b) -> a.value().version() > b.value().version() ? a : b);
        }

        @Override
        public Page<Versioned<Raci>> versions(Scope scope, Page.Wanted wanted) {
            return page(
                    all(),
                    wanted,
                    kept -> "%08d".formatted(99_999_999 - kept.value().version()));
        }

        @Override
        public List<ActionStore.Changed> publishedAfter(Instant moment, int atMost) {
            return List.of();
        }
    }

    /** Ladders in a map. */
    static final class Ladders extends MemoryAggregates<EscalationLadder> implements LadderStore {
        @Override
        protected String id(EscalationLadder ladder) {
            return ladder.name();
        }

        @Override
        protected List<String> uniqueParts(EscalationLadder ladder) {
            return List.of();
        }

        @Override
        public Map<String, Versioned<EscalationLadder>> of(Collection<String> partnerships) {
            return all().filter(kept -> partnerships.contains(kept.value().partnership()))
                    .collect(Collectors.toMap(kept -> kept.value().partnership(), kept -> kept));
        }

        @Override
        public List<ActionStore.Changed> changedAfter(Instant moment, int atMost) {
            return List.of();
        }
    }
}
