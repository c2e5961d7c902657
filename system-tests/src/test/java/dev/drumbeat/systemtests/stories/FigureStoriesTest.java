package dev.drumbeat.systemtests.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people enter, correct and agree on the page itself. */
@ExtendWith({SharedHouse.class, Browsers.Extension.class})
class FigureStoriesTest {
    private final TestHouse house;
    private final Browsers browsers;

    FigureStoriesTest(TestHouse house, World world, Browsers browsers) {
        this.house = house;
        this.browsers = browsers;
    }

    @Test
    void a_missing_figure_is_entered_and_the_other_side_sees_the_status_change() {
        Partnership larch = World.another(house.api(), "larch", "Larch", 2);
        try (Visitor partner = visitor();
                Visitor owner = visitor()) {
            owner.opens("/p/larch").signsIn(larch, Seat.OWNER_LEADER).isLive();
            assertThat(goal(owner)).containsText("Green");

            partner.opens("/p/larch").signsIn(larch, Seat.PARTNER_OPS);
            partner.button("Record figures").click();
            figure(partner, "Larch on-time delivery").fill("81.5");
            partner.button("Record").last().click();

            assertThat(goal(owner)).containsText("81.5");
            assertThat(goal(owner)).containsText("Red");
            assertThat(goal(partner)).containsText("81.5");
        }
    }

    @Test
    void a_figure_is_entered_with_the_keyboard_alone() {
        Partnership rowan = World.another(house.api(), "rowan", "Rowan", 2);
        try (Visitor partner = visitor()) {
            Page page = partner.opens("/").page();
            assertThat(page.locator("input[name=email]")).isFocused();
            page.keyboard().type(Setup.email(rowan.person(Seat.PARTNER_OPS)));
            page.keyboard().press("Tab");
            page.keyboard().type(Partnership.PASSWORD);
            page.keyboard().press("Enter");
            assertThat(partner.link(rowan.displayName())).isVisible();
            tabUntilFocused(partner, partner.link(rowan.displayName()));
            page.keyboard().press("Enter");
            assertThat(goal(partner)).isVisible();
            tabUntilFocused(partner, partner.button("Record figures"));
            page.keyboard().press("Enter");
            Locator figure = figure(partner, "Rowan on-time delivery");
            assertThat(figure).isVisible();
            tabUntilFocused(partner, figure);
            page.keyboard().type("97.3");
            page.keyboard().press("Enter");

            assertThat(goal(partner)).containsText("97.3");
        }
    }

    @Test
    void a_wrong_figure_is_corrected_by_one_side_and_approved_by_the_other_and_the_old_one_stays_readable() {
        Partnership hazel = World.another(house.api(), "hazel", "Hazel", 2);
        new Setup(hazel.signIn(house.api(), Seat.PARTNER_OPS))
                .record("hazel", Partnership.GOAL, Map.of(Partnership.month(1), "18.9"));
        try (Visitor partner = visitor();
                Visitor owner = visitor()) {
            partner.opens("/p/hazel/kpis/" + Partnership.GOAL).signsIn(hazel, Seat.PARTNER_OPS);
            partner.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Correct ")))
                    .first()
                    .click();
            figure(partner, "Hazel on-time delivery").fill("98.1");
            partner.page().getByLabel("Why?").fill("the digits were swapped");
            partner.button("Propose correction").click();
            assertThat(partner.text("Proposed instead: 98.1")).isVisible();

            owner.opens("/p/hazel/kpis/" + Partnership.GOAL).signsIn(hazel, Seat.OWNER_LEADER);
            assertThat(owner.text("the digits were swapped")).isVisible();
            owner.page()
                    .getByRole(
                            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^(Accept|Approve)")))
                    .first()
                    .click();

            assertThat(owner.text("superseded")).isVisible();
            assertThat(owner.text("18.9")).isVisible();
            owner.opens("/p/hazel");
            assertThat(goal(owner)).containsText("98.1");
            assertThat(goal(owner)).containsText("Green");
            assertThat(owner.text("No open red.")).isVisible();
        }
    }

    @Test
    void a_pasted_table_with_mistakes_imports_nothing_and_without_them_everything() {
        Partnership aspen = World.another(house.api(), "aspen", "Aspen", 2);
        try (Visitor partner = visitor()) {
            partner.opens("/p/aspen/import").signsIn(aspen, Seat.PARTNER_OPS);
            Locator table = partner.page().getByLabel("Paste from a spreadsheet, or type");
            String right = "kpi,period,value\n" + Partnership.GOAL + "," + Partnership.month(1) + ",83.4\n";

            table.fill(right + Partnership.DRIVERS.getFirst() + "," + Partnership.month(1) + ",many\n");
            partner.button("Check").click();
            assertThat(partner.text("one row is wrong")).isVisible();
            assertThat(partner.page()
                            .getByRole(
                                    AriaRole.BUTTON,
                                    new Page.GetByRoleOptions().setName(Pattern.compile("^Import (this|all)"))))
                    .hasCount(0);

            table.fill(right);
            partner.button("Check").click();
            partner.button("Import this figure").click();
            assertThat(partner.text("One figure imported")).isVisible();
            partner.link("See the page").click();
            assertThat(goal(partner)).containsText("83.4");
            assertThat(goal(partner)).containsText("Red");
        }
    }

    @Test
    void a_target_proposed_by_one_side_counts_when_the_other_accepts_it() {
        Partnership maple = World.another(house.api(), "maple", "Maple");
        try (Visitor partner = visitor();
                Visitor owner = visitor()) {
            owner.opens("/p/maple/kpis/" + Partnership.GOAL).signsIn(maple, Seat.OWNER_OPS);
            owner.button("Propose a target").click();
            Locator dialog = owner.page().getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Target").first().fill("99");
            dialog.getByLabel("Red below").fill("97");
            dialog.getByLabel("Why?").fill("a harder year");
            owner.button("Propose").last().click();
            assertThat(dialog).hasCount(0);

            partner.opens("/p/maple/kpis/" + Partnership.GOAL + "?show=targets").signsIn(maple, Seat.PARTNER_LEADER);
            assertThat(partner.text("a harder year")).isVisible();
            partner.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Accept")))
                    .first()
                    .click();

            assertThat(partner.page()
                            .getByRole(
                                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Accept"))))
                    .hasCount(0);
            assertThat(partner.text("a harder year")).isVisible();
        }
    }

    private Visitor visitor() {
        return browsers.visitor(house.house().address(), Screen.DESK);
    }

    private static Locator goal(Visitor visitor) {
        return visitor.page().locator("section[aria-labelledby=goal-name]");
    }

    private static Locator figure(Visitor visitor, String kpi) {
        return visitor.page()
                .getByRole(
                        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^Figure, " + kpi + ",")))
                .first();
    }

    /** Tabs on, as somebody without a mouse does; a thing that can't be reached in sixty steps can't be reached. */
    private static void tabUntilFocused(Visitor visitor, Locator wanted) {
        for (int step = 0; step < 60; step++) {
            if ((Boolean) wanted.first().evaluate("element => element === document.activeElement")) {
                return;
            }
            visitor.page().keyboard().press("Tab");
        }
        throw new AssertionError("not reached with the Tab key: " + wanted);
    }
}
