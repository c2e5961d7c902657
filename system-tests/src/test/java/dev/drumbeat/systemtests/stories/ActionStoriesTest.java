package dev.drumbeat.systemtests.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.stories.Browsers.Screen;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No red without an owner, as both sides see it. Each story has a partnership of its own. */
@ExtendWith({SharedHouse.class, Browsers.Extension.class})
class ActionStoriesTest {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final Pattern ACCEPT = Pattern.compile("^Accept owner and due date");

    private final TestHouse house;
    private final Browsers browsers;

    ActionStoriesTest(TestHouse house, World world, Browsers browsers) {
        this.house = house;
        this.browsers = browsers;
    }

    @Test
    void a_red_shows_its_proposed_owner_to_both_sides_within_two_seconds_and_two_clicks_agree() {
        Partnership redwood = withRaci("redwood", "Redwood");
        try (Visitor owner = desk();
                Visitor partner = desk()) {
            owner.opens("/p/redwood").signsIn(redwood, Seat.OWNER_OPS).isLive();
            partner.opens("/p/redwood").signsIn(redwood, Seat.PARTNER_OPS).isLive();
            Setup ops = new Setup(redwood.signIn(house.api(), Seat.PARTNER_OPS));
            Duration quickest = Stream.of(
                            Map.of(Partnership.DRIVERS.get(0), "first-pass yield"),
                            Map.of(Partnership.DRIVERS.get(2), "training hours"),
                            Map.of(Partnership.GOAL, "on-time delivery"))
                    .flatMap(kpi -> kpi.entrySet().stream())
                    .map(kpi -> {
                        ops.record("redwood", kpi.getKey(), Map.of(Partnership.month(0), "5.1"));
                        long begin = System.nanoTime();
                        assertThat(Reds.card(owner, "Redwood " + kpi.getValue()))
                                .containsText("Redwood partner ops");
                        assertThat(Reds.card(partner, "Redwood " + kpi.getValue()))
                                .containsText("Redwood partner ops");
                        return Duration.ofNanos(System.nanoTime() - begin);
                    })
                    .min(Duration::compareTo)
                    .orElseThrow();
            assertThat(quickest)
                    .as("from the answer to who enters until both sides see the proposed owner")
                    .isLessThan(TWO_SECONDS);

            Locator seenByOwner = Reds.card(owner, "Redwood on-time delivery");
            Locator seenByPartner = Reds.card(partner, "Redwood on-time delivery");
            assertThat(seenByOwner).containsText("Unowned for");
            String due = due(seenByOwner);
            partner.countsClicks();
            owner.countsClicks();
            accept(seenByPartner).click();
            assertThat(seenByOwner).containsText("the other side has to accept");
            accept(seenByOwner).click();

            for (Locator card : List.of(seenByOwner, seenByPartner)) {
                assertThat(card).containsText("Agreed");
                assertThat(card).not().containsText("Unowned for");
                assertThat(card).containsText("Redwood partner ops");
                assertThat(due(card)).isEqualTo(due);
            }
            assertThat(partner.clicks() + owner.clicks())
                    .as("clicks until owner and due date are agreed by both")
                    .isEqualTo(2);
        }
    }

    @Test
    void somebody_who_never_heard_of_8d_works_a_red_off_and_is_told_at_the_step_what_is_missing() {
        Partnership alm = withRaci("alm", "Alm");
        try (Visitor partner = desk()) {
            new Setup(alm.signIn(house.api(), Seat.PARTNER_OPS))
                    .record("alm", Partnership.GOAL, Map.of(Partnership.month(0), "71.0"));
            partner.opens("/p/alm/actions/1").signsIn(alm, Seat.PARTNER_OPS);
            assertThat(partner.text("Opens when the customer is protected (D3)."))
                    .isVisible();
            Reds.agree(house, alm);
            // Whoever types while the others agree is asked to look again first; that is another story.
            partner.page().reload();

            partner.page().getByLabel("What protects the customer now?").fill("too short");
            partner.button("Record the containment").click();
            assertThat(partner.page().getByLabel("What protects the customer now?"))
                    .hasAttribute("aria-invalid", "true");
            partner.page()
                    .getByLabel("What protects the customer now?")
                    .fill("Every pallet is counted twice by dispatch from today.");
            partner.button("Record the containment").click();

            partner.button("Record the root causes").click();
            assertThat(partner.text("Ask 2 to 7 times why it happened; these are 0. [ROOT_CAUSE_CHAIN_LENGTH]"))
                    .isVisible();
            answer(partner, "Why did it happen?", 1, "The label was missing");
            answer(partner, "Why did it happen?", 2, "Operator error");
            answer(partner, "Why was it not caught?", 1, "Nobody looks at labels");
            answer(partner, "Why was it not caught?", 2, "Dispatch has no check for labels");
            partner.button("Record the root causes").click();
            assertThat(partner.text("A person's error is not a root cause")).isVisible();
            answer(partner, "Why did it happen?", 2, "The printer ribbon is on no stock list");
            partner.button("Record the root causes").click();

            partner.page().getByLabel("What is done?").fill("The ribbon gets a minimum stock");
            partner.page().getByLabel("Who?").click();
            partner.page()
                    .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Alm partner leader"))
                    .click();
            partner.page().getByLabel("Until when?").fill("2000-01-01");
            partner.button("Plan these steps").click();
            assertThat(partner.page().getByLabel("Until when?")).hasAttribute("aria-invalid", "true");
            partner.page().getByLabel("Until when?").fill(nextYear() + "-01-01");
            partner.button("Plan these steps").click();
            partner.button("Done").click();

            assertThat(partner.text("Implemented").or(partner.text("Verifying")).first())
                    .isVisible();
            assertThat(partner.button("Accept the closing")).hasCount(0);
        }
    }

    @Test
    void the_raci_is_filled_in_by_keyboard_and_refused_naming_the_activity() {
        Partnership linden = World.another(house.api(), "linden", "Linden");
        try (Visitor owner = desk()) {
            owner.opens("/p/linden/raci").signsIn(linden, Seat.OWNER_OPS);
            Locator first = owner.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName(Pattern.compile("^Demand planning, Linden owner leader")));
            first.focus();
            owner.page().keyboard().type("ar");
            assertThat(first).hasText("RA");
            owner.button("Publish version 1").click();
            assertThat(owner.text("needs exactly one Accountable")).isVisible();
            assertThat(owner.text("Engineering changes")).isVisible();
            for (int row = 1; row < 6; row++) {
                owner.page().keyboard().press("Tab");
                first.focus();
                for (int down = 0; down < row; down++) {
                    owner.page().keyboard().press("ArrowDown");
                }
                owner.page().keyboard().type("ar");
            }
            owner.button("Publish version 1").click();
            assertThat(owner.text("Version 1, published")).isVisible();
        }
    }

    private Visitor desk() {
        return browsers.visitor(house.house().address(), Screen.DESK);
    }

    private Partnership withRaci(String slug, String words) {
        return Reds.withRaci(house, slug, words);
    }

    private static String nextYear() {
        return String.valueOf(java.time.Year.now(java.time.ZoneOffset.UTC).getValue() + 1);
    }

    private static String due(Locator card) {
        return card.getByText("Due", new Locator.GetByTextOptions().setExact(true))
                .locator("xpath=following-sibling::strong")
                .innerText();
    }

    private static Locator accept(Locator card) {
        return card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(ACCEPT));
    }

    private static void answer(Visitor visitor, String chain, int place, String text) {
        visitor.page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(chain + " Answer " + place))
                .fill(text);
    }
}
