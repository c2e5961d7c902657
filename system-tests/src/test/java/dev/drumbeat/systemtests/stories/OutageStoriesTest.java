package dev.drumbeat.systemtests.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.stories.Browsers.Screen;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people see while a part of the house is gone, and afterwards. */
@ExtendWith({SharedHouse.class, Browsers.Extension.class})
class OutageStoriesTest {
    private static final double TEN_SECONDS = 10_000;

    private final TestHouse house;
    private final World world;
    private final Browsers browsers;

    OutageStoriesTest(TestHouse house, World world, Browsers browsers) {
        this.house = house;
        this.world = world;
        this.browsers = browsers;
    }

    @AfterEach
    void everythingRunsAgain() {
        house.house().start();
        house.house().awaitReady(TestHouse.PATIENCE);
    }

    @Test
    void with_kpis_gone_the_page_opens_with_what_was_known_and_is_live_within_ten_seconds_of_its_return() {
        Partnership alder = world.alder();
        try (Visitor visitor = browsers.visitor(house.house().address(), Screen.DESK)) {
            visitor.opens("/p/alder").signsIn(alder, Seat.OWNER_LEADER).isLive();
            Locator goal = visitor.page().locator("section[aria-labelledby=goal-name]");
            String known = goal.innerText();

            house.house().kill9("kpis");
            visitor.opens("/p/alder");

            assertThat(visitor.text("KPIs can't be reached.")).isVisible();
            assertThat(visitor.text("Last known at")).isVisible();
            assertThat(goal).hasText(known, new LocatorAssertions.HasTextOptions().setUseInnerText(true));

            house.house().start("kpis");
            house.house().awaitReady("kpis", TestHouse.PATIENCE);

            assertThat(visitor.text("KPIs can't be reached."))
                    .not()
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(TEN_SECONDS));
            visitor.isLive();
        }
    }

    @Test
    void after_everything_was_stopped_and_started_everything_is_there_and_people_are_still_signed_in() {
        try (Visitor visitor = browsers.visitor(house.house().address(), Screen.DESK)) {
            visitor.opens("/p/alder").signsIn(world.alder(), Seat.OWNER_LEADER).isLive();
            Locator goal = visitor.page().locator("section[aria-labelledby=goal-name]");
            String known = goal.innerText();

            house.house().stop();
            house.house().start();
            house.house().awaitReady(TestHouse.PATIENCE);
            visitor.opens("/p/alder");

            assertThat(goal).hasText(known, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
        }
    }
}
