package dev.drumbeat.systemtests.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.stories.Browsers.Screen;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.World;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is against the rules of a red: refused by the rule's name, with what to do, and on record. */
@ExtendWith({SharedHouse.class, Browsers.Extension.class})
class RefusalStoriesTest {
    private static final List<String> CAUSE = List.of("The label was missing", "The ribbon is on no stock list");

    private final TestHouse house;
    private final Browsers browsers;

    RefusalStoriesTest(TestHouse house, World world, Browsers browsers) {
        this.house = house;
        this.browsers = browsers;
    }

    @Test
    void each_rule_refuses_by_its_name_says_what_to_do_and_is_kept_in_the_trail() {
        Partnership elder = World.another(house.api(), "elder", "Elder");
        Caller leader = elder.signIn(house.api(), Seat.OWNER_LEADER);
        Caller ops = elder.signIn(house.api(), Seat.OWNER_OPS);
        Caller viewer = elder.signIn(house.api(), Seat.PARTNER_VIEWER);
        String id = new Setup(ops).openAction("elder", "Seals swell", "3 of 40 since October");
        String today = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
        Map<String, Object> ownedByPartner = Map.of("owner", elder.person(Seat.PARTNER_OPS), "dueDate", today);
        String opened = revision(ops);

        refused(leader, ops, "acceptClosure", id, opened, Map.of(), "gate.verification");
        refused(leader, ops, "recordRootCause", id, opened, chains(CAUSE, CAUSE), "gate.owner");
        refused(leader, viewer, "proposeOwner", id, opened, ownedByPartner, "role.progress_action");
        refused(
                leader,
                ops,
                "proposeOwner",
                id,
                opened,
                Map.of("owner", elder.person(Seat.PARTNER_OPS), "dueDate", "2020-01-01"),
                "due_date.past");
        refused(
                leader,
                ops,
                "proposeOwner",
                id,
                opened,
                Map.of("owner", "alder-partner-ops", "dueDate", today),
                "owner.not_on_partnership");
        refused(leader, ops, "proposeOwner", id, "9999", ownedByPartner, "revision.stale");

        Reds.move(ops, "proposeOwner", id, opened, ownedByPartner);
        Caller partner = elder.signIn(house.api(), Seat.PARTNER_OPS);
        Reds.move(partner, "acceptOwner", id, revision(partner), Map.of());
        refused(leader, partner, "recordRootCause", id, revision(partner), chains(CAUSE, CAUSE), "gate.containment");
        Reds.move(
                partner,
                "recordContainment",
                id,
                revision(partner),
                Map.of("text", "Every pallet is counted twice by dispatch from today."));
        String contained = revision(partner);
        refused(leader, partner, "planSteps", id, contained, Map.of("steps", List.of()), "gate.root_cause");
        refused(leader, partner, "recordRootCause", id, contained, chains(CAUSE, List.of()), "root_cause.chain_length");
        refused(
                leader,
                partner,
                "recordRootCause",
                id,
                contained,
                chains(CAUSE, List.of("Nobody looks at labels", "Operator error")),
                "root_cause.person_blamed");
        assertThat(revision(partner)).as("what is refused changes nothing").isEqualTo(contained);
    }

