package dev.drumbeat.platform.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * More than a million decisions about random callers, partnerships and things, each compared with a plain reading of the
 * architecture page's table. The reading is written down here once more and shares nothing with the table that decides.
 */
final class RandomDecisionsTest {
    private static final int CALLERS = 60_000;
    private static final int QUESTIONS_EACH = 20;

    private static final List<PartnershipFacts> PARTNERSHIPS = IntStream.range(0, 5)
            .mapToObj(number -> new PartnershipFacts(
                    "partnerships/p" + number, "P" + number, "Owner", "Partner", ZoneId.of("UTC"), "EUR"))
            .toList();
    private static final PartnershipDirectory DIRECTORY = names -> {
        Map<String, PartnershipFacts> found = new HashMap<>();
        PARTNERSHIPS.stream()
                .filter(facts -> names.contains(facts.name()))
                .forEach(facts -> found.put(facts.name(), facts));
        return found;
    };
    private static final List<String> KPIS = List.of("otd", "fpy", "lead-time");

    /** What somebody is on a partnership, as the page's columns say it. */
    private enum Hat {
        OWNER_LEADER,
        OWNER_OPS,
        PARTNER_LEADER,
        PARTNER_OPS,
        VIEWER,
        INGESTION_TOKEN
    }

    /**
     * What is decided about.
     *
     * @param own the asker proposed it or answers for it
     * @param fromOtherSide the other company proposed it
     * @param ofTokensKpis it is a figure of a KPI that the token was made for
     */
    private record Thing(boolean own, boolean fromOtherSide, boolean ofTokensKpis) {}

    private enum Outcome {
        DONE,
        NOT_ALLOWED,
        NOT_FOUND
    }

    @Test
    void more_than_a_million_random_decisions_agree_with_the_page() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Outcome, Integer> seen = new HashMap<>();
        for (int i = 0; i < CALLERS; i++) {
            Caller caller = caller(random);
            for (int j = 0; j < QUESTIONS_EACH; j++) {
                Activity activity = any(random, Activity.values());
                // One more than there are: a partnership that nobody has.
                String partnership = "partnerships/p" + random.nextInt(PARTNERSHIPS.size() + 1);
                Actor author = author(random, caller, partnership);
                String kpi = partnership + "/kpis/" + KPIS.get(random.nextInt(KPIS.size()));
                Outcome expected = expected(caller, partnership, activity, author, kpi);
                Outcome decided = decided(caller, partnership, activity, author, kpi);
                if (decided != expected) {
                    assertThat(decided)
                            .as(
                                    "seed %s: %s wants %s on %s, of %s, KPI %s",
                                    seed, caller, activity, partnership, author, kpi)
                            .isEqualTo(expected);
                }
                seen.merge(decided, 1, Integer::sum);
            }
        }
        assertThat(seen.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(1_000_000);
        assertThat(seen)
                .as("every outcome is met often")
                .allSatisfy((outcome, times) -> assertThat(times).isGreaterThan(10_000));
        assertThat(seen).containsOnlyKeys(Outcome.values());
    }

    private static Outcome decided(Caller caller, String partnership, Activity activity, Actor author, String kpi) {
        try {
            Scope scope = caller.scope(partnership, DIRECTORY);
            switch (scope.grant(activity)) {
                case YES, NO -> scope.require(activity);
                case NOT_OWN, OTHER_SIDE -> scope.require(activity, author);
                case ITS_KPIS -> scope.requireRecording(kpi);
            }
            return Outcome.DONE;
        } catch (Refusal refusal) {
            return switch (refusal.reason()) {
                case NOT_FOUND -> Outcome.NOT_FOUND;
                case NOT_ALLOWED -> Outcome.NOT_ALLOWED;
                default -> throw new AssertionError("refused for another reason", refusal);
            };
        }
    }

    /** The page's sentences: whoever is not part of it learns nothing, and every hat somebody wears counts. */
    private static Outcome expected(Caller caller, String partnership, Activity activity, Actor author, String kpi) {
        Optional<Membership> membership =
                Optional.ofNullable(caller.memberships().get(partnership));
        boolean exists = PARTNERSHIPS.stream().anyMatch(facts -> facts.name().equals(partnership));
        boolean known = membership.isPresent() || (exists && (caller.administrator() || caller.isService()));
        if (!known) {
            return Outcome.NOT_FOUND;
        }
        boolean allowed = (caller.isService() && reads(activity))
                || (caller.administrator() && administers(activity))
                || membership
                        .filter(its -> may(hat(its), activity, thing(its, caller, author, kpi)))
                        .isPresent();
        return allowed ? Outcome.DONE : Outcome.NOT_ALLOWED;
    }

