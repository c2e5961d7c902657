package dev.drumbeat.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ManifestsTest {
    private static final Path K8S = Path.of("").toAbsolutePath();
    private static final List<String> STORES = List.of("mongodb-operator", "mongodb-external");

    private Manifests prod = new Manifests(List.of());

    @BeforeAll
    void render() {
        prod = Manifests.rendered(K8S.resolve("overlays/prod"));
    }

    static Stream<String> overlays() {
        return Stream.of("local", "prod");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_overlay_keeps_every_rule(String overlay) {
        keepsEveryRule(Manifests.rendered(K8S.resolve("overlays").resolve(overlay)));
    }

    /** A store is needed, everything else may be there or not. */
    static Stream<List<String>> combinations() {
        List<String> others;
        try (Stream<Path> components = Files.list(K8S.resolve("components"))) {
            others = components
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !STORES.contains(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        List<List<String>> combinations = new ArrayList<>();
        for (String store : STORES) {
            for (int chosen = 0; chosen < 1 << others.size(); chosen++) {
                List<String> combination = new ArrayList<>(List.of(store));
                for (int i = 0; i < others.size(); i++) {
                    if ((chosen & 1 << i) != 0) {
                        combination.add(others.get(i));
                    }
                }
                combinations.add(combination);
            }
        }
        return combinations.stream();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void every_combination_of_components_keeps_every_rule(List<String> components) throws IOException {
        keepsEveryRule(rendered(components));
    }

    private static Manifests rendered(List<String> components) throws IOException {
        Path overlay = Files.createTempDirectory(Files.createDirectories(K8S.resolve("target")), "overlay");
        StringBuilder kustomization = new StringBuilder("""
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: drumbeat
                resources: [../../base, ../../overlays/prod/namespace.yaml]
                components:
                """);
        components.forEach(name ->
                kustomization.append("  - ../../components/").append(name).append('\n'));
        kustomization.append("images:\n");
        Stream.of("partners", "kpis", "actions", "incentives", "cadence", "gateway")
                .forEach(name -> kustomization
                        .append("  - {name: drumbeat/")
                        .append(name)
                        .append(", newTag: 0.1.0}\n"));
        // kubectl reads no file from outside the kustomization's own directory.
        Files.copy(K8S.resolve("overlays/prod/namespace.yaml"), overlay.resolve("namespace.yaml"));
        Files.writeString(
                overlay.resolve("kustomization.yaml"),
                kustomization.toString().replace("../../overlays/prod/namespace.yaml", "namespace.yaml"));

        return Manifests.rendered(overlay);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cadence", "partners"})
    void a_mail_server_is_named_by_a_secret_to_those_who_mail_and_only_they_may_reach_it(String sender)
            throws IOException {
        Manifests house = rendered(List.of("mongodb-external", "mail"));
        String guide = Files.readString(K8S.resolve("README.md"));

        List<JsonNode> settings = Manifests.containers(house.one("Deployment", sender))
                .flatMap(container -> Manifests.each(container.path("env")))
                .filter(variable -> variable.path("name").asText().startsWith("DRUMBEAT_MAIL_"))
                .toList();
        assertThat(settings)
                .extracting(variable -> variable.path("name").asText())
                .containsExactlyInAnyOrder(
                        "DRUMBEAT_MAIL_HOST",
                        "DRUMBEAT_MAIL_PORT",
                        "DRUMBEAT_MAIL_USER",
                        "DRUMBEAT_MAIL_PASSWORD",
                        "DRUMBEAT_MAIL_FROM",
                        "DRUMBEAT_MAIL_START_TLS");
        assertThat(settings).allSatisfy(variable -> {
            JsonNode secret = variable.path("valueFrom").path("secretKeyRef");
            assertThat(secret.path("name").asText()).isEqualTo("mail");
            assertThat(guide).contains("`" + secret.path("key").asText() + "`");
        });
        assertThat(Rule.MAIL_GOES_ITS_WAY.findings(house.without("NetworkPolicy", sender + "-reaches-the-mail-server")))
                .containsExactly("Deployment " + sender);
        ObjectNode everybody = house.one("NetworkPolicy", sender + "-reaches-the-mail-server");
        everybody.withObject("/spec/podSelector/matchLabels").removeAll().put("drumbeat.dev/grpc", "true");
        assertThat(Rule.MAIL_GOES_ITS_WAY.findings(house))
                .contains("Deployment kpis")
                .doesNotContain("Deployment " + sender);
    }

    private static void keepsEveryRule(Manifests manifests) {
        assertThat(manifests.of("Deployment").map(Manifests::name))
                .containsExactlyInAnyOrder("partners", "kpis", "actions", "incentives", "cadence", "gateway");
        for (Rule rule : Rule.values()) {
            assertThat(rule.findings(manifests)).as(rule.name()).isEmpty();
        }
    }

    /** Each rule is broken once at kpis, and must be found by its name. */
    @ParameterizedTest
    @EnumSource(Rule.class)
    void breaking_a_rule_is_found_by_that_rule(Rule rule) {
        Manifests broken = broken(rule);

        assertThat(rule.findings(broken)).as(rule.name()).isNotEmpty();
    }

    private Manifests broken(Rule rule) {
        return switch (rule) {
            case KNOWN_FIELDS_ONLY -> container(kpis -> kpis.put("replica", 2));
            case NON_ROOT -> pod(kpis -> kpis.withObject("/securityContext").put("runAsUser", 0));
            case SECCOMP -> pod(kpis -> kpis.withObject("/securityContext").remove("seccompProfile"));
            case NO_PRIVILEGE_ESCALATION ->
                container(kpis -> kpis.withObject("/securityContext").remove("allowPrivilegeEscalation"));
            case NO_CAPABILITIES ->
                container(kpis -> kpis.withObject("/securityContext/capabilities")
                        .putArray("add")
                        .add("NET_ADMIN"));
            case READ_ONLY_ROOT ->
                container(kpis -> kpis.withObject("/securityContext").put("readOnlyRootFilesystem", false));
            case NO_HOST -> pod(kpis -> kpis.put("hostNetwork", true));
            case NO_API_TOKEN -> pod(kpis -> kpis.remove("automountServiceAccountToken"));
            case THREE_PROBES -> container(kpis -> kpis.remove("livenessProbe"));
            case READY_IS_NOT_ALIVE -> container(kpis -> kpis.set("readinessProbe", kpis.get("livenessProbe")));
            case SIZED -> container(kpis -> kpis.withObject("/resources/limits").remove("memory"));
            case PINNED_IMAGE -> container(kpis -> kpis.put("image", "drumbeat/kpis:latest"));
            case DRAINS -> container(kpis -> kpis.remove("lifecycle"));
            case ROLLS_WITHOUT_A_GAP ->
                changed("Deployment", kpis -> kpis.withObject("/spec").remove("strategy"));
            case SPREAD -> pod(kpis -> kpis.remove("topologySpreadConstraints"));
            case SECRETS_BY_REFERENCE ->
                container(kpis -> kpis.withArray("/env")
                        .addObject()
                        .put("name", "MONGODB_URI")
                        .put("value", "mongodb://somebody:secret@store"));
            case DISRUPTION_BUDGET -> prod.without("PodDisruptionBudget", "kpis");
            case SERVICE_FINDS_PODS ->
                changed("Service", kpis -> kpis.withObject("/spec/selector").put("app.kubernetes.io/name", "kpi"));
            case GRPC_IS_HEADLESS ->
                changed("Service", kpis -> kpis.withObject("/spec").remove("clusterIP"));
            case DENY_BY_DEFAULT -> prod.without("NetworkPolicy", "default-deny");
            case BOTH_ENDS_ALLOWED -> prod.without("NetworkPolicy", "kpis-answers");
            case MAIL_GOES_ITS_WAY ->
                container(kpis -> kpis.withArray("/env").addObject().put("name", "DRUMBEAT_MAIL_HOST"));
            case TRACES_GO_THEIR_WAY ->
                container(kpis -> kpis.withArray("/env").addObject().put("name", "OTEL_EXPORTER_OTLP_ENDPOINT"));
            case FIGURES_FOR_PROMETHEUS_ONLY ->
                container(kpis -> kpis.withArray("/env")
                        .addObject()
                        .put("name", "DRUMBEAT_OPERATOR_PORT")
                        .put("value", "9050"));
            case AUTOSCALERS_FIND_TARGETS ->
                changed("Deployment", kpis -> kpis.withObject("/spec").put("replicas", 2));
            case INGRESS_BY_TLS -> {
                Manifests copy = prod.copy();
                copy.one("Ingress", "gateway").withObject("/spec").remove("tls");
                yield copy;
            }
            case RESTRICTED_NAMESPACE -> {
                Manifests copy = prod.copy();
                copy.one("Namespace", "drumbeat")
                        .withObject("/metadata/labels")
                        .put("pod-security.kubernetes.io/enforce", "baseline");
                yield copy;
            }
        };
    }

    private Manifests changed(String kind, Consumer<ObjectNode> change) {
        Manifests copy = prod.copy();
        change.accept(copy.one(kind, "kpis"));
        return copy;
    }

    private Manifests pod(Consumer<ObjectNode> change) {
        return changed("Deployment", kpis -> change.accept((ObjectNode) Manifests.pod(kpis)));
    }

    private Manifests container(Consumer<ObjectNode> change) {
        return pod(
                kpis -> change.accept((ObjectNode) kpis.withArray("/containers").get(0)));
    }

    @Test
    void a_field_that_is_misspelt_deep_inside_is_named() {
        Manifests broken =
                container(kpis -> kpis.withObject("/readinessProbe/grpc").put("servise", "readiness"));

        assertThat(Rule.KNOWN_FIELDS_ONLY.findings(broken))
                .singleElement()
                .asString()
                .contains("servise");
    }

    @Test
    void every_secret_and_setting_that_is_asked_for_is_explained_to_the_operator() throws IOException {
        String guide = Files.readString(K8S.resolve("README.md"));

        assertThat(prod.of("Deployment")
                        .flatMap(workload -> Stream.concat(
                                Manifests.each(Manifests.pod(workload).path("volumes"))
                                        .map(volume -> volume.path("secret").path("secretName")),
                                Manifests.containers(workload)
                                        .flatMap(container -> Manifests.each(container.path("env")))
                                        .map(variable -> variable.path("valueFrom")
                                                .path("secretKeyRef")
                                                .path("name"))))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .distinct())
                .allSatisfy(secret -> assertThat(guide).contains("`" + secret + "`"));
    }
}