    /** Refused by the rule, in words that say more than no, and found in the trail with both. */
    private static void refused(
            Caller reader,
            Caller caller,
            String mutation,
            String action,
            String revision,
            Map<String, Object> more,
            String rule) {
        JsonObject refusal = Reds.refusal(caller, mutation, action, revision, more);
        assertThat(refusal.get("code").getAsString())
                .isEqualTo(rule.replace('.', '_').toUpperCase(java.util.Locale.ROOT));
        String message = refusal.get("message").getAsString();
        assertThat(message).hasSizeGreaterThan(20);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(trail(reader)).anySatisfy(event -> {
                    assertThat(event.get("action").getAsString()).endsWith(".refused");
                    assertThat(event.get("reason").getAsString()).isEqualTo(message);
                    assertThat(event.get("after").toString()).contains(rule);
                }));
    }

    private static List<JsonObject> trail(Caller reader) {
        return reader
                .data(
                        "query Q($slug: String!) { partnership(slug: $slug) { auditTrail(source: ACTIONS, first: 50) "
                                + "{ nodes { action reason after } } } }",
                        Map.of("slug", "elder"))
                .getAsJsonObject("partnership")
                .getAsJsonObject("auditTrail")
                .getAsJsonArray("nodes")
                .asList()
                .stream()
                .map(node -> node.getAsJsonObject())
                .toList();
    }

    private static Map<String, Object> chains(List<String> occurrence, List<String> escape) {
        return Map.of("occurrenceWhys", occurrence, "escapeWhys", escape);
    }

    private static String revision(Caller caller) {
        return Reds.first(caller, "elder").get("revision").getAsString();
    }

    @Test
    void a_past_date_and_somebody_who_is_gone_are_refused_at_their_field_and_a_viewer_has_nothing_to_press() {
        Partnership laurel = Reds.withRaci(house, "laurel", "Laurel");
        new Setup(laurel.signIn(house.api(), Seat.PARTNER_OPS))
                .record("laurel", Partnership.GOAL, Map.of(Partnership.month(0), "71.0"));
        try (Visitor owner = desk();
                Visitor viewer = desk()) {
            owner.opens("/p/laurel").signsIn(laurel, Seat.OWNER_OPS);
            viewer.opens("/p/laurel").signsIn(laurel, Seat.OWNER_VIEWER);
            Locator seen = Reds.card(viewer, "Laurel on-time delivery");
            assertThat(seen).containsText("Laurel partner ops");
            assertThat(seen.getByRole(AriaRole.BUTTON)).hasCount(0);

            Reds.card(owner, "Laurel on-time delivery")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Counter")))
                    .click();
            Locator due = owner.page().getByLabel("Due", new Page.GetByLabelOptions().setExact(true));
            due.fill("2020-01-01");
            owner.button("Propose").last().click();
            assertThat(owner.text("has passed (today is")).isVisible();
            assertThat(owner.text("[DUE_DATE_PAST]")).isVisible();

            owner.page().getByLabel("Who answers for it?").click();
            owner.page()
                    .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Laurel partner leader"))
                    .click();
            due.fill(LocalDate.now(ZoneOffset.UTC).plusDays(9).toString());
            leaves(laurel, Seat.PARTNER_LEADER);
            owner.button("Propose").last().click();
            assertThat(owner.text("[OWNER_NOT_ON_PARTNERSHIP]")).isVisible();
        }
    }

    /** Somebody leaves, and those who look after reds know it. */
    private void leaves(Partnership partnership, Seat seat) {
        Caller administrator = house.api().signIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD);
        administrator.change(
                "mutation M($input: RevokeMembershipInput!) { revokeMembership(input: $input) { userErrors { code field"
                        + " message } } }",
                "revokeMembership",
                Map.of(
                        "partnership", partnership.slug(),
                        "person", partnership.person(seat),
                        "reason", "Works elsewhere now",
                        "requestId", UUID.randomUUID().toString()));
        Caller reader = partnership.signIn(house.api(), Seat.OWNER_OPS);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> reader.data(
                                "query Q($slug: String!) { partnership(slug: $slug) { raci { raci { vacancies } } } }",
                                Map.of("slug", partnership.slug()))
                        .toString()
                        .contains("nobody is Responsible"));
    }

    @Test
    void who_types_while_others_change_the_action_is_asked_to_look_again_and_loses_nothing() {
        Partnership buckthorn = Reds.withRaci(house, "buckthorn", "Buckthorn");
        new Setup(buckthorn.signIn(house.api(), Seat.PARTNER_OPS))
                .record("buckthorn", Partnership.GOAL, Map.of(Partnership.month(0), "71.0"));
        try (Visitor partner = desk()) {
            partner.opens("/p/buckthorn/actions/1")
                    .signsIn(buckthorn, Seat.PARTNER_OPS)
                    .isLive();
            Locator field = partner.page().getByLabel("What protects the customer now?");
            field.fill("Every pallet is counted twice by dispatch from today.");
            Reds.agree(house, buckthorn);
            assertThat(partner.text("Agreed").first()).isVisible();
            partner.button("Record the containment").click();
            assertThat(partner.text("[REVISION_STALE]")).isVisible();
            assertThat(field).hasValue("Every pallet is counted twice by dispatch from today.");
            partner.button("Record the containment").click();
            assertThat(partner.text("Contained").first()).isVisible();
        }
    }

    private Visitor desk() {
        return browsers.visitor(house.house().address(), Screen.DESK);
    }
}
