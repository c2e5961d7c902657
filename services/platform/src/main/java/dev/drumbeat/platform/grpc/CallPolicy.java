package dev.drumbeat.platform.grpc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Deadlines and retries of one service's methods, as a gRPC service config; the only layer that retries. Writes have 2 s and
 * are never repeated by machine; reads have 800 ms and are tried three times while the service can't be reached.
 */
public final class CallPolicy {
    private static final String READ_LIMIT = "0.8s";
    private static final String WRITE_LIMIT = "2s";
    private static final Map<String, ?> RETRIES = Map.of(
            "maxAttempts",
            3.0,
            "initialBackoff",
            "0.05s",
            "maxBackoff",
            "0.5s",
            "backoffMultiplier",
            3.0,
            "retryableStatusCodes",
            List.of("UNAVAILABLE"));

    private final String service;
    private final List<Map<String, ?>> methods = new ArrayList<>();

    private CallPolicy(String service) {
        this.service = service;
    }

    /** @param service full name, such as {@code PartnersServiceGrpc.SERVICE_NAME} */
    public static CallPolicy of(String service) {
        return new CallPolicy(service);
    }

    /** Methods without effect, by their short names. */
    public CallPolicy reads(String... names) {
        methods.add(Map.of("name", names(names), "timeout", READ_LIMIT, "retryPolicy", RETRIES));
        return this;
    }

    /** Streams that stay open, by their short names. */
    public CallPolicy streams(String... names) {
        methods.add(Map.of("name", names(names)));
        return this;
    }

    /** Everything not named is a write. */
    public Map<String, ?> serviceConfig() {
        List<Map<String, ?>> all = new ArrayList<>(methods);
        all.add(Map.of("name", List.of(Map.of("service", service)), "timeout", WRITE_LIMIT));
        return Map.of("methodConfig", all);
    }

    private List<Map<String, String>> names(String... names) {
        return Arrays.stream(names)
                .map(name -> Map.of("service", service, "method", name))
                .toList();
    }
}
