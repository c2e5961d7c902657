package dev.drumbeat.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who calls whom: what the workloads' settings ({@code DRUMBEAT_…_ADDRESS}) say must be what the network policies allow, where
 * the call leaves and where it arrives, and nothing more.
 */
final class Arrows {
    private static final String GRPC_PORT = "50050";

    private Arrows() {}

    static Stream<String> findings(Manifests manifests) {
        Set<String> asked = manifests
                .of("Deployment")
                .flatMap(workload -> Manifests.containers(workload)
                        .flatMap(container -> Manifests.each(container.path("env")))
                        .map(variable -> variable.path("value").asText())
                        .filter(value -> value.startsWith("dns:///"))
                        .map(value -> Manifests.name(workload) + " -> "
                                + value.substring("dns:///".length(), value.indexOf(':', "dns:///".length()))))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> leave = allowed(manifests, "egress", "to", false);
        Set<String> arrive = allowed(manifests, "ingress", "from", true);
        return Stream.of(
                        difference("asked, but may not leave", asked, leave),
                        difference("asked, but may not arrive", asked, arrive),
                        difference("may leave, but nobody asks", leave, asked),
                        difference("may arrive, but nobody asks", arrive, asked))
                .flatMap(found -> found);
    }

    private static Stream<String> difference(String words, Set<String> of, Set<String> from) {
        return of.stream().filter(arrow -> !from.contains(arrow)).map(arrow -> arrow + ": " + words);
    }

    private static Set<String> allowed(Manifests manifests, String direction, String peers, boolean arrives) {
        return manifests
                .of("NetworkPolicy")
                .flatMap(policy -> Manifests.each(policy.path("spec").path(direction))
                        .filter(rule -> Manifests.any(
                                rule.path("ports"),
                                port -> port.path("port").asText().equals(GRPC_PORT)))
                        .flatMap(rule -> Manifests.each(rule.path(peers)))
                        .map(peer -> arrow(
                                named(policy.path("spec").path("podSelector")),
                                named(peer.path("podSelector")),
                                arrives)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String arrow(String subject, String peer, boolean arrives) {
        return arrives ? peer + " -> " + subject : subject + " -> " + peer;
    }

    private static String named(JsonNode selector) {
        return selector.path("matchLabels").path("app.kubernetes.io/name").asText();
    }
}
