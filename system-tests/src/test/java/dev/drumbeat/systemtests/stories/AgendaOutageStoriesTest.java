package dev.drumbeat.systemtests.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.stories.Browsers.Screen;
import dev.drumbeat.systemtests.world.Agreements;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A meeting while something that its agenda is made of can't be reached, before it starts and while it runs. */
@ExtendWith({SharedHouse.class, Browsers.Extension.class})
class AgendaOutageStoriesTest {
    private static final String ACTIONS = "owners and due actions";
    private static final String INCENTIVES = "statements to sign";
    private static final String KPIS = "reds, ambers and late figures";
    private static final String NOT_KNOWN = "Red, owner not known now";
    private static final String UNOWNED = "Red, nobody owns it";

    private final TestHouse house;
    private final Browsers browsers;

    AgendaOutageStoriesTest(TestHouse house, World world, Browsers browsers) {
        this.house = house;
        this.browsers = browsers;
    }

    @AfterEach
    void everythingRunsAgain() {
        house.house().start();
        house.house().awaitReady(TestHouse.PATIENCE);
    }

    @Test
    void with_actions_gone_the_agenda_says_so_misses_no_red_and_completes_itself() {
        WeeklySync sync = WeeklySync.aboutOneRed(house.api(), "medlar", "Medlar");
        String goal = "Medlar on-time delivery";
        String driver = "Medlar first-pass yield";
        try (Visitor owner = visitor()) {
            MeetingPage meeting = new MeetingPage(owner);
            house.house().kill9("actions");
            owner.opens(sync.address()).signsIn(sync.partnership(), Seat.OWNER_OPS);
            assertThat(missing(meeting, ACTIONS)).containsText("The agenda completes itself.");
            assertThat(meeting.row(goal)).containsText(NOT_KNOWN);
            comesBack("actions");
            assertThat(missing(meeting, ACTIONS)).hasCount(0);
            assertThat(meeting.row(goal)).containsText(UNOWNED);

            owner.button("Start the meeting").click();
            assertThat(owner.button("Done, next")).isVisible();
            assertThat(due(owner)).isVisible();
            house.house().kill9("actions");
            assertThat(missing(meeting, ACTIONS)).containsText("Last known at");
            assertThat(meeting.row(goal)).containsText(UNOWNED);
            assertThat(owner.text("The action can't be reached")).isVisible();
            sync.turnsRed(house.api());
            assertThat(meeting.row(driver)).containsText(NOT_KNOWN);
            comesBack("actions");
            assertThat(missing(meeting, ACTIONS)).hasCount(0);
            assertThat(meeting.row(driver)).containsText(UNOWNED);
            assertThat(due(owner)).isVisible();
        }
    }

    @Test
    void with_incentives_gone_or_hanging_the_agenda_says_so_and_completes_itself() {
        WeeklySync sync = WeeklySync.aboutTwoReds(house.api(), "quince", "Quince");
        new Agreements(house.api(), sync.partnership(), "1000").signed("Quince bonus");
        try (Visitor owner = visitor()) {
            MeetingPage meeting = new MeetingPage(owner);
            house.house().pause("incentives");
            try {
                owner.opens(sync.address()).signsIn(sync.partnership(), Seat.OWNER_OPS);
                assertThat(missing(meeting, INCENTIVES)).isVisible();
                assertThat(meeting.agenda().getByText(UNOWNED)).hasCount(2);
                assertThat(meeting.row("Quince bonus")).hasCount(0);
            } finally {
                house.house().resume("incentives");
            }
            assertThat(meeting.row("Quince bonus")).containsText("To sign");
            assertThat(missing(meeting, INCENTIVES)).hasCount(0);

            owner.button("Start the meeting").click();
            assertThat(owner.button("Done, next")).isVisible();
            house.house().kill9("incentives");
            assertThat(missing(meeting, INCENTIVES)).containsText("Last known at");
            assertThat(meeting.row("Quince bonus")).isVisible();
            comesBack("incentives");
            assertThat(missing(meeting, INCENTIVES)).hasCount(0);
            assertThat(meeting.row("Quince bonus")).isVisible();
        }
    }

    @Test
    void with_kpis_gone_a_meeting_goes_on_and_the_chart_comes_by_itself() {
        WeeklySync sync = WeeklySync.aboutTwoReds(house.api(), "tamarisk", "Tamarisk");
        sync.starts(house.api());
        try (Visitor owner = visitor()) {
            MeetingPage meeting = new MeetingPage(owner);
            house.house().kill9("kpis");
            owner.opens(sync.address()).signsIn(sync.partnership(), Seat.OWNER_OPS);
            assertThat(missing(meeting, KPIS)).isVisible();
            assertThat(meeting.agenda().getByText(UNOWNED)).hasCount(2);
            assertThat(owner.text("The chart can't be read right now.")).isVisible();
            meeting.note().fill("The furnace is down");
            meeting.note().blur();
            assertThat(owner.text("Both sides see it at once.")).isVisible();
            comesBack("kpis");
            assertThat(missing(meeting, KPIS)).hasCount(0);
            assertThat(meeting.subject().getByRole(AriaRole.IMG).first()).isVisible();
            assertThat(owner.text("The chart can't be read right now.")).hasCount(0);
            assertThat(meeting.note()).hasValue("The furnace is down");
        }
    }

    private static Locator missing(MeetingPage meeting, String part) {
        return meeting.agenda().locator("li").filter(new Locator.FilterOptions().setHasText("Missing: " + part));
    }

    /** Where owner and due date are agreed. */
    private static Locator due(Visitor visitor) {
        return visitor.page().getByLabel("Due", new Page.GetByLabelOptions().setExact(true));
    }

    private void comesBack(String service) {
        house.house().start(service);
        house.house().awaitReady(service, TestHouse.PATIENCE);
    }

    private Visitor visitor() {
        return browsers.visitor(house.house().address(), Screen.DESK);
    }
}
