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
import dev.drumbeat.systemtests.world.World;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The weekly sync, held from the page by two companies. */
@ExtendWith({SharedHouse.class, Browsers.Extension.class})
class MeetingStoriesTest {
    private static final int INTERACTIONS_MAX = 25;
    private static final Pattern RED = Pattern.compile("Red, nobody owns it");

    private final TestHouse house;
    private final Browsers browsers;
    private int interactions;

    MeetingStoriesTest(TestHouse house, World world, Browsers browsers) {
        this.house = house;
        this.browsers = browsers;
    }

    @Test
    void a_sync_about_two_reds_is_run_with_the_mouse_from_start_to_frozen_minutes_and_both_sides_see_it() {
        WeeklySync sync = WeeklySync.aboutTwoReds(house.api(), "poplar", "Poplar");
        Partnership poplar = sync.partnership();
        try (Visitor owner = visitor();
                Visitor partner = visitor()) {
            owner.opens(sync.address()).signsIn(poplar, Seat.OWNER_OPS);
            partner.opens(sync.address()).signsIn(poplar, Seat.PARTNER_OPS);
            assertThat(agenda(owner).getByText(RED)).hasCount(2);

            click(owner.button("Start the meeting"));
            click(partner.button("I'm here"));
            assertThat(owner.text("Only one side is here")).hasCount(0);
            for (int red = 0; red < 2; red++) {
                agree(owner, partner);
                click(owner.button("Done, next"));
                assertThat(agenda(partner).getByText("done", new Locator.GetByTextOptions().setExact(false)))
                        .hasCount(red + 1);
            }
            finish(owner);
            assertThat(interactions).isLessThan(INTERACTIONS_MAX);
            assertThat(partner.text("Held")).isVisible();
            partner.link("Minutes").click();
            assertThat(partner.text("Frozen")).isVisible();
            assertThat(partner.text("Poplar owner ops")).isVisible();
        }
    }

    @Test
    void a_sync_is_run_with_the_keyboard_alone_and_no_live_red_is_dropped_silently() {
        WeeklySync sync = WeeklySync.aboutTwoReds(house.api(), "hawthorn", "Hawthorn");
        Partnership hawthorn = sync.partnership();
        try (Visitor owner = visitor()) {
            owner.opens(sync.address()).signsIn(hawthorn, Seat.OWNER_OPS);
            assertThat(agenda(owner).getByText(RED)).hasCount(2);
            assertThat(owner.button("Start the meeting")).isFocused();
            press(owner, "Enter");
            for (int red = 0; red < 2; red++) {
                assertThat(owner.button("Done, next")).isFocused();
                assertThat(owner.button("Drop…")).hasCount(0);
                press(owner, "Tab");
                press(owner, "Enter");
                Locator reason = owner.page().getByLabel("Why does this red wait until next time?");
                assertThat(reason).isFocused();
                type(owner, "The furnace is down until Friday");
                press(owner, "Enter");
                assertThat(agenda(owner).getByText("back next time")).hasCount(red + 1);
            }
            while (owner.button("Done, next").count() > 0) {
                next(owner, () -> press(owner, "Enter"));
            }
            assertThat(owner.button("End the meeting…").last()).isFocused();
            press(owner, "Enter");
            assertThat(owner.button("End and freeze the minutes")).isFocused();
            press(owner, "Enter");
            assertThat(owner.text("Held")).isVisible();
            assertThat(interactions).isLessThan(INTERACTIONS_MAX);
        }
    }

    @Test
    void every_page_of_the_cadence_is_accessible_and_fits_a_phone() {
        WeeklySync sync = WeeklySync.aboutTwoReds(house.api(), "juniper", "Juniper");
        Partnership juniper = sync.partnership();
        for (Screen screen : Screen.values()) {
            try (Visitor visitor = browsers.visitor(house.house().address(), screen)) {
                visitor.opens("/").signsIn(juniper, Seat.OWNER_OPS);
                for (String path : new String[] {"/p/juniper/meetings", sync.address(), "/my/week", "/review"}) {
                    visitor.opens(path);
                    assertThat(visitor.page().locator("main h1").first()).isVisible();
                    assertThat(visitor.page().locator("[aria-busy=true]")).hasCount(0);
                    assertThat(Axe.violations(visitor.page())).as(path).isEmpty();
                    assertThat((Boolean) visitor.page()
                                    .evaluate("document.documentElement.scrollWidth <="
                                            + " document.documentElement.clientWidth"))
                            .as("%s fits the width", path)
                            .isTrue();
                }
            }
        }
    }

    /** Owner and due date: chosen and proposed by one side, accepted by the other. */
    private void agree(Visitor owner, Visitor partner) {
        if (owner.button("Accept").count() == 0) {
            click(owner.page().locator("article button[aria-haspopup=listbox]").first());
            click(owner.page()
                    .getByRole(AriaRole.OPTION)
                    .filter(new Locator.FilterOptions().setHasText("partner OPS"))
                    .first());
            click(owner.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(Pattern.compile("^(Propose|Counter)$"))));
            click(partner.button("Accept"));
        } else {
            click(owner.button("Accept"));
            click(partner.button("Accept"));
        }
        assertThat(partner.text("agreed until")).isVisible();
        assertThat(owner.text("agreed until")).isVisible();
    }

    private void finish(Visitor owner) {
        while (owner.button("Done, next").count() > 0) {
            next(owner, () -> click(owner.button("Done, next")));
        }
        click(owner.button("End the meeting…").last());
        click(owner.button("End and freeze the minutes"));
    }

    /** Closes the item that is talked about and waits until it is another's turn. */
    private static void next(Visitor visitor, Runnable closing) {
        Locator title = visitor.page().locator("article h2");
        String before = title.innerText();
        closing.run();
        assertThat(title.filter(new Locator.FilterOptions().setHasText(before))).hasCount(0);
    }

    private void click(Locator locator) {
        interactions++;
        locator.click();
    }

    private void press(Visitor visitor, String key) {
        interactions++;
        visitor.page().keyboard().press(key);
    }

    /** What is typed in one go is one thing to do. */
    private void type(Visitor visitor, String words) {
        interactions++;
        visitor.page().keyboard().type(words);
    }

    private static Locator agenda(Visitor visitor) {
        return new MeetingPage(visitor).agenda();
    }

    private Visitor visitor() {
        return browsers.visitor(house.house().address(), Screen.DESK);
    }
}
