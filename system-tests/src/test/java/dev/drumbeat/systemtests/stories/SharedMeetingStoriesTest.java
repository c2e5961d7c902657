package dev.drumbeat.systemtests.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.stories.Browsers.Screen;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One meeting in two browsers: what one side does, the other sees; what both do at once is lost to neither. */
@ExtendWith({SharedHouse.class, Browsers.Extension.class})
class SharedMeetingStoriesTest {
    private static final double A_SECOND = 1_000;

    private final TestHouse house;
    private final Browsers browsers;

    SharedMeetingStoriesTest(TestHouse house, World world, Browsers browsers) {
        this.house = house;
        this.browsers = browsers;
    }

    @Test
    void what_one_writes_the_other_reads_within_a_second_and_two_notes_on_one_item_are_both_kept() {
        WeeklySync sync = WeeklySync.aboutTwoReds(house.api(), "cedar", "Cedar");
        try (Visitor owner = visitor();
                Visitor partner = visitor()) {
            together(sync, owner, partner);

            owner.page().getByLabel("Add to the agenda").fill("Travel in December");
            owner.button("Add the item").click();
            assertThat(row(owner, "Travel in December")).isVisible();
            assertThat(row(partner, "Travel in December"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_SECOND));

            note(owner).fill("The furnace is down");
            note(partner).fill("A part is ordered");
            note(owner).blur();
            assertThat(owner.text("Both sides see it at once.")).isVisible();
            note(partner).blur();
            assertThat(partner.text("Somebody else wrote meanwhile:")).isVisible();
            assertThat(partner.page().locator("blockquote")).hasText("The furnace is down");
            partner.button("Keep both").click();
            for (Visitor visitor : List.of(partner, owner)) {
                assertThat(note(visitor)).hasValue("The furnace is down\nA part is ordered");
            }
        }
    }

    private void together(WeeklySync sync, Visitor owner, Visitor partner) {
        owner.opens(sync.address()).signsIn(sync.partnership(), Seat.OWNER_OPS).isLive();
        partner.opens(sync.address())
                .signsIn(sync.partnership(), Seat.PARTNER_OPS)
                .isLive();
        owner.button("Start the meeting").click();
        partner.button("I'm here").click();
        assertThat(owner.text("Only one side is here")).hasCount(0);
        assertThat(note(partner)).isVisible();
        assertThat(note(owner)).isVisible();
    }

    private static Locator note(Visitor visitor) {
        return visitor.page().getByLabel("What was said");
    }

    private static Locator rows(Visitor visitor) {
        return visitor.page().locator("section[aria-label=Agenda] button[data-item]");
    }

    private static Locator row(Visitor visitor, String title) {
        Locator words = visitor.page().getByText(title, new Page.GetByTextOptions().setExact(true));
        return rows(visitor).filter(new Locator.FilterOptions().setHas(words));
    }

    private Visitor visitor() {
        return browsers.visitor(house.house().address(), Screen.DESK);
    }
}
