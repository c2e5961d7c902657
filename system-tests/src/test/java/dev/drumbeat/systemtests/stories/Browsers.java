package dev.drumbeat.systemtests.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    private record Running(Playwright playwright, Browsers browsers) implements AutoCloseable {
        static Running start() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
            return new Running(playwright, new Browsers(browser));
        }

        @Override
        public void close() {
            playwright.close();
        }

        private static Path executable() {
            Optional<Path> configured =
                    Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
            return configured
                    .or(Running::onPath)
                    .orElseThrow(() ->
                            new IllegalStateException("no Chromium on the PATH: install it, or set CHROMIUM to it"));
        }

        private static Optional<Path> onPath() {
            return Stream.of("chromium", "chromium-browser", "google-chrome")
                    .flatMap(name -> Arrays.stream(
                                    System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                            .map(directory -> Path.of(directory, name)))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
