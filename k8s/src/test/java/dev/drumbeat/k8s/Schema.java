package dev.drumbeat.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Kubernetes' own types, read strictly: a field that they don't have is an error, at any depth. */
final class Schema {
    private static final Map<String, Type> TYPES = Map.of(
            "apps/v1 Deployment", V1Deployment::validateJsonElement,
            "v1 Service", V1Service::validateJsonElement,
            "v1 Namespace", V1Namespace::validateJsonElement,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "networking.k8s.io/v1 Ingress", V1Ingress::validateJsonElement,
            "autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement);

    /** Defined by an operator that is installed in the cluster; it checks them itself. */
    private static final Set<String> OPERATORS = Set.of("mongodbcommunity.mongodb.com/v1 MongoDBCommunity");

    private Schema() {}

    static Stream<String> findings(JsonNode object) {
        String type = object.path("apiVersion").asText() + " " + Manifests.kind(object);
        Type known = TYPES.get(type);
        if (known == null) {
            return OPERATORS.contains(type)
                    ? Stream.empty()
                    : Stream.of(Manifests.called(object) + ": " + type + " is no known type");
        }
        try {
            known.validate(JsonParser.parseString(object.toString()));
            return Stream.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Stream.of(Manifests.called(object) + ": " + e.getMessage());
        }
    }

    private interface Type {
        void validate(JsonElement element) throws IOException;
    }
}
