package dev.drumbeat.systemtests.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.stories.Browsers.Screen;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One meeting in two browsers: what one side does, the other sees; what both do at once is lost to neither. */
@ExtendWith({SharedHouse.class, Browsers.Extension.class})
class SharedMeetingStoriesTest {
    private static final double A_SECOND = 1_000;
    private static final LocatorAssertions.ContainsTextOptions WITHIN_A_SECOND =
            new LocatorAssertions.ContainsTextOptions().setTimeout(A_SECOND);

    private final Visitor owner;
    private final Visitor partner;
    private final MeetingPage owners;
    private final MeetingPage partners;
    private final TestHouse house;

    SharedMeetingStoriesTest(TestHouse house, World world, Browsers browsers) {
        this.house = house;
        this.owner = browsers.visitor(house.house().address(), Screen.DESK);
        this.partner = browsers.visitor(house.house().address(), Screen.DESK);
        this.owners = new MeetingPage(owner);
        this.partners = new MeetingPage(partner);
    }

    @AfterEach
    void leave() {
        owner.close();
        partner.close();
    }

    @Test
    void what_one_writes_the_other_reads_within_a_second_and_two_notes_on_one_item_are_both_kept() {
        meet("cedar", "Cedar");
        adds("Travel in December");

        owners.note().fill("The furnace is down");
        partners.note().fill("A part is ordered");
        owners.note().blur();
        assertThat(owner.text("Both sides see it at once.")).isVisible();
        partners.note().blur();
        assertThat(partner.text("Somebody else wrote meanwhile:")).isVisible();
        assertThat(partner.page().locator("blockquote")).hasText("The furnace is down");
        partner.button("Keep both").click();
        for (MeetingPage meeting : List.of(partners, owners)) {
            assertThat(meeting.note()).hasValue("The furnace is down\nA part is ordered");
        }
    }

    @Test
    void items_are_put_in_order_by_mouse_and_by_keys_and_the_other_side_sees_it_within_a_second() {
        meet("dogwood", "Dogwood");
        adds("Travel in December");
        adds("New scales");
        assertThat(owners.rows()).containsText(new String[] {"Travel in December", "New scales"});

        owner.button("Move up: New scales").click();
        String[] byMouse = {"Dogwood", "Dogwood", "New scales", "Travel in December"};
        assertThat(partners.rows()).containsText(byMouse, WITHIN_A_SECOND);
        assertThat(owners.rows()).containsText(byMouse);

        // As many places as often as the keys are pressed, however quickly.
        owners.row("Travel in December").focus();
        owner.page().keyboard().press("Alt+ArrowUp");
        owner.page().keyboard().press("Alt+ArrowUp");
        owner.page().keyboard().press("Alt+ArrowUp");
        String[] byKeys = {"Travel in December", "Dogwood", "Dogwood", "New scales"};
        assertThat(partners.rows()).containsText(byKeys, WITHIN_A_SECOND);
        assertThat(owners.rows()).containsText(byKeys);
        assertThat(owners.row("Travel in December")).isFocused();

        owners.row("Travel in December").click();
        for (MeetingPage meeting : List.of(owners, partners)) {
            assertThat(meeting.subject().getByRole(AriaRole.HEADING).first()).hasText("Travel in December");
        }
    }

    @Test
    void a_commitment_is_changed_by_both_at_once_done_reopened_and_dropped_with_its_reason() {
        meet("hornbeam", "Hornbeam");
        owner.page()
                .getByLabel("Commitment", new Page.GetByLabelOptions().setExact(true))
                .fill("Send the drawing");
        owner.page().getByLabel("By when?").fill("2099-12-01");
        owner.button("Record the commitment").click();
        assertThat(partners.outcomes().filter(said("Send the drawing"))).containsText("1 Dec", WITHIN_A_SECOND);

        Locator open = change(owner, "Send the drawing");
        Locator other = change(partner, "Send the drawing");
        words(other).fill("Send both drawings");
        save(other);
        assertThat(open.getByText("Somebody else changed it meanwhile:")).isVisible();
        assertThat(words(open)).hasValue("Send both drawings");
        open.getByLabel("By when?").fill("2099-12-24");
        save(open);
        for (MeetingPage meeting : List.of(partners, owners)) {
            assertThat(meeting.outcomes().filter(said("Send both drawings"))).containsText("24 Dec");
        }

        partner.button("Done: Send both drawings").click();
        assertThat(owners.outcomes().filter(said("Send both drawings"))).containsText("done", WITHIN_A_SECOND);
        owner.button("Open again: Send both drawings").click();
        because(owner, "One page was missing", "Open it again");
        assertThat(partners.outcomes().filter(said("Send both drawings"))).containsText("until", WITHIN_A_SECOND);
        menu(partner, "Send both drawings", "Drop…");
        because(partner, "The part is no longer made", "Drop it");
        assertThat(owners.outcomes().filter(said("Send both drawings"))).containsText("dropped", WITHIN_A_SECOND);
    }

    private void meet(String slug, String words) {
        WeeklySync sync = WeeklySync.aboutTwoReds(house.api(), slug, words);
        owner.opens(sync.address()).signsIn(sync.partnership(), Seat.OWNER_OPS).isLive();
        partner.opens(sync.address())
                .signsIn(sync.partnership(), Seat.PARTNER_OPS)
                .isLive();
        owner.button("Start the meeting").click();
        partner.button("I'm here").click();
        assertThat(owner.text("Only one side is here")).hasCount(0);
        assertThat(partners.note()).isVisible();
        assertThat(owners.note()).isVisible();
    }

    private void adds(String title) {
        owners.adds(title);
        assertThat(owners.row(title)).isVisible();
        assertThat(partners.row(title)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_SECOND));
    }

    private static Locator change(Visitor visitor, String commitment) {
        menu(visitor, commitment, "Change…");
        return visitor.page().getByRole(AriaRole.DIALOG);
    }

    private static void menu(Visitor visitor, String commitment, String entry) {
        visitor.button("More about: " + commitment).click();
        visitor.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(entry))
                .click();
    }

    private static Locator words(Locator dialog) {
        return dialog.getByLabel("Commitment", new Locator.GetByLabelOptions().setExact(true));
    }

    private static void save(Locator dialog) {
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(dialog).hasCount(0);
    }

    private static void because(Visitor visitor, String reason, String button) {
        Locator dialog = visitor.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Why?").fill(reason);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
        assertThat(dialog).hasCount(0);
    }

    private static Locator.FilterOptions said(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
