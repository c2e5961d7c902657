package dev.drumbeat.systemtests.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.drumbeat.systemtests.browser.Chromium;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Setup;
import java.util.ArrayList;
import java.util.List;

/**
 * What the portfolio costs the one who looks at it. Times are the browser's own, in milliseconds.
 *
 * @param page what was looked at
 * @param lines of the table on one page
 * @param firstPaint from the opening to the first content that is painted
 * @param shown from the opening to the lines
 * @param interaction from a key or click to the next frame, the longest of them; no less than what a browser tells of, 16
 */
record PageCost(String page, int lines, double firstPaint, double shown, double interaction) {
    static final int OPENINGS = 5;
    private static final int WIDTH = 1_440;
    private static final int HEIGHT = 900;
    private static final double LEAST_TOLD = 16;
    private static final String LINE = "[data-row-link]";
    private static final String NOTE_FIRST_LINE = """
            new MutationObserver((changes, observer) => {
              if (document.querySelector('[data-row-link]') === null) return;
              window.firstLineAt = performance.now();
              observer.disconnect();
            }).observe(document, { childList: true, subtree: true });
            """;
    private static final String WATCH = """
            window.longest = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) window.longest = Math.max(window.longest, entry.duration);
            }).observe({ type: 'event', durationThreshold: 16 });
            """;

    static PageCost of(TestHouse house, BenchData data) {
        try (Chromium chromium = Chromium.start();
                BrowserContext person = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setBaseURL(house.house().address().toString())
                                .setViewportSize(WIDTH, HEIGHT)
                                .setLocale("en-GB"))) {
            Page page = person.newPage();
            page.navigate("/");
            page.getByLabel("E-mail").fill(Setup.email(data.leader()));
            page.getByLabel("Password").fill(Partnership.PASSWORD);
            button(page, "Sign in").click();
            page.waitForSelector(LINE);
            page.addInitScript(NOTE_FIRST_LINE);
            List<Double> paints = new ArrayList<>();
            List<Double> shown = new ArrayList<>();
            for (int i = 0; i < OPENINGS; i++) {
                page.navigate("/");
                page.waitForSelector(LINE);
                shown.add(number(page, "window.firstLineAt"));
                paints.add(number(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime"));
            }
            int lines = page.locator(LINE).count();
            return new PageCost(
                    "portfolio of %,d partnerships".formatted(data.partnerships()),
                    lines,
                    median(paints),
                    median(shown),
                    interaction(page));
        }
    }

    private static double interaction(Page page) {
        page.evaluate(WATCH);
        page.keyboard().press("/");
        page.keyboard().type("partnership");
        Locator status =
                page.getByRole(AriaRole.TOOLBAR).getByRole(AriaRole.BUTTON).first();
        for (String pressed : List.of("true", "false")) {
            status.click();
            page.waitForSelector("[role=toolbar] button[aria-pressed=" + pressed + "]");
        }
        page.getByText("Oldest data", new Page.GetByTextOptions().setExact(true))
                .click();
        page.getByText("Worst first", new Page.GetByTextOptions().setExact(true))
                .click();
        page.waitForSelector(LINE);
        // The browser tells of an interaction some frames later.
        page.evaluate(
                "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200))))");
        return Math.max(LEAST_TOLD, number(page, "window.longest"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
