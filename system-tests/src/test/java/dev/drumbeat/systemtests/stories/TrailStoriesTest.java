package dev.drumbeat.systemtests.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
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
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who did what, when and why, for whom it may concern. */
@ExtendWith({SharedHouse.class, Browsers.Extension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrailStoriesTest {
    private static final String FORMULA = "=HYPERLINK(1) swells";

    private final TestHouse house;
    private final Browsers browsers;
    private final Partnership partnership;

    TrailStoriesTest(TestHouse house, Browsers browsers) {
        this.house = house;
        this.browsers = browsers;
        this.partnership = World.another(house.api(), "whitebeam", "Whitebeam");
        Setup ops = new Setup(partnership.signIn(house.api(), Seat.PARTNER_OPS));
        ops.proposeTarget(partnership.slug(), Partnership.GOAL, Partnership.month(0), "96", "91");
        ops.openAction(partnership.slug(), FORMULA, "3 of 40 since October");
    }

    @Test
    void an_ops_lead_finds_who_proposed_what_and_why() {
        try (Visitor visitor = browsers.visitor(house.house().address(), Screen.DESK)) {
            visitor.opens("/p/" + partnership.slug()).signsIn(partnership, Seat.OWNER_OPS);
            visitor.button("More").click();
            visitor.page()
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Audit trail"))
                    .click();
            assertThat(visitor.heading("Audit trail")).isVisible();
            assertThat(events(visitor).first()).containsText("Target proposed");

            choose(visitor, "What", "Targets");
            choose(visitor, "Who", "Whitebeam partner ops");

            assertThat(events(visitor)).hasCount(1);
            assertThat(events(visitor).first()).containsText("Whitebeam partner ops");
            assertThat(events(visitor).first()).containsText("agreed at the yearly review");
            events(visitor).first().getByText("What changed").click();
            assertThat(events(visitor).first()).containsText("96");

            visitor.page()
                    .getByLabel("To", new Page.GetByLabelOptions().setExact(true))
                    .fill("2020-01-01");
            assertThat(visitor.text("Nothing of this kind was done.")).isVisible();
            visitor.button("Show all").click();
            assertThat(events(visitor).nth(3)).isVisible();
        }
    }

    @Test
    void the_file_holds_what_is_shown_and_no_formula() throws IOException {
        try (Visitor visitor = browsers.visitor(house.house().address(), Screen.DESK)) {
            visitor.opens("/p/" + partnership.slug() + "/trail?source=ACTIONS&kind=action.opened")
                    .signsIn(partnership, Seat.PARTNER_LEADER);
            assertThat(events(visitor)).hasCount(1);

            Download file = visitor.page()
                    .waitForDownload(() -> visitor.link("Download (CSV)").click());
            List<String> lines = Files.readAllLines(file.path());

            assertThat(lines).hasSize(2);
            assertThat(lines.get(1)).contains("action.opened").doesNotContainPattern("(^|,)\"?[=+@-]");
        }
    }

    @Test
    void who_may_not_read_it_finds_no_such_page() {
        for (Seat seat : List.of(Seat.OWNER_VIEWER, Seat.PARTNER_VIEWER)) {
            try (Visitor visitor = browsers.visitor(house.house().address(), Screen.PHONE)) {
                visitor.opens("/p/" + partnership.slug() + "/trail").signsIn(partnership, seat);
                assertThat(visitor.page().locator("main h1")).isVisible();
                assertThat(visitor.heading("Audit trail")).hasCount(0);
                assertThat(visitor.page().getByText("Target proposed")).hasCount(0);
            }
        }
    }

    private static Locator events(Visitor visitor) {
        return visitor.page()
                .getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("What was done, newest first"))
                .locator("> li")
                .filter(new Locator.FilterOptions().setHas(visitor.page().locator("time")));
    }

    private static void choose(Visitor visitor, String label, String option) {
        visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label))
                .last()
                .click();
        visitor.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
    }
}
