package dev.drumbeat.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is asked of every rendered combination: Pod Security's "restricted" level, and the rules that kube-score and kube-linter are
 * known for, as far as they mean something here. Each finds the objects that break it, by kind and name.
 */
enum Rule {
    KNOWN_FIELDS_ONLY(manifests -> manifests.objects().stream().flatMap(Schema::findings)),
    NON_ROOT(workloads(workload -> Manifests.pod(workload)
                    .path("securityContext")
                    .path("runAsNonRoot")
                    .asBoolean()
            && Manifests.pod(workload).path("securityContext").path("runAsUser").asInt() >= 10_000)),
    SECCOMP(workloads(workload -> Manifests.pod(workload)
            .path("securityContext")
            .path("seccompProfile")
            .path("type")
            .asText()
            .equals("RuntimeDefault"))),
    NO_PRIVILEGE_ESCALATION(containers(container -> {
        JsonNode allowed = container.path("securityContext").path("allowPrivilegeEscalation");
        return allowed.isBoolean()
                && !allowed.asBoolean()
                && !container.path("securityContext").path("privileged").asBoolean();
    })),
    NO_CAPABILITIES(containers(container -> Manifests.any(
                    container.path("securityContext").path("capabilities").path("drop"),
                    capability -> capability.asText().equals("ALL"))
            && container
                    .path("securityContext")
                    .path("capabilities")
                    .path("add")
                    .isMissingNode())),
    READ_ONLY_ROOT(containers(container ->
            container.path("securityContext").path("readOnlyRootFilesystem").asBoolean())),
    NO_HOST(workloads(workload -> Stream.of("hostNetwork", "hostPID", "hostIPC")
                    .noneMatch(field -> Manifests.pod(workload).path(field).asBoolean())
            && !Manifests.any(Manifests.pod(workload).path("volumes"), volume -> volume.has("hostPath"))
            && Manifests.containers(workload)
                    .noneMatch(container -> Manifests.any(container.path("ports"), port -> port.has("hostPort"))))),
    NO_API_TOKEN(workloads(workload -> {
        JsonNode mounted = Manifests.pod(workload).path("automountServiceAccountToken");
        return mounted.isBoolean() && !mounted.asBoolean();
    })),
    THREE_PROBES(containers(container ->
            Stream.of("startupProbe", "readinessProbe", "livenessProbe").allMatch(container::has))),
    READY_IS_NOT_ALIVE(containers(container -> !container
                    .path("readinessProbe")
                    .path("grpc")
                    .equals(container.path("livenessProbe").path("grpc"))
            || !container
                    .path("readinessProbe")
                    .path("httpGet")
                    .equals(container.path("livenessProbe").path("httpGet")))),
    SIZED(containers(container -> {
        JsonNode requests = container.path("resources").path("requests");
        JsonNode limits = container.path("resources").path("limits");
        // No limit of processor time: it would only make a busy process slow on an idle machine.
        return requests.has("cpu")
                && requests.has("memory")
                && requests.has("ephemeral-storage")
                && limits.has("ephemeral-storage")
                && limits.path("memory").equals(requests.path("memory"));
    })),
    PINNED_IMAGE(containers(container -> {
        String image = container.path("image").asText();
        int tag = image.lastIndexOf(':');
        return tag > image.lastIndexOf('/') && !image.endsWith(":latest");
    })),
    DRAINS(workloads(workload -> Manifests.containers(workload).allMatch(container -> {
        int pause = container
                .path("lifecycle")
                .path("preStop")
                .path("sleep")
                .path("seconds")
                .asInt();
        return pause > 0
                && Manifests.pod(workload).path("terminationGracePeriodSeconds").asInt() >= pause + 15;
    }))),
    ROLLS_WITHOUT_A_GAP(workloads(workload -> workload.path("spec")
                    .path("strategy")
                    .path("rollingUpdate")
                    .path("maxUnavailable")
                    .asInt(-1)
            == 0)),
    SPREAD(workloads(workload -> Set.copyOf(Manifests.each(
                            Manifests.pod(workload).path("topologySpreadConstraints"))
                    .filter(spread ->
                            !spread.path("labelSelector").path("matchLabels").isEmpty()
                                    && Manifests.selects(
                                            spread.path("labelSelector").path("matchLabels"),
                                            Manifests.podLabels(workload)))
                    .map(spread -> spread.path("topologyKey").asText())
                    .toList())
            .containsAll(Set.of("kubernetes.io/hostname", "topology.kubernetes.io/zone")))),
    SECRETS_BY_REFERENCE(manifests -> Stream.concat(
            manifests.of("Secret").map(Manifests::called),
            manifests
                    .of("Deployment")
                    .filter(workload -> Manifests.containers(workload)
                            .anyMatch(container -> Manifests.any(
                                    container.path("env"),
                                    variable -> variable.has("value")
                                            && variable.path("name")
                                                    .asText()
                                                    .matches(".*(PASSWORD|SECRET|TOKEN|MONGODB_URI).*"))))
                    .map(Manifests::called))),
    DISRUPTION_BUDGET(perWorkload((manifests, workload) -> manifests
                    .of("PodDisruptionBudget")
                    .filter(budget ->
                            selectsPods(budget.path("spec").path("selector").path("matchLabels"), workload))
                    .count()
            == 1)),
    SERVICE_FINDS_PODS(perWorkload((manifests, workload) -> manifests
            .of("Service")
            .anyMatch(service -> selectsPods(service.path("spec").path("selector"), workload)
                    && Manifests.each(service.path("spec").path("ports"))
                            .allMatch(port -> Manifests.containers(workload)
                                    .anyMatch(container -> Manifests.any(
                                            container.path("ports"),
                                            open -> open.path("name").equals(port.path("targetPort")))))))),
    GRPC_IS_HEADLESS(manifests -> manifests
            .of("Service")
            .filter(service -> Manifests.any(
                    service.path("spec").path("ports"),
                    port -> port.path("name").asText().equals("grpc")))
            .filter(service -> !service.path("spec").path("clusterIP").asText().equals("None"))
            .map(Manifests::called)),
    DENY_BY_DEFAULT(manifests -> manifests
                    .of("NetworkPolicy")
                    .anyMatch(policy -> policy.path("spec").path("podSelector").isEmpty()
                            && policy.path("spec").path("policyTypes").size() == 2
                            && policy.path("spec").path("ingress").isEmpty()
                            && policy.path("spec").path("egress").isEmpty())
            ? Stream.empty()
            : Stream.of("NetworkPolicy default-deny")),
    BOTH_ENDS_ALLOWED(Arrows::findings),
    MAIL_GOES_ITS_WAY(perWorkload((manifests, workload) -> {
        boolean sends = Manifests.containers(workload)
                .anyMatch(container -> Manifests.any(
                        container.path("env"),
                        variable -> variable.path("name").asText().equals("DRUMBEAT_MAIL_HOST")));
        boolean mayLeave = manifests
                .of("NetworkPolicy")
                .filter(policy ->
                        selectsPods(policy.path("spec").path("podSelector").path("matchLabels"), workload))
                .flatMap(policy -> Manifests.each(policy.path("spec").path("egress")))
                .anyMatch(way -> Manifests.any(
                        way.path("ports"),
                        port -> Set.of(25, 465, 587).contains(port.path("port").asInt())));
        return sends == mayLeave;
    })),
    TRACES_GO_THEIR_WAY(perWorkload((manifests, workload) -> {
        boolean sends = Manifests.containers(workload)
                .anyMatch(container -> Manifests.any(
                        container.path("env"),
                        variable -> variable.path("name").asText().equals("OTEL_EXPORTER_OTLP_ENDPOINT")));
        boolean mayLeave = manifests
                .of("NetworkPolicy")
                .filter(policy ->
                        selectsPods(policy.path("spec").path("podSelector").path("matchLabels"), workload))
                .flatMap(policy -> Manifests.each(policy.path("spec").path("egress")))
                .anyMatch(way -> Manifests.any(
                        way.path("ports"), port -> port.path("port").asInt() == 4318));
        return sends == mayLeave;
    })),
    FIGURES_FOR_PROMETHEUS_ONLY(perWorkload((manifests, workload) -> {
        List<Integer> open = Manifests.containers(workload)
                .flatMap(container -> Manifests.each(container.path("env")))
                .filter(variable -> variable.path("name").asText().equals("DRUMBEAT_OPERATOR_PORT"))
                .map(variable -> variable.path("value").asInt())
                .toList();
        List<JsonNode> ways = manifests
                .of("NetworkPolicy")
                .filter(policy ->
                        selectsPods(policy.path("spec").path("podSelector").path("matchLabels"), workload))
                .flatMap(policy -> Manifests.each(policy.path("spec").path("ingress")))
                .filter(way -> Manifests.any(
                        way.path("ports"),
                        port -> open.contains(port.path("port").asInt())))
                .toList();
        boolean isServed = manifests
                .of("Service")
                .flatMap(service -> Manifests.each(service.path("spec").path("ports")))
                .anyMatch(port -> port.path("targetPort").asText().equals("operator"));
        return !isServed
                && ways.size() == open.size()
                && ways.stream()
                        .allMatch(
                                way -> Manifests.each(way.path("from")).allMatch(peer -> peer.has("namespaceSelector"))
                                        && !way.path("from").isEmpty());
    })),
    AUTOSCALERS_FIND_TARGETS(manifests -> manifests
            .of("HorizontalPodAutoscaler")
            .filter(scaler -> {
                String target = Manifests.name(target(scaler));
                return manifests
                                .of("Deployment")
                                .filter(workload -> Manifests.name(workload).equals(target))
                                .filter(workload ->
                                        workload.path("spec").path("replicas").isMissingNode())
                                .count()
                        != 1;
            })
            .map(Manifests::called)),
    INGRESS_BY_TLS(manifests -> manifests
            .of("Ingress")
            .filter(ingress -> {
                List<String> covered = Manifests.each(ingress.path("spec").path("tls"))
                        .flatMap(tls -> Manifests.each(tls.path("hosts")))
                        .map(JsonNode::asText)
                        .toList();
                return Manifests.any(
                        ingress.path("spec").path("rules"),
                        rule -> !covered.contains(rule.path("host").asText()));
            })
            .map(Manifests::called)),
    RESTRICTED_NAMESPACE(manifests -> {
        List<String> restricted = manifests
                .of("Namespace")
                .filter(space -> space.path("metadata")
                        .path("labels")
                        .path("pod-security.kubernetes.io/enforce")
                        .asText()
                        .equals("restricted"))
                .map(Manifests::name)
                .toList();
        return manifests.objects().stream()
                .filter(object -> !Manifests.kind(object).equals("Namespace"))
                .filter(object -> !restricted.contains(
                        object.path("metadata").path("namespace").asText()))
                .map(Manifests::called);
    });

