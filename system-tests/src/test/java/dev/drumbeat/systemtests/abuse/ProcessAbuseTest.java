package dev.drumbeat.systemtests.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.World;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** People who may do much and try what they may not: say yes to themselves, change what they have not read, leave steps out. */
@ExtendWith(SharedHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessAbuseTest {
    /** A change of somebody's role counts everywhere within this time, however it is remembered. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final TestHouse house;
    private final Partnership partnership;
    private final Refusals refusals = new Refusals();

    ProcessAbuseTest(TestHouse house) {
        this.house = house;
        this.partnership = World.another(house.api(), "mallow", "Mallow");
    }

    @AfterAll
    void tell() {
        System.out.println("Abuse of processes: " + refusals.inWords());
    }

    @Test
    void nobody_says_yes_to_a_target_of_their_own_side() {
        Setup proposer = new Setup(as(Seat.PARTNER_OPS));
        String target = proposer.proposeTarget(partnership.slug(), Partnership.GOAL, Partnership.month(-2), "50", "40");
        String before = targets();
        refusals.refused(proposer.caller(), "decideTarget", yes("target", target), "ROLE_.*");
        refusals.refused(as(Seat.PARTNER_LEADER), "decideTarget", yes("target", target), "COUNTERPART_REQUIRED");
        refusals.refused(as(Seat.OWNER_OPS), "decideTarget", yes("target", target), "ROLE_.*");
        refusals.refused(as(Seat.OWNER_VIEWER), "decideTarget", yes("target", target), "ROLE_.*");
        assertThat(targets()).isEqualTo(before).contains("PROPOSED");
    }

    @Test
    void nobody_becomes_a_leader_to_say_yes_to_themselves() {
        Setup administrator = new Setup(house.api().signIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD));
        administrator.person("mallow-climber", "Mallow climber", World.OWNER, Partnership.PASSWORD);
        administrator.member(partnership.slug(), "mallow-climber", "OPS");
        Caller climber = house.api().signIn(Setup.email("mallow-climber"), Partnership.PASSWORD);
        String correction = new Setup(climber)
                .proposeCorrection(partnership.slug(), Partnership.GOAL, Partnership.month(3), "99", "a better figure");
        administrator.member(partnership.slug(), "mallow-climber", "LEADER");
        Awaitility.await("the larger role")
                .atMost(REMEMBERED)
                .untilAsserted(() -> refusals.refused(
                        climber, "decideCorrection", yes("correction", correction), "OWN_PROPOSAL_REFUSED"));
        String before = partnership.state(house.api());
        refusals.refused(
                as(Seat.OWNER_LEADER), "decideCorrection", yes("correction", correction), "COUNTERPART_REQUIRED");
        assertThat(partnership.state(house.api())).isEqualTo(before);
    }

    @Test
    void what_was_changed_meanwhile_is_read_again_first() {
        Caller ops = as(Seat.OWNER_OPS);
        String kpi = Partnership.DRIVERS.get(2);
        String read = revision(kpi);
        ops.change(Setup.document("updateKpi", "__typename"), "updateKpi", rename(kpi, read, "Training, renamed"));
        String before = partnership.state(house.api());
        refusals.refused(ops, "updateKpi", rename(kpi, read, "Training, from an old page"), "REVISION_STALE");
        refusals.refused(ops, "retireKpi", without(rename(kpi, read, ""), "displayName"), "REVISION_STALE");
        refusals.refused(ops, "updateKpi", rename(kpi, "0", "A revision there never was"), "REVISION_.*");
        refusals.refused(ops, "updateKpi", rename(kpi, "99999999", "One there is not yet"), "REVISION_.*");
        refusals.refused(ops, "updateKpi", rename(kpi, "{\"$gte\":0}", "One that is none"), ".*");
        refusals.refused(
                ops,
                "proposeCorrection",
                Map.of(
                        "partnership",
                        partnership.slug(),
                        "kpi",
                        Partnership.GOAL,
                        "period",
                        Partnership.month(5),
                        "supersedesRevision",
                        7,
                        "figure",
                        Map.of("value", "1"),
                        "reason",
                        "of a revision that there never was"),
                "REVISION_.*|CORRECTION_.*");
        assertThat(partnership.state(house.api())).isEqualTo(before);
    }

    @Test
    void no_step_of_an_action_is_left_out() {
        Caller ops = as(Seat.OWNER_OPS);
        String action = new Setup(ops).openAction(partnership.slug(), "Seals swell", "3 of 40 are too wide.");
        String before = partnership.state(house.api());
        Map<String, Object> named = Map.of("action", action, "revision", "1");
        refusals.refused(ops, "acceptClosure", named, "GATE_.*|STATE_.*|.*");
        refusals.refused(
                ops, "completeStep", with(named, "stepId", "none"), "GATE_.*|STEP_.*|STATE_.*|RESOURCE_NOT_FOUND");
        refusals.refused(
                ops,
                "recordRootCause",
                with(with(named, "occurrenceWhys", List.of("a", "b", "c")), "escapeWhys", List.of("a", "b", "c")),
                "GATE_.*");
        refusals.refused(
                ops,
                "planSteps",
                with(
                        named,
                        "steps",
                        List.of(Map.of(
                                "kind",
                                "PERMANENT",
                                "text",
                                "Another seal.",
                                "owner",
                                partnership.person(Seat.PARTNER_OPS),
                                "dueDate",
                                LocalDate.now(ZoneOffset.UTC).plusDays(30).toString()))),
                "GATE_.*");
        refusals.refused(ops, "acceptOwner", named, ".*");
        assertThat(partnership.state(house.api())).isEqualTo(before);
    }

    @Test
    void an_owner_is_agreed_by_both_and_never_by_one_for_both() {
        Caller ops = as(Seat.OWNER_OPS);
        String action = new Setup(ops).openAction(partnership.slug(), "Labels peel off", "1 of 90 labels.");
        ops.change(
                Setup.document("proposeOwner", "__typename"),
                "proposeOwner",
                Map.of(
                        "action",
                        action,
                        "revision",
                        "1",
                        "owner",
                        partnership.person(Seat.OWNER_OPS),
                        "dueDate",
                        LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                        "requestId",
                        UUID.randomUUID().toString()));
        String before = partnership.state(house.api());
        for (Seat seat : List.of(Seat.OWNER_OPS, Seat.OWNER_LEADER, Seat.OWNER_VIEWER, Seat.PARTNER_VIEWER)) {
            refusals.refused(as(seat), "acceptOwner", Map.of("action", action, "revision", "2"), ".*");
        }
        assertThat(partnership.state(house.api())).isEqualTo(before);
    }

    @Test
    void a_meeting_is_not_ended_before_it_began_and_no_minutes_are_written_without_it() {
        Caller ops = as(Seat.OWNER_OPS);
        for (String move : List.of("endMeeting", "attendMeeting")) {
            refusals.refused(
                    ops, move, Map.of("partnership", partnership.slug(), "meeting", "weekly@2026-01-05"), ".*");
        }
    }

    private Caller as(Seat seat) {
        return partnership.signIn(house.api(), seat);
    }

    private String targets() {
        return kpi(Partnership.GOAL, "targets { id state }").toString();
    }

    private String revision(String kpi) {
        return kpi(kpi, "standing { kpi { revision } }")
                .getAsJsonObject("standing")
                .getAsJsonObject("kpi")
                .get("revision")
                .getAsString();
    }

    private JsonObject kpi(String kpi, String selection) {
        return as(Seat.OWNER_LEADER)
                .data(
                        "query Q($slug: String!, $kpi: String!) { partnership(slug: $slug) { kpi(slug: $kpi) { "
                                + selection + " } } }",
                        Map.of("slug", partnership.slug(), "kpi", kpi))
                .getAsJsonObject("partnership")
                .getAsJsonObject("kpi");
    }

    private Map<String, Object> rename(String kpi, String revision, String displayName) {
        return Map.of(
                "partnership",
                partnership.slug(),
                "kpi",
                kpi,
                "revision",
                revision,
                "displayName",
                displayName,
                "reason",
                "clearer words",
                "requestId",
                UUID.randomUUID().toString());
    }

    private static Map<String, Object> yes(String name, String id) {
        return Map.of(name, id, "decision", "ACCEPT");
    }

    private static Map<String, Object> with(Map<String, Object> input, String name, Object value) {
        Map<String, Object> more = new HashMap<>(input);
        more.put(name, value);
        return more;
    }

    private static Map<String, Object> without(Map<String, Object> input, String name) {
        Map<String, Object> less = new HashMap<>(input);
        less.remove(name);
        return less;
    }
}
