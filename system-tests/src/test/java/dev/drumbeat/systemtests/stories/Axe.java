package dev.drumbeat.systemtests.stories;

import com.microsoft.playwright.Page;
import dev.drumbeat.systemtests.house.TestHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Deque's accessibility rules, the version that the page's own packages pin. */
final class Axe {
    private static final Path SOURCE = Path.of("web-ui/node_modules/axe-core/axe.min.js");

    private static final String RUN = """
            async () => {
              const { violations } = await axe.run(document, { resultTypes: ["violations"] });
              return violations.flatMap(({ id, help, nodes }) =>
                nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}: ${node.failureSummary ?? ""}`));
            }""";

    private Axe() {}

    /** What is wrong with the page as it is shown now, one line each. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        try {
            page.evaluate(Files.readString(TestHouse.projectRoot().resolve(SOURCE)));
            return (List<String>) page.evaluate(RUN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
