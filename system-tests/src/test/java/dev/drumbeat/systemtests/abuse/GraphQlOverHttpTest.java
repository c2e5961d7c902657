package dev.drumbeat.systemtests.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.house.GatewayBeside;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The audits of the npm package {@code graphql-http} for the GraphQL-over-HTTP specification, against a real gateway with the
 * real services behind it. It runs in the development profile, because some audits ask for the schema, and as nobody, because
 * no audit asks for anything that needs a person: so neither a session nor the page's token is in the way, and nothing between
 * the audits and the gateway helps either of them.
 */
@ExtendWith(SharedHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphQlOverHttpTest {
    /** The specification leaves these to the server, and ours answers nothing by GET: what is asked stands in no log. */
    private static final Set<String> LEFT_OUT = Set.of("5A70", "D6D5", "6A70");

    /** @param status ok, notice (a MAY that is not used), warn (a SHOULD that is broken) or error (a MUST that is broken) */
    private record Audit(String id, String name, String status, String reason) {}

    private final GatewayBeside gateway;

    GraphQlOverHttpTest(TestHouse house) {
        this.gateway = GatewayBeside.start(house, "audits", Map.of("SPRING_PROFILES_ACTIVE", "development"));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void the_schema_is_told_in_development_but_not_in_circles() {
        Caller nobody = gateway.api().nobody();
        assertThat(nobody.graphql("{ __schema { types { name } } }", Map.of()).has("errors"))
                .isFalse();
        String circles = "{ __schema { types { " + "fields { type { ".repeat(6) + "name" + " } }".repeat(6) + " } } }";
        new Refusals().refusedDocument(nobody, circles, Map.of(), "QUERY_TOO_LARGE|GRAPHQL_VALIDATION_FAILED");
    }

    @TestFactory
    Stream<DynamicTest> every_audit_is_passed() throws IOException, InterruptedException {
        List<Audit> audits = audits();
        return Stream.concat(
                audits.stream()
                        .map(audit -> DynamicTest.dynamicTest(
                                audit.id() + " " + audit.name(),
                                () -> assertThat(audit.status())
                                        .as(audit.reason())
                                        .isEqualTo(LEFT_OUT.contains(audit.id()) ? "notice" : "ok"))),
                Stream.of(DynamicTest.dynamicTest("none is missing", () -> {
                    assertThat(audits).hasSizeGreaterThan(60);
                    assertThat(audits.stream().map(Audit::id).collect(Collectors.toSet()))
                            .containsAll(LEFT_OUT);
                })));
    }

    private List<Audit> audits() throws IOException, InterruptedException {
        Path root = TestHouse.projectRoot();
        Process process = new ProcessBuilder(
                        node(root),
                        root.resolve("system-tests/src/test/js/graphql-over-http.mjs")
                                .toString(),
                        root.resolve("web-ui").toString(),
                        gateway.address().resolve("/graphql").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("exit status of the audits").isZero();
        return new Gson().fromJson(found, new TypeToken<List<Audit>>() {}.getType());
    }

    /** The page's own, which its build installs. */
    private static String node(Path root) {
        Path installed = root.resolve("web-ui/.tools/node/node");
        return Files.isExecutable(installed) ? installed.toString() : "node";
    }
}
