package dev.drumbeat.systemtests.stories;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The page of a meeting, as a visitor has it before them. */
record MeetingPage(Visitor visitor) {
    Locator agenda() {
        return visitor.page().locator("section[aria-label=Agenda]");
    }

    /** The items of the agenda, in their order. */
    Locator rows() {
        return agenda().locator("button[data-item]");
    }

    Locator row(String title) {
        Locator words = visitor.page().getByText(title, new Page.GetByTextOptions().setExact(true));
        return rows().filter(new Locator.FilterOptions().setHas(words));
    }

    /** What is talked about. */
    Locator subject() {
        return visitor.page().getByRole(AriaRole.ARTICLE);
    }

    Locator note() {
        return visitor.page().getByLabel("What was said");
    }

    /** What was decided and promised. */
    Locator outcomes() {
        return visitor.page().locator("section[aria-label='Decisions and commitments'] li");
    }

    void adds(String title) {
        visitor.page().getByLabel("Add to the agenda").fill(title);
        visitor.button("Add the item").click();
    }
}
