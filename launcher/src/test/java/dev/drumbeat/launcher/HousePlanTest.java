package dev.drumbeat.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HousePlanTest {
    @TempDir
    Path root;

    @BeforeEach
    void pretendThatEverythingIsBuilt() throws IOException {
        List<String> modules = Stream.concat(
                        Stream.of(ProcessTable.STORE, ProcessTable.GATEWAY), ProcessTable.SERVICES.stream())
                .map(ProcessSpec::module)
                .toList();
        for (String module : modules) {
            Path lib = Files.createDirectories(root.resolve(module).resolve("target/lib"));
            Files.writeString(lib.resolve("library-1.0.jar"), "library");
            Files.writeString(lib.resolveSibling(module.replace('/', '-') + "-0.1.jar"), module);
        }
    }

    @Test
    void the_store_comes_first_and_the_gateway_last() {
        assertThat(names(Map.of())).startsWith("store", "partners").endsWith("gateway");
    }

    @Test
    void a_configured_store_is_used_and_none_is_started() {
        HousePlan plan = plan(Map.of("MONGODB_URI", "mongodb://db.example/"));

        assertThat(names(Map.of("MONGODB_URI", "mongodb://db.example/"))).doesNotContain("store");
        assertThat(plan.settings()).containsEntry("MONGODB_URI", "mongodb://db.example/");
    }

    @Test
    void a_mongod_on_the_path_is_preferred_to_the_embedded_store() throws IOException {
        Path directory = Files.createDirectories(root.resolve("bin"));
        Path binary = Files.writeString(directory.resolve("mongod"), "");
        assertThat(binary.toFile().setExecutable(true)).isTrue();

        PlannedProcess store =
                plan(Map.of("PATH", directory.toString())).processes().getFirst();

        assertThat(store.command().get()).startsWith(binary.toString()).contains("--bind_ip", "127.0.0.1");
    }

    @Test
    void an_offset_moves_every_port_and_every_address() {
        HousePlan plan = plan(Map.of("DRUMBEAT_PORT_OFFSET", "700"));

        assertThat(plan.processes()).extracting(PlannedProcess::port).contains(27_817, 50_751, 50_752, 8_780);
        assertThat(plan.settings()).containsEntry("DRUMBEAT_PARTNERS_ADDRESS", "dns:///127.0.0.1:50751");
        assertThat(plan.mongodbUri()).contains("127.0.0.1:27817");
    }

    @Test
    void others_can_be_sent_through_something_that_stands_between() {
        HousePlan plan =
                plan(Map.of("DRUMBEAT_KPIS_REACHED_BY_PORT", "21001", "DRUMBEAT_STORE_REACHED_BY_PORT", "21002"));

        assertThat(plan.settings()).containsEntry("DRUMBEAT_KPIS_ADDRESS", "dns:///127.0.0.1:21001");
        assertThat(plan.mongodbUri()).contains("127.0.0.1:21002");
        assertThat(plan.processes()).extracting(PlannedProcess::port).contains(27_117, 50_052);
    }

    @Test
    void a_second_replica_is_the_same_process_on_a_port_of_its_own() {
        List<PlannedProcess> actions = plan(Map.of("DRUMBEAT_ACTIONS_REPLICAS", "2")).processes().stream()
                .filter(process -> process.name().startsWith("actions"))
                .toList();
        assertThat(actions).extracting(PlannedProcess::name).containsExactly("actions", "actions-2");
        assertThat(actions).extracting(PlannedProcess::port).containsExactly(50_053, 50_153);
        assertThat(actions)
                .extracting(process -> process.environment().get("DRUMBEAT_SIGNING_KEY"))
                .allMatch(key -> key.endsWith("actions.private.jwk"));
    }

    @Test
    void every_process_answers_its_operator_on_a_port_of_its_own() {
        HousePlan plan = plan(Map.of("DRUMBEAT_PORT_OFFSET", "700", "DRUMBEAT_KPIS_REPLICAS", "2"));

        assertThat(plan.processes().stream()
                        .map(process -> process.environment().get("DRUMBEAT_OPERATOR_PORT")))
                .containsExactly(null, "9751", "9752", "9852", "9753", "9754", "9755", "9750");
    }

    @Test
    void one_port_can_be_chosen_alone() {
        assertThat(plan(Map.of("DRUMBEAT_GATEWAY_PORT", "9090"))
                        .processes()
                        .getLast()
                        .port())
                .isEqualTo(9090);
    }

    @Test
    void the_first_administrator_gets_a_password_that_is_drawn_once_and_kept() {
        String drawn = plan(Map.of()).settings().get("DRUMBEAT_ADMIN_PASSWORD");

        assertThat(drawn)
                .hasSizeGreaterThan(20)
                .isEqualTo(plan(Map.of()).settings().get("DRUMBEAT_ADMIN_PASSWORD"));
        assertThat(plan(Map.of("DRUMBEAT_ADMIN_EMAIL", "a@b.example", "DRUMBEAT_ADMIN_PASSWORD", "chosen"))
                        .settings())
                .containsEntry("DRUMBEAT_ADMIN_PASSWORD", "chosen");
    }

    @Test
    void a_number_that_is_none_is_refused_by_name() {
        assertThatThrownBy(() -> plan(Map.of("DRUMBEAT_PORT_OFFSET", "many")))
                .isInstanceOf(HouseException.class)
                .hasMessage("DRUMBEAT_PORT_OFFSET is a number, not \"many\".");
    }

    @Test
    void a_program_that_is_not_built_says_so() {
        HousePlan plan = plan(Map.of());

        assertThatThrownBy(() -> plan.tool("demo", "demo", "Main", List.of()))
                .hasMessage("demo is not built. Run \"make build\" first.");
    }

    @Test
    void building_again_does_not_touch_what_runs() throws IOException {
        Programs programs = plan(Map.of()).programs();
        Path before = programs.classPath("gateway").getFirst();

        Path built = root.resolve("gateway/target/gateway-0.1.jar");
        Files.writeString(built, "a newer gateway");

        assertThat(before).hasContent("gateway");
        assertThat(programs.classPath("gateway").getFirst()).hasContent("a newer gateway");
    }

    @Test
    void a_program_starts_with_what_was_learned_of_exactly_this_build() throws IOException {
        HousePlan plan = plan(Map.of());
        Path cache = StartCaches.of(root).cache(plan.program(ProcessTable.GATEWAY), plan.flags(ProcessTable.GATEWAY));
        assertThat(command("gateway", Map.of())).noneMatch(word -> word.startsWith("-XX:AOT"));
        Files.createDirectories(cache.getParent());
        Files.writeString(cache, "learned");

        assertThat(command("gateway", Map.of())).contains("-XX:AOTCache=" + cache);
        assertThat(command("kpis", Map.of())).noneMatch(word -> word.startsWith("-XX:AOT"));
        assertThat(command("gateway", Map.of("DRUMBEAT_GATEWAY_JAVA_OPTIONS", "-Xmx1g")))
                .noneMatch(word -> word.startsWith("-XX:AOT"));

        Files.writeString(root.resolve("gateway/target/gateway-0.1.jar"), "a newer gateway");

        assertThat(command("gateway", Map.of())).noneMatch(word -> word.startsWith("-XX:AOT"));
    }

    @Test
    void a_house_that_is_learned_from_writes_down_how_each_program_starts() {
        assertThat(command("kpis", Map.of(HousePlan.START_CACHES_SETTING, "record")))
                .contains("-XX:AOTMode=record")
                .anyMatch(word -> word.startsWith("-XX:AOTConfiguration=" + root));
    }

    private List<String> command(String process, Map<String, String> environment) {
        return plan(environment).processes().stream()
                .filter(planned -> planned.name().equals(process))
                .findFirst()
                .orElseThrow()
                .command()
                .get();
    }

    private List<String> names(Map<String, String> environment) {
        return plan(environment).processes().stream().map(PlannedProcess::name).toList();
    }

    private HousePlan plan(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(Map.of("PATH", ""));
        all.putAll(environment);
        return new HousePlan(HouseOptions.fromEnvironment(root, all));
    }
}
