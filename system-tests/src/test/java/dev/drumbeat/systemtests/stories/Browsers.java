package dev.drumbeat.systemtests.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.drumbeat.systemtests.browser.Chromium;
import java.net.URI;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The machine's own Chromium, one for all stories of a run; each visitor has a profile of their own. */
record Browsers(Browser browser) {
    /** How a visitor looks at the page. */
    enum Screen {
        DESK(1440, 900, ColorScheme.LIGHT),
        DARK_DESK(1440, 900, ColorScheme.DARK),
        PHONE(390, 844, ColorScheme.LIGHT);

        private final int width;
        private final int height;
        private final ColorScheme colours;

        Screen(int width, int height, ColorScheme colours) {
            this.width = width;
            this.height = height;
            this.colours = colours;
        }
    }

    Visitor visitor(URI address, Screen screen) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address.toString())
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(screen.colours)
                .setLocale("en-GB")
                .setTimezoneId("UTC"));
        return new Visitor(context);
    }

    /** Starts the browser with the first story and ends it after the last. */
    static final class Extension implements ParameterResolver {
        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Extension.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Browsers.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent("browser", key -> Running.start(), Running.class)
                    .browsers();
        }
    }

    private static final double PATIENCE_MILLIS = 15_000;

    private record Running(Chromium chromium, Browsers browsers) implements AutoCloseable {
        static Running start() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            Chromium chromium = Chromium.start();
            return new Running(chromium, new Browsers(chromium.browser()));
        }

        @Override
        public void close() {
            chromium.close();
        }
    }
}
