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
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.World;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person looks after their own account. */
@ExtendWith({SharedHouse.class, Browsers.Extension.class})
class AccountStoriesTest {
    private static final String PASSWORD = "Quiet-Harbour-4711-Lantern";
    private static final String NEXT = "Louder-Harbour-4712-Lantern";

    private final TestHouse house;
    private final Browsers browsers;

    AccountStoriesTest(TestHouse house, Browsers browsers) {
        this.house = house;
        this.browsers = browsers;
    }

    @Test
    void a_forgotten_session_is_ended_and_is_over_within_two_seconds() {
        String email = person("sessions-sage");
        Caller forgotten = house.api().signIn(email, PASSWORD);
        try (Visitor visitor = browsers.visitor(house.house().address(), Screen.DESK)) {
            visitor.opens("/").signsIn(email, PASSWORD).opens("/my/account");
            Locator sessions = visitor.page()
                    .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Where you are signed in"));
            assertThat(sessions.getByRole(AriaRole.LISTITEM)).hasCount(2);
            assertThat(sessions.getByRole(AriaRole.LISTITEM).first()).containsText("this one");
            assertThat(isSignedIn(forgotten)).isTrue();

            sessions.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End the session"))
                    .click();

            assertThat(sessions.getByRole(AriaRole.LISTITEM)).hasCount(1);
            Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> !isSignedIn(forgotten));
            visitor.opens("/");
            assertThat(visitor.page().getByLabel("Password")).hasCount(0);
        }
    }

    @Test
    void a_new_password_signs_out_everywhere_else() {
        String email = person("password-pine");
        Caller elsewhere = house.api().signIn(email, PASSWORD);
        try (Visitor visitor = browsers.visitor(house.house().address(), Screen.PHONE)) {
            visitor.opens("/").signsIn(email, PASSWORD);
            visitor.button("password-pine").click();
            visitor.page()
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("My account"))
                    .click();
            visitor.page().getByLabel("Password until now").fill("something else");
            visitor.page()
                    .getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                    .fill(NEXT);
            visitor.page().getByLabel("New password again").fill(NEXT + "?");
            visitor.button("Change the password").click();
            assertThat(visitor.text("These two differ.")).isVisible();
            visitor.page().getByLabel("New password again").fill(NEXT);
            visitor.button("Change the password").click();
            assertThat(visitor.text("This is not your current password.")).isVisible();

            visitor.page().getByLabel("Password until now").fill(PASSWORD);
            visitor.button("Change the password").click();

            assertThat(visitor.text("Password changed.")).isVisible();
            Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> !isSignedIn(elsewhere));
            visitor.opens("/my/account");
            assertThat(visitor.heading("My account")).isVisible();
            assertThat(isSignedIn(house.api().signIn(email, NEXT))).isTrue();
        }
    }

    private String person(String id) {
        Setup setup = new Setup(house.api().signIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD));
        setup.person(id, id, World.OWNER, PASSWORD);
        return Setup.email(id);
    }

    private static boolean isSignedIn(Caller caller) {
        return !caller.graphql("{ viewer { administrator } }", Map.of())
                .getAsJsonObject("data")
                .get("viewer")
                .isJsonNull();
    }
}
