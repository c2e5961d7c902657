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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each story has a partnership of its own, so that none depends on another. */
@ExtendWith({SharedHouse.class, Browsers.Extension.class})
class ScorecardStoriesTest {
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final TestHouse house;
    private final Browsers browsers;

    ScorecardStoriesTest(TestHouse house, World world, Browsers browsers) {
        this.house = house;
        this.browsers = browsers;
    }

    @Test
    void a_scorecard_shows_its_goal_drivers_and_that_nothing_is_red() {
        Partnership fir = World.another(house.api(), "fir", "Fir");
        try (Visitor visitor = browsers.visitor(house.house().address(), Screen.DESK)) {
            visitor.opens("/").signsIn(fir, Seat.PARTNER_VIEWER);
            visitor.link(fir.displayName()).click();

            assertThat(visitor.heading(fir.displayName())).isVisible();
            assertThat(visitor.heading("Fir on-time delivery")).isVisible();
            for (String driver : new String[] {"Fir first-pass yield", "Fir days late", "Fir training hours"}) {
                assertThat(visitor.link(driver).first()).isVisible();
            }
            assertThat(visitor.text("No open red.")).isVisible();
            assertThat(visitor.text("Fir figures are made up for tests.")).isVisible();
        }
    }

    @Test
    void a_red_figure_entered_by_one_appears_on_the_others_page_within_a_second() {
        Partnership oak = World.another(house.api(), "oak", "Oak");
        try (Visitor owner = browsers.visitor(house.house().address(), Screen.DESK)) {
            owner.opens("/p/oak").signsIn(oak, Seat.OWNER_LEADER).isLive();
            Locator goal = owner.page().locator("section[aria-labelledby=goal-name]");
            assertThat(goal).containsText("Green");
            Setup ops = new Setup(oak.signIn(house.api(), Seat.PARTNER_OPS));

            List<Duration> until = List.of(
                    untilShown(owner, ops, oak, Partnership.DRIVERS.get(0), "88.7"),
                    untilShown(owner, ops, oak, Partnership.DRIVERS.get(2), "10.3"),
                    untilShown(owner, ops, oak, Partnership.GOAL, "81.5"));

            assertThat(goal).containsText("81.5");
            assertThat(goal).containsText("Red");
            assertThat(owner.page()
                            .getByRole(AriaRole.ARTICLE)
                            .filter(new Locator.FilterOptions().setHasText("Oak on-time delivery")))
                    .hasCount(1);
            org.assertj.core.api.Assertions.assertThat(
                            until.stream().min(Duration::compareTo).orElseThrow())
                    .as("from the answer to who enters to the page of who reads: %s", until)
                    .isLessThan(ONE_SECOND);
        }
    }

    private static Duration untilShown(
            Visitor reader, Setup writer, Partnership partnership, String kpi, String figure) {
        writer.record(partnership.slug(), kpi, Map.of(Partnership.month(0), figure));
        long begin = System.nanoTime();
        assertThat(reader.text(figure)).isVisible();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    void a_correction_keeps_the_old_figure_and_takes_the_red_away_without_a_trace_of_it_on_the_page() {
        Partnership elm = World.another(house.api(), "elm", "Elm");
        Setup partnerOps = new Setup(elm.signIn(house.api(), Seat.PARTNER_OPS));
        partnerOps.record("elm", Partnership.GOAL, Map.of(Partnership.month(0), "18.9"));
        try (Visitor owner = browsers.visitor(house.house().address(), Screen.DESK)) {
            owner.opens("/p/elm").signsIn(elm, Seat.OWNER_LEADER).isLive();
            Locator goal = owner.page().locator("section[aria-labelledby=goal-name]");
            assertThat(goal).containsText("18.9");
            assertThat(goal).containsText("Red");

            partnerOps.proposeCorrection("elm", Partnership.GOAL, Partnership.month(0), "98.1", "digits swapped");
            assertThat(owner.text("digits swapped")).isVisible();
            owner.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(Pattern.compile("^Accept: correction of")))
                    .click();

            assertThat(goal).containsText("98.1");
            assertThat(goal).containsText("Green");
            assertThat(owner.text("No open red.")).isVisible();
        }
    }

    @Test
    void the_page_of_a_past_day_shows_what_was_known_then_and_says_so() {
        Partnership ash = World.another(house.api(), "ash", "Ash");
        String before = Instant.now().toString();
        new Setup(ash.signIn(house.api(), Seat.PARTNER_OPS))
                .record("ash", Partnership.GOAL, Map.of(Partnership.month(0), "70.1"));
        try (Visitor owner = browsers.visitor(house.house().address(), Screen.DESK)) {
            owner.opens("/p/ash?asOf=" + before).signsIn(ash, Seat.OWNER_OPS);
            Locator goal = owner.page().locator("section[aria-labelledby=goal-name]");
            assertThat(goal).containsText("Green");
            assertThat(goal).not().containsText("70.1");
            assertThat(owner.text("As known on")).isVisible();

            owner.button("Back to now").first().click();

            assertThat(goal).containsText("70.1");
            assertThat(goal).containsText("Red");
        }
    }

    @Test
    void the_portfolio_puts_the_worst_first() {
        Partnership yew = World.another(house.api(), "yew", "Yew");
        Partnership zelkova = World.another(house.api(), "zelkova", "Zelkova");
        Setup administrator = new Setup(house.api().signIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD));
        administrator.member("zelkova", yew.person(Seat.OWNER_OPS), "OPS");
        new Setup(zelkova.signIn(house.api(), Seat.PARTNER_OPS))
                .record("zelkova", Partnership.GOAL, Map.of(Partnership.month(0), "60.0"));
        try (Visitor owner = browsers.visitor(house.house().address(), Screen.DESK)) {
            owner.opens("/").signsIn(yew, Seat.OWNER_OPS);

            Locator rows = owner.page().locator("tbody tr");
            assertThat(rows).hasCount(2);
            assertThat(rows.nth(0)).containsText("Zelkova");
            assertThat(rows.nth(0)).containsText("Red");
            assertThat(rows.nth(1)).containsText("Yew");

            owner.page().keyboard().press("/");
            owner.page().keyboard().type("yew");
            assertThat(rows).hasCount(1);
            owner.page().keyboard().press("ArrowDown");
            owner.page().keyboard().press("Enter");
            assertThat(owner.heading(yew.displayName())).isVisible();
        }
    }
}
