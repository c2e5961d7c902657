package dev.drumbeat.systemtests.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.stories.Browsers.Screen;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.SignedTerms;
import dev.drumbeat.systemtests.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the score pays, as both sides deal with it. Each story has a partnership of its own. */
@ExtendWith({SharedHouse.class, Browsers.Extension.class})
class PayStoriesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String STATEMENTS =
            "query Q($slug: String!) { partnership(slug: $slug) { statements { nodes { slug } } } }";

    private final TestHouse house;
    private final Browsers browsers;

    PayStoriesTest(TestHouse house, World world, Browsers browsers) {
        this.house = house;
        this.browsers = browsers;
    }

    @Test
    void terms_are_drawn_while_they_are_typed_and_gaps_overlaps_and_hiding_that_pays_are_refused() {
        Partnership verbena = World.another(house.api(), "verbena", "Verbena");
        try (Visitor owner = desk()) {
            owner.opens("/p/verbena/agreements/new").signsIn(verbena, Seat.OWNER_OPS);
            field(owner, "Name", 0).fill("Verbena bonus");
            exactly(owner, "Tiers").click();
            choose(owner, "KPI", "Verbena on-time delivery");
            field(owner, "To", 0).fill("96");
            field(owner, "From", 1).fill("96");
            field(owner, "Pays", 0).fill("0");
            field(owner, "Pays", 1).fill("500");
            assertThat(curve(owner))
                    .hasAttribute("aria-label", Pattern.compile("Pay by Verbena on-time.*to .*500\\.00"));
            field(owner, "Pays", 1).fill("900");
            assertThat(curve(owner)).hasAttribute("aria-label", Pattern.compile("to .*900\\.00"));

            Locator begins = field(owner, "From", 1);
            begins.fill("97");
            assertThat(begins).hasAttribute("aria-invalid", "true");
            assertThat(owner.text("Nothing is said between 96 and 97.")).isVisible();
            begins.fill("95");
            assertThat(begins).hasAttribute("aria-invalid", "true");
            assertThat(owner.text("Two tiers claim 95 to 96.")).isVisible();
            owner.button("Save the draft").click();
            assertThat(owner.text("This tier and the one before it share values."))
                    .isVisible();
            owner.link("Go on writing the draft").click();
            field(owner, "From", 1).fill("96");
            assertThat(field(owner, "From", 1)).not().hasAttribute("aria-invalid", "true");
            assertThat(curve(owner)).isVisible();

            exactly(owner, "Charge for telling late").click();
            field(owner, "Days before the period's end, at least", 0).fill("10");
            field(owner, "Costs the partner", 0).fill("300");
            field(owner, "When it was hidden", 0).fill("100");
            field(owner, "At most a period", 0).fill("1000");
            assertThat(owner.text("Telling early would cost more than telling late or hiding."))
                    .isVisible();
            assertThat(owner.text("Told 10 days before, a red episode costs 300.00 EUR; not told at all, 100.00 EUR."))
                    .isVisible();
            owner.button("Save the draft").click();
            owner.page().getByLabel("Why?").fill("Whoever tells pays.");
            owner.button("Propose to the other side").click();
            assertThat(owner.text("[DISCLOSURE_HIDING_PAYS]")).isVisible();
            assertThat(owner.text("Draft, seen by your side only")).isVisible();

            owner.link("Go on writing the draft").click();
            field(owner, "When it was hidden", 0).fill("400");
            assertThat(owner.text("Telling early would cost more than")).hasCount(0);
            owner.button("Save the draft").click();
            owner.page().getByLabel("Why?").fill("Whoever hides pays.");
            owner.button("Propose to the other side").click();
            assertThat(owner.text("Proposed, waits for signatures")).isVisible();
        }
    }

    @Test
    void moving_a_figure_shows_what_the_period_would_pay_beginning_with_how_things_stand() {
        Partnership yarrow = World.another(house.api(), "yarrow", "Yarrow");
        new Setup(yarrow.signIn(house.api(), Seat.PARTNER_OPS))
                .record("yarrow", Partnership.GOAL, Map.of(Partnership.month(0), "95.5"));
        SignedTerms bonus = SignedTerms.of(house.api(), yarrow, SignedTerms.deliveryBonus("96"), "A fair one");
        try (Visitor partner = desk()) {
            partner.opens("/p/yarrow/agreements/" + bonus.slug()).signsIn(yarrow, Seat.PARTNER_LEADER);
            Locator whatIf = partner.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("What if?"));
            assertThat(whatIf).containsText("0.00 EUR");
            assertThat(whatIf).containsText("as things stand");
            Locator slider = whatIf.getByRole(AriaRole.SLIDER);
            assertThat(slider).hasCount(1);
            slider.press("End");
            assertThat(whatIf).containsText("500.00 EUR");
            assertThat(whatIf).containsText("+500.00 EUR against as things stand");
            slider.press("Home");
            assertThat(whatIf).not().containsText("500.00");
            slider.press("End");
            whatIf.getByRole(AriaRole.BUTTON).click();
            assertThat(whatIf).not().containsText("500.00");
            assertThat(whatIf).containsText("as things stand");
        }
    }

    @Test
    void a_line_is_unfolded_disputed_and_answered_and_both_sides_sign_what_came_of_it() {
        Partnership wisteria = World.another(house.api(), "wisteria", "Wisteria");
        SignedTerms.of(house.api(), wisteria, SignedTerms.deliveryBonus("96"), "A fair one");
        String first = statementsOf(wisteria).getLast();
        try (Visitor partner = desk();
                Visitor owner = desk()) {
            partner.opens("/p/wisteria/statements/" + first).signsIn(wisteria, Seat.PARTNER_LEADER);
            owner.opens("/p/wisteria/statements/" + first).signsIn(wisteria, Seat.OWNER_LEADER);
            line(partner).click();
            assertThat(partner.text("Wisteria on-time delivery")).isVisible();
            assertThat(partner.text("96.5").first()).isVisible();
            partner.button("Dispute this line…").click();
            partner.page().getByLabel("What is wrong with it?").fill("Two orders waited for a permit of yours.");
            partner.page().getByLabel("What would be right?").fill("650");
            exactly(partner, "Dispute").click();
            assertThat(partner.text("Open dispute")).isVisible();

            assertThat(owner.text("Open dispute")).isVisible();
            assertThat(owner.button("Sign for your side…")).hasCount(0);
            line(owner).click();
            assertThat(owner.text("Two orders waited for a permit of yours.")).isVisible();
            owner.button("Accept: On-time delivery").click();
            owner.page()
                    .getByRole(AriaRole.LINK, name("^delivery-bonus"))
                    .first()
                    .click();
            assertThat(owner.text("650.00 EUR")).isVisible();

            owner.button("Sign for your side…").click();
            owner.page().getByLabel("Your password").fill("not mine");
            exactly(owner, "Sign").click();
            assertThat(owner.text("This is not your password. Type it again.")).isVisible();
            signs(owner);
            partner.page()
                    .getByRole(AriaRole.LINK, name("^delivery-bonus"))
                    .first()
                    .click();
            partner.button("Sign for your side…").click();
            signs(partner);
            for (Visitor side : List.of(owner, partner)) {
                assertThat(side.text("Signed for Wisteria Works")).isVisible();
                assertThat(side.text("not yet")).hasCount(0);
                assertThat(side.button("Sign for your side…")).hasCount(0);
            }
        }
    }

    @Test
    void bad_news_is_told_in_two_clicks_and_read_by_everybody_of_both_sides() {
        Partnership acacia = World.another(house.api(), "acacia", "Acacia");
        try (Visitor partner = desk();
                Visitor viewer = desk()) {
            partner.opens("/p/acacia").signsIn(acacia, Seat.PARTNER_OPS).isLive();
            partner.countsClicks();
            partner.button("We expect to miss this: Acacia first-pass yield").click();
            assertThat(partner.page().getByLabel("What is coming?")).isFocused();
            partner.page().keyboard().type("A press is down until the 20th.");
            exactly(partner, "Disclose").click();
            assertThat(partner.text("Disclosed. Both sides see it, with its time."))
                    .isVisible();
            assertThat(partner.clicks()).isEqualTo(2);

            viewer.opens("/p/acacia/openness").signsIn(acacia, Seat.OWNER_VIEWER);
            assertThat(viewer.text("A press is down until the 20th.")).isVisible();
            assertThat(viewer.text("days before the end of the period")).isVisible();
        }
    }

    @Test
    void what_looks_like_sandbagging_is_replied_to_and_decided_by_the_other_side() {
        Partnership olive = World.another(house.api(), "olive", "Olive");
        Setup ops = new Setup(olive.signIn(house.api(), Seat.OWNER_OPS));
        new Setup(olive.signIn(house.api(), Seat.PARTNER_LEADER))
                .acceptTarget(ops.proposeTarget("olive", Partnership.GOAL, Partnership.month(8), "60", "55"));
        SignedTerms.of(house.api(), olive, SignedTerms.deliveryBonus("96"), "A fair one");
        try (Visitor partner = desk();
                Visitor owner = desk()) {
            partner.opens("/p/olive/openness").signsIn(olive, Seat.PARTNER_LEADER);
            owner.opens("/p/olive/openness").signsIn(olive, Seat.OWNER_LEADER);
            String heading = "Targets beaten by far, again and again: Olive on-time delivery";
            assertThat(owner.heading(heading)).isVisible(patiently());
            assertThat(owner.text("Olive Works has the right of reply.")).isVisible();
            assertThat(owner.button("Decide")).hasCount(0);

            partner.page().getByRole(AriaRole.TEXTBOX, exact("Reply")).fill("The second line came up early.");
            exactly(partner, "Reply").click();
            assertThat(owner.text("The second line came up early.")).isVisible();
            owner.page().getByRole(AriaRole.TEXTBOX, exact("Why so?")).fill("The target is from before it.");
            exactly(owner, "Decide").click();
            for (Visitor side : List.of(owner, partner)) {
                assertThat(side.text("The target is from before it.")).isVisible();
                assertThat(exactly(side, "Reply")).hasCount(0);
                assertThat(exactly(side, "Decide")).hasCount(0);
            }
        }
    }

    @Test
    void a_hand_in_the_database_shows_on_the_statement() {
        Partnership cypress = World.another(house.api(), "cypress", "Cypress");
        SignedTerms.of(house.api(), cypress, SignedTerms.deliveryBonus("96"), "A fair one");
        String statement = statementsOf(cypress).getFirst();
        try (Visitor partner = desk();
                MongoClient store = MongoClients.create(house.house().mongodbUri())) {
            partner.opens("/p/cypress/statements/" + statement).signsIn(cypress, Seat.PARTNER_LEADER);
            assertThat(partner.text("The journal is intact.")).isVisible();

            MongoCollection<Document> journal = store.getDatabase("incentives").getCollection("journal");
            long edited = journal.updateMany(
                            Filters.and(
                                    Filters.eq("partnership", "partnerships/cypress"),
                                    Filters.exists("entry.fact.lines.0.amount.amount")),
                            Updates.set("entry.fact.lines.0.amount.amount", Decimal128.parse("9000.00")))
                    .getModifiedCount();
            assertThat(edited).isPositive();
            partner.button("Verify again").click();
            assertThat(partner.text("The journal was changed behind everybody's back."))
                    .isVisible();
            assertThat(partner.text("An entry was edited")).isVisible();
        }
    }

    @Test
    void who_may_not_read_money_sees_none_of_it() {
        Partnership walnut = World.another(house.api(), "walnut", "Walnut");
        SignedTerms bonus = SignedTerms.of(house.api(), walnut, SignedTerms.deliveryBonus("96"), "A fair one");
        String statement = statementsOf(walnut).getFirst();
        try (Visitor leader = desk()) {
            leader.opens("/p/walnut").signsIn(walnut, Seat.OWNER_LEADER);
            assertThat(leader.heading("What the score pays")).isVisible();
        }
        for (Seat seat : List.of(Seat.PARTNER_OPS, Seat.OWNER_VIEWER, Seat.PARTNER_VIEWER)) {
            try (Visitor visitor = desk()) {
                visitor.opens("/p/walnut").signsIn(walnut, seat).isLive();
                assertThat(visitor.text("Walnut on-time delivery")).isVisible();
                assertThat(visitor.heading("What the score pays")).hasCount(0);
                assertThat(visitor.text("EUR")).hasCount(0);
                for (String path :
                        List.of("statements/" + statement, "statements", "agreements/" + bonus.slug(), "agreements")) {
                    visitor.opens("/p/walnut/" + path);
                    assertThat(visitor.text("Not for your role")).isVisible();
                    assertThat(visitor.text("EUR")).hasCount(0);
                }
                visitor.opens("/p/walnut/openness");
                assertThat(visitor.text("Nothing was disclosed yet")).isVisible();
                assertThat(heading(visitor, "Evidence")).hasCount(0);
            }
        }
    }

    /** Slugs, newest first, once both months are stated. */
    private List<String> statementsOf(Partnership partnership) {
        Caller reader = partnership.signIn(house.api(), Seat.OWNER_LEADER);
        return await("both months are stated")
                .atMost(PATIENCE)
                .until(() -> slugs(reader, partnership), found -> found.size() == 2);
    }

    private static List<String> slugs(Caller reader, Partnership partnership) {
        return reader
                .data(STATEMENTS, Map.of("slug", partnership.slug()))
                .getAsJsonObject("partnership")
                .getAsJsonObject("statements")
                .getAsJsonArray("nodes")
                .asList()
                .stream()
                .map(node -> node.getAsJsonObject().get("slug").getAsString())
                .toList();
    }

    private static void signs(Visitor visitor) {
        visitor.page().getByLabel("Your password").fill(Partnership.PASSWORD);
        exactly(visitor, "Sign").click();
        assertThat(visitor.page().getByLabel("Your password")).hasCount(0);
    }

    private static Locator line(Visitor visitor) {
        return visitor.page().locator("summary").filter(new Locator.FilterOptions().setHasText("On-time delivery"));
    }

    private static Locator curve(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.IMG, name("^Pay by ")).first();
    }

    private static Locator field(Visitor visitor, String label, int which) {
        return visitor.page().getByRole(AriaRole.TEXTBOX, exact(label)).nth(which);
    }

    private static Locator exactly(Visitor visitor, String button) {
        return visitor.page().getByRole(AriaRole.BUTTON, exact(button));
    }

    private static Locator heading(Visitor visitor, String text) {
        return visitor.page().getByRole(AriaRole.HEADING, exact(text));
    }

    private static void choose(Visitor visitor, String label, String option) {
        visitor.page()
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first()
                .click();
        visitor.page().getByRole(AriaRole.OPTION, exact(option)).click();
    }

    private static Page.GetByRoleOptions exact(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions name(String pattern) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(pattern));
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE.toMillis());
    }

    private Visitor desk() {
        return browsers.visitor(house.house().address(), Screen.DESK);
    }
}