    private final Function<Manifests, Stream<String>> check;

    Rule(Function<Manifests, Stream<String>> check) {
        this.check = check;
    }

    List<String> findings(Manifests manifests) {
        return check.apply(manifests).toList();
    }

    private static Function<Manifests, Stream<String>> workloads(Predicate<JsonNode> keeps) {
        return manifests -> manifests.of("Deployment").filter(keeps.negate()).map(Manifests::called);
    }

    private static Function<Manifests, Stream<String>> containers(Predicate<JsonNode> keeps) {
        return workloads(workload -> Manifests.containers(workload).allMatch(keeps));
    }

    private interface InItsHouse {
        boolean keeps(Manifests manifests, JsonNode workload);
    }

    private static Function<Manifests, Stream<String>> perWorkload(InItsHouse rule) {
        return manifests -> manifests
                .of("Deployment")
                .filter(workload -> !rule.keeps(manifests, workload))
                .map(Manifests::called);
    }

    private static boolean selectsPods(JsonNode matchLabels, JsonNode workload) {
        return !matchLabels.isEmpty() && Manifests.selects(matchLabels, Manifests.podLabels(workload));
    }

    /** An autoscaler's target in the shape of an object. */
    private static ObjectNode target(JsonNode scaler) {
        ObjectNode object = ((ObjectNode) scaler).objectNode();
        object.putObject("metadata")
                .set("name", scaler.path("spec").path("scaleTargetRef").path("name"));
        return object;
    }
}
