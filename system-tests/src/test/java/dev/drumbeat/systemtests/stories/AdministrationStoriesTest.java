package dev.drumbeat.systemtests.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.stories.Browsers.Screen;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A house without anybody in it is set up, and looked after, from the page alone. */
@ExtendWith({SharedHouse.class, Browsers.Extension.class})
class AdministrationStoriesTest {
    private static final String PASSWORD = "Steady-Lantern-4711-Harbour";

    private final TestHouse house;
    private final Browsers browsers;

    AdministrationStoriesTest(TestHouse house, Browsers browsers) {
        this.house = house;
        this.browsers = browsers;
    }

    @Test
    void an_administrator_sets_up_a_partnership_from_nothing_and_its_people_begin() {
        String goalsPage;
        try (Visitor admin = browsers.visitor(house.house().address(), Screen.DESK)) {
            admin.opens("/administration").signsIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD);
            company(admin, "Quince Health");
            company(admin, "Rowan Makers");
            admin.button("New partnership").click();
            admin.page().getByLabel("Name").fill("Quince and Rowan");
            choose(admin, "Owner: whose products are made", "Quince Health");
            choose(admin, "Partner: who makes them", "Rowan Makers");
            admin.button("Add").click();
            assertThat(admin.heading("People of Quince and Rowan")).isVisible();
            assertThat(admin.text("Everybody of the company is on it.")).isVisible();

            String link = invite(admin, "quince-health", "Quentin Ops", "quentin@quince.example");
            accept(link, "Welcome, Quentin Ops");
            admin.opens("/p/quince-and-rowan/people");
            putOn(admin, "Quince Health", "Quentin Ops", "Operations");
            assertThat(admin.text("quentin@quince.example")).isVisible();
        }
        try (Visitor ops = browsers.visitor(house.house().address(), Screen.DESK)) {
            ops.opens("/p/quince-and-rowan").signsIn("quentin@quince.example", PASSWORD);
            assertThat(ops.text("Draft")).isVisible();
            ops.opens("/p/quince-and-rowan/people").link("Define a KPI").click();
            ops.page().getByLabel("Name").fill("On-time delivery");
            choose(ops, "On the page", "The goal");
            ops.page().getByLabel("Decimals shown").fill("9");
            ops.button("Define it and propose its target").click();
            assertThat(ops.text("Give a number from 0 to 6.")).isVisible();
            ops.page().getByLabel("Decimals shown").fill("1");
            ops.button("Define it and propose its target").click();
            assertThat(ops.heading("On-time delivery")).isVisible();
            goalsPage = URI.create(ops.page().url()).getPath();
            ops.button("Propose a target").first().click();
            ops.page()
                    .getByLabel("Target", new Page.GetByLabelOptions().setExact(true))
                    .fill("95");
            ops.page().getByLabel("Red below").fill("90");
            ops.page().getByLabel("Why?").fill("what both sides agreed on");
            ops.button("Propose").last().click();
            assertThat(ops.text("Target proposed.")).isVisible();
        }
        assertThat(goalsPage).isEqualTo("/p/quince-and-rowan/kpis/on-time-delivery");
    }

    @Test
    void a_leader_looks_after_own_people_and_who_is_marked_as_gone_is_out_within_two_seconds() {
        Partnership partnership = World.another(house.api(), "sloe", "Sloe");
        Caller leaving = partnership.signIn(house.api(), Seat.PARTNER_OPS);
        try (Visitor leader = browsers.visitor(house.house().address(), Screen.DESK)) {
            leader.opens("/p/sloe/people").signsIn(partnership, Seat.PARTNER_LEADER);
            assertThat(leader.text("Sloe owner ops")).isVisible();
            assertThat(leader.page().getByText("@people.example")).hasCount(3);
            assertThat(leader.button("Take off: Sloe owner ops")).hasCount(0);
            assertThat(leader.heading("Ingestion tokens")).hasCount(0);
            choose(leader, "Role of Sloe partner viewer", "Operations");
            assertThat(leader.button("Role of Sloe partner viewer")).containsText("Operations");
            leader.button("Take off: Sloe partner viewer").click();
            leader.page().getByLabel("Why?").fill("moved to another plant");
            leader.button("Take off").last().click();
            assertThat(leader.button("Take off: Sloe partner viewer")).hasCount(0);

            leader.link("All people of the company").click();
            assertThat(leader.heading("People of Sloe Works")).isVisible();
            assertThat(isOn(leaving)).isTrue();
            leader.button("Mark as gone: Sloe partner ops").click();
            leader.page().getByLabel("Why?").fill("left the company");
            leader.button("Mark as gone").last().click();

            assertThat(leader.text("gone since")).isVisible();
            Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> !isOn(leaving));
            leader.opens("/administration");
            assertThat(leader.heading("There is no such page")).isVisible();
        }
        try (Visitor reader = browsers.visitor(house.house().address(), Screen.DESK)) {
            reader.opens("/p/sloe/people").signsIn(partnership, Seat.OWNER_OPS);
            assertThat(reader.text("Sloe partner leader")).isVisible();
            assertThat(reader.button("Take off")).hasCount(0);
            reader.opens("/people");
            assertThat(reader.heading("There is no such page")).isVisible();
            reader.opens("/p/" + partnership.slug() + "/define");
            assertThat(reader.heading("Define a KPI")).isVisible();
        }
    }

    @Test
    void a_token_is_shown_once_records_and_is_revoked() {
        Partnership partnership = World.another(house.api(), "tupelo", "Tupelo");
        try (Visitor admin = browsers.visitor(house.house().address(), Screen.DESK)) {
            admin.opens("/p/tupelo/people").signsIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD);
            admin.page().getByLabel("What for?").fill("the mill");
            admin.button("Make a token").click();
            String secret = admin.page().locator("code").innerText();
            assertThat(secret).startsWith("dbt_");
            Caller plant = house.api().token(secret);
            assertThat(record(plant, partnership)).isEqualTo(200);

            admin.opens("/p/tupelo/people");
            assertThat(admin.text("the mill")).isVisible();
            assertThat(admin.page().getByText(secret)).hasCount(0);
            admin.button("Revoke: the mill").click();
            admin.page().getByLabel("Why?").fill("a new one is in place");
            admin.button("Revoke").last().click();

            assertThat(admin.text("revoked")).isVisible();
            Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> record(plant, partnership) == 401);
        }
    }

    @Test
    void a_forgotten_password_gets_the_same_answer_for_everybody_and_a_link_works_once() {
        try (Visitor nobody = browsers.visitor(house.house().address(), Screen.PHONE)) {
            for (String email : List.of(TestHouse.ADMIN_EMAIL, "nobody@people.example")) {
                nobody.opens("/sign-in");
                nobody.link("Forgot the password?").click();
                nobody.page().getByLabel("E-mail").fill(email);
                nobody.button("Send me a link").click();
                assertThat(nobody.text("If somebody signs in with this address"))
                        .isVisible();
            }
            assertThat(Axe.violations(nobody.page())).isEmpty();
            nobody.opens("/welcome#never-was");
            assertThat(nobody.text("This link was used before")).isVisible();
            assertThat(Axe.violations(nobody.page())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void every_page_of_the_administration_is_accessible_and_fits(Screen screen) {
        try (Visitor admin = browsers.visitor(house.house().address(), screen)) {
            admin.opens("/administration").signsIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD);
            for (String path : List.of("/administration", "/people", "/p/alder/people", "/p/alder/define")) {
                admin.opens(path);
                assertThat(admin.page().locator("main h1").first()).isVisible();
                assertThat(admin.page().locator("[aria-busy=true]")).hasCount(0);
                assertThat(Axe.violations(admin.page())).as(path).isEmpty();
                assertThat((Boolean) admin.page()
                                .evaluate(
                                        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("%s fits", path)
                        .isTrue();
            }
        }
    }

    private static void company(Visitor admin, String name) {
        admin.button("New company").click();
        admin.page().getByLabel("Name").fill(name);
        admin.button("Add").click();
        assertThat(admin.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(admin.text(name)).isVisible();
    }

    /** Gives the path of the link that would be mailed. */
    private static String invite(Visitor admin, String company, String name, String email) {
        admin.opens("/people?company=" + company);
        admin.button("Invite somebody").click();
        admin.page().getByLabel("Name").fill(name);
        admin.page().getByLabel("E-mail").fill(email);
        admin.button("Invite").last().click();
        String address = admin.page().getByRole(AriaRole.DIALOG).locator("code").innerText();
        admin.button("Done").click();
        assertThat(admin.text("invited until")).isVisible();
        return address.substring(address.indexOf("/welcome#"));
    }

    private void accept(String link, String greeting) {
        try (Visitor invited = browsers.visitor(house.house().address(), Screen.PHONE)) {
            invited.opens(link);
            assertThat(invited.heading(greeting)).isVisible();
            assertThat(Axe.violations(invited.page())).isEmpty();
            assertThat(invited.page().url()).doesNotContain("#");
            invited.page()
                    .getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                    .fill(PASSWORD);
            invited.page().getByLabel("New password again").fill(PASSWORD);
            invited.button("Set the password").click();
            assertThat(invited.text("Your password is set.")).isVisible();
        }
        try (Visitor late = browsers.visitor(house.house().address(), Screen.PHONE)) {
            late.opens(link);
            assertThat(late.text("This link was used before")).isVisible();
        }
    }

    private static void putOn(Visitor admin, String company, String person, String role) {
        Locator side = admin.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(company));
        pick(admin, side.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Person")), person);
        pick(
                admin,
                side.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Role"))
                        .last(),
                role);
        side.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Put on the partnership"))
                .click();
    }

    private static void choose(Visitor visitor, String label, String option) {
        pick(visitor, visitor.button(label).first(), option);
    }

    private static void pick(Visitor visitor, Locator button, String option) {
        button.click();
        visitor.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .first()
                .click();
    }

    private static boolean isOn(Caller caller) {
        return !caller.graphql("{ viewer { administrator } }", Map.of())
                .getAsJsonObject("data")
                .get("viewer")
                .isJsonNull();
    }

    private static int record(Caller plant, Partnership partnership) {
        return plant.post(
                        "mutation M($input: RecordMeasurementsInput!) {"
                                + " recordMeasurements(input: $input) { recordedCount userErrors { code } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "partnership", partnership.slug(),
                                        "measurements", List.of(),
                                        "requestId", "tupelo-" + System.nanoTime())))
                .statusCode();
    }
}
