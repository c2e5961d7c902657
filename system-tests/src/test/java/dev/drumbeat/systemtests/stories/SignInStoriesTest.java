package dev.drumbeat.systemtests.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.stories.Browsers.Screen;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.World;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({SharedHouse.class, Browsers.Extension.class})
class SignInStoriesTest {
    private final TestHouse house;
    private final World world;
    private final Browsers browsers;

    SignInStoriesTest(TestHouse house, World world, Browsers browsers) {
        this.house = house;
        this.world = world;
        this.browsers = browsers;
    }

    @Test
    void a_person_signs_in_sees_their_own_partnerships_only_and_signs_out() {
        try (Visitor visitor = browsers.visitor(house.house().address(), Screen.DESK)) {
            visitor.opens("/").signsIn(world.alder(), Seat.PARTNER_OPS);

            assertThat(visitor.heading("Partnerships")).isVisible();
            assertThat(visitor.link(world.alder().displayName())).isVisible();
            assertThat(visitor.page().getByText(World.CANARY)).hasCount(0);

            visitor.button(world.alder().words() + " partner ops").click();
            visitor.page().getByText("Sign out").click();
            assertThat(visitor.page().getByLabel("Password")).isVisible();
            visitor.opens("/");
            assertThat(visitor.page().getByLabel("Password")).isVisible();
        }
    }

    @Test
    void a_wrong_password_is_said_without_saying_who_exists() {
        try (Visitor visitor = browsers.visitor(house.house().address(), Screen.DESK)) {
            visitor.opens("/");
            for (String email : new String[] {"alder-owner-viewer@people.example", "nobody@people.example"}) {
                visitor.page().getByLabel("E-mail").fill(email);
                visitor.page().getByLabel("Password").fill("not the password");
                visitor.button("Sign in").click();
                assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("E-mail or password is wrong.");
            }
        }
    }

    @Test
    void a_deep_link_leads_through_the_sign_in_to_the_page_it_names() {
        try (Visitor visitor = browsers.visitor(house.house().address(), Screen.DESK)) {
            visitor.opens("/p/" + world.alder().slug()).signsIn(world.alder(), Seat.OWNER_LEADER);

            assertThat(visitor.page()).hasURL(Pattern.compile(".*/p/alder$"));
            assertThat(visitor.heading(world.alder().displayName())).isVisible();
        }
    }

    @Test
    void a_partnership_of_others_and_one_that_never_was_are_the_same_page() {
        try (Visitor visitor = browsers.visitor(house.house().address(), Screen.DESK)) {
            visitor.opens("/p/" + world.birch().slug()).signsIn(world.alder(), Seat.OWNER_LEADER);
            String foreign = visitor.page().locator("main h1").innerText();
            visitor.opens("/p/qqmissin-birch");
            assertThat(visitor.page().locator("main h1")).hasText(foreign);
        }
    }
}