    /** Row by row as the page has it. */
    private static boolean may(Hat hat, Activity activity, Thing thing) {
        boolean leader = hat == Hat.OWNER_LEADER || hat == Hat.PARTNER_LEADER;
        boolean ops = hat == Hat.OWNER_OPS || hat == Hat.PARTNER_OPS;
        boolean owner = hat == Hat.OWNER_LEADER || hat == Hat.OWNER_OPS;
        return switch (activity) {
            case READ_SCORES, READ_MEETINGS -> hat != Hat.INGESTION_TOKEN;
            case READ_OWNER_NOTES -> owner;
            case READ_MONEY -> leader || hat == Hat.OWNER_OPS;
            case RECORD_MEASUREMENTS -> ops || (hat == Hat.INGESTION_TOKEN && thing.ofTokensKpis());
            case PROPOSE_CORRECTION, PROPOSE_TERMS -> ops;
            case APPROVE_CORRECTION -> leader && thing.fromOtherSide() && !thing.own();
            case SIGN_TERMS -> leader && !thing.own();
            case COMMENT, PROGRESS_ACTION, RUN_MEETINGS, READ_AUDIT, READ_AUDIT_METADATA -> leader || ops;
            case ACCEPT_CLOSURE -> leader || (ops && !thing.own());
            case MANAGE_OWN_PEOPLE, CHANGE_LADDER -> leader;
            case DEFINE_KPIS -> hat == Hat.OWNER_OPS;
            case MANAGE_ALL_PEOPLE, MANAGE_PARTNERSHIPS -> false;
        };
    }

    private static boolean administers(Activity activity) {
        return List.of("MANAGE_ALL_PEOPLE", "MANAGE_PARTNERSHIPS", "DEFINE_KPIS", "READ_AUDIT_METADATA")
                .contains(activity.name());
    }

    private static boolean reads(Activity activity) {
        return List.of(
                        "READ_SCORES",
                        "READ_OWNER_NOTES",
                        "READ_MONEY",
                        "READ_MEETINGS",
                        "READ_AUDIT",
                        "READ_AUDIT_METADATA")
                .contains(activity.name());
    }

    private static Hat hat(Membership membership) {
        Role role = membership.role();
        if (role == null) {
            return Hat.INGESTION_TOKEN;
        }
        boolean owner = membership.side() == Side.OWNER;
        return switch (role) {
            case VIEWER -> Hat.VIEWER;
            case LEADER -> owner ? Hat.OWNER_LEADER : Hat.PARTNER_LEADER;
            case OPS -> owner ? Hat.OWNER_OPS : Hat.PARTNER_OPS;
        };
    }

    private static Thing thing(Membership membership, Caller caller, Actor author, String kpi) {
        boolean hasSide = author.side() != null;
        return new Thing(
                author.subject().equals(caller.subject()),
                hasSide && author.side() != membership.side(),
                membership.recordableKpis().isEmpty()
                        || membership.recordableKpis().contains(kpi));
    }

    private static Caller caller(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> Caller.service(any(random, "actions", "cadence", "incentives"));
            case 1 -> token(random);
            default -> person(random);
        };
    }

    private static Caller token(Random random) {
        PartnershipFacts facts = PARTNERSHIPS.get(random.nextInt(PARTNERSHIPS.size()));
        List<String> kpis = random.nextBoolean()
                ? List.of()
                : KPIS.stream()
                        .filter(kpi -> random.nextBoolean())
                        .map(kpi -> facts.name() + "/kpis/" + kpi)
                        .toList();
        return new Caller(
                "tokens/t" + random.nextInt(3),
                "a plant",
                "companies/c",
                false,
                Map.of(facts.name(), new Membership(facts, any(random, Side.values()), null, kpis)));
    }

    private static Caller person(Random random) {
        Map<String, Membership> memberships = new HashMap<>();
        for (PartnershipFacts facts : PARTNERSHIPS) {
            if (random.nextInt(3) == 0) {
                memberships.put(
                        facts.name(),
                        new Membership(facts, any(random, Side.values()), any(random, Role.values()), List.of()));
            }
        }
        String name = "n" + random.nextInt(5);
        return new Caller("people/" + name, name, "companies/c", random.nextInt(6) == 0, memberships);
    }

    /** Often the asker, often somebody of either side, sometimes an administrator or a service without a side. */
    private static Actor author(Random random, Caller caller, String partnership) {
        Membership membership = caller.memberships().get(partnership);
        @Nullable Side side = any(random, Side.OWNER, Side.PARTNER, null);
        return random.nextInt(3) == 0
                ? new Actor(
                        caller.subject(), "the asker", caller.company(), membership == null ? side : membership.side())
                : new Actor("people/n" + random.nextInt(5), "somebody", "companies/c", side);
    }

    @SafeVarargs
    private static <T extends @Nullable Object> T any(Random random, T... choices) {
        return Objects.requireNonNull(choices)[random.nextInt(choices.length)];
    }
}
