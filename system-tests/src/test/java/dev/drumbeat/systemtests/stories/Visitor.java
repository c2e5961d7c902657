package dev.drumbeat.systemtests.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;

/** A person in front of a browser. */
final class Visitor implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;

    Visitor(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
    }

    Page page() {
        return page;
    }

    /** Opens an address of the page; the visitor may be led to the sign-in first. */
    Visitor opens(String path) {
        page.navigate(path);
        return this;
    }

    Visitor signsIn(Partnership partnership, Seat seat) {
        return signsIn(Setup.email(partnership.person(seat)), Partnership.PASSWORD);
    }

    /** Fills in the form that is shown, and waits until it is gone. */
    Visitor signsIn(String email, String password) {
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.getByLabel("Password")).hasCount(0);
        return this;
    }

    Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }

    Locator link(String text) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text));
    }

    Locator button(String text) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text));
    }

    Locator text(String text) {
        return page.getByText(text)
                .filter(new Locator.FilterOptions().setVisible(true))
                .first();
    }

    /** Counts from now on how often this visitor clicks. */
    Visitor countsClicks() {
        page.evaluate("() => { window.clicked = 0;"
                + " addEventListener('click', (event) => { if (event.isTrusted) window.clicked += 1; }, true); }");
        return this;
    }

    int clicks() {
        return (Integer) page.evaluate("() => window.clicked");
    }

    /** Waits until the page says that it follows changes. */
    Visitor isLive() {
        assertThat(page.getByRole(AriaRole.STATUS)
                        .filter(new Locator.FilterOptions().setHasText("Live"))
                        .first())
                .isVisible();
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
