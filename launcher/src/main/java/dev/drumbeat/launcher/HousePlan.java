package dev.drumbeat.launcher;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns the process table and the options of one house into command lines and settings. */
final class HousePlan {
    /** {@code record}: write down how the programs start, for {@link Learning}; else they start with what was learned. */
    static final String START_CACHES_SETTING = "DRUMBEAT_START_CACHES";

    private static final String CLOCK_SETTING = "DRUMBEAT_CLOCK_FILE";
    /** Between the ports of two replicas. */
    private static final int REPLICA_PORTS = 100;

    private final HouseOptions options;
    private final Layout layout;
    private final Programs programs;
    private final StartCaches startCaches;
    private final StoreChoice storeChoice;

    HousePlan(HouseOptions options) {
        this.options = options;
        this.layout = new Layout(options.data());
        this.programs = new Programs(options.root(), layout.programs());
        this.startCaches = StartCaches.of(options.root());
        this.storeChoice = StoreChoice.of(options);
    }

    Programs programs() {
        return programs;
    }

    /** Every process in the order in which each one's needs come before it. */
    List<PlannedProcess> processes() {
        List<PlannedProcess> planned = new ArrayList<>();
        store().ifPresent(planned::add);
        for (ProcessSpec service : ProcessTable.SERVICES) {
            for (int replica = 1; replica <= options.replicas(service); replica++) {
                planned.add(ours(service, replica));
            }
        }
        planned.add(ours(ProcessTable.GATEWAY, 1));
        return planned;
    }

    /** One of our programs with the settings of this house; for tools that come and go, such as the demo's loader. */
    List<String> tool(String name, String module, String mainClass, List<String> arguments) {
        return new JavaProgram(name, programs.classPath(module), mainClass)
                .command(ProcessSpec.Kind.SERVICE.flags(), arguments);
    }

    JavaProgram program(ProcessSpec spec) {
        return new JavaProgram(spec.name(), programs.classPath(spec.module()), spec.mainClass());
    }

    /** The size of its JVM, and what the environment adds. */
    List<String> flags(ProcessSpec spec) {
        List<String> flags = new ArrayList<>(spec.kind().flags());
        options.javaOptions(spec)
                .ifPresent(text -> flags.addAll(List.of(text.strip().split("\\s+"))));
        return flags;
    }

    /** Whether nothing was ever kept here, in a store of this house's own. */
    boolean isNew() {
        return switch (storeChoice) {
            case StoreChoice.Configured configured -> false;
            case StoreChoice.LocalMongod mongod -> !Files.exists(layout.mongod().resolve("WiredTiger"));
            case StoreChoice.Embedded embedded -> !Files.exists(layout.storeFile());
        };
    }

    int port(ProcessSpec process) {
        return options.port(process);
    }

    /** Where this house keeps its facts. */
    String mongodbUri() {
        String local = "mongodb://127.0.0.1:" + options.reachedByPort(ProcessTable.STORE)
                + "/?retryWrites=false&retryReads=false";
        return switch (storeChoice) {
            case StoreChoice.Configured configured -> configured.uri();
            case StoreChoice.LocalMongod mongod -> local;
            case StoreChoice.Embedded embedded -> local;
        };
    }

    String storeInWords() {
        return switch (storeChoice) {
            case StoreChoice.Configured configured -> "the MongoDB that MONGODB_URI names";
            case StoreChoice.LocalMongod mongod ->
                "MongoDB (" + mongod.binary() + ") on " + layout.data().resolve("mongod");
            case StoreChoice.Embedded embedded ->
                "the embedded store on " + layout.data().resolve("store");
        };
    }

    /** What every process is told; a process takes what concerns it. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(options.environment());
        settings.put("MONGODB_URI", mongodbUri());
        settings.putAll(
                Administrator.of(options.environment(), layout.administrator()).settings());
        settings.put("DRUMBEAT_TRUSTED_KEYS", layout.keys().resolve("trusted").toString());
        if (Files.exists(layout.clock())) {
            settings.putIfAbsent(CLOCK_SETTING, layout.clock().toString());
        }
        for (ProcessSpec service : ProcessTable.SERVICES) {
            settings.put(upper(service) + "_ADDRESS", "dns:///127.0.0.1:" + options.reachedByPort(service));
        }
        return settings;
    }

    private Optional<PlannedProcess> store() {
        ProcessSpec spec = ProcessTable.STORE;
        return switch (storeChoice) {
            case StoreChoice.Configured configured -> Optional.empty();
            case StoreChoice.LocalMongod mongod ->
                Optional.of(new PlannedProcess(
                        spec.name(),
                        port(spec),
                        spec.kind().readiness(),
                        () -> List.of(
                                mongod.binary().toString(),
                                "--dbpath",
                                layout.mongod().toString(),
                                "--port",
                                Integer.toString(port(spec)),
                                "--bind_ip",
                                "127.0.0.1"),
                        Map.of()));
            case StoreChoice.Embedded embedded -> Optional.of(ours(spec, 1));
        };
    }

    /**
     * @param replica from 1; further ones are the same process under the same identity on a port of their own. On one machine nobody
     *     calls them: they share the work that a service does by itself
     */
    private PlannedProcess ours(ProcessSpec spec, int replica) {
        String name = replica == 1 ? spec.name() : spec.name() + "-" + replica;
        int port = port(spec) + (replica - 1) * REPLICA_PORTS;
        Map<String, String> settings = settings();
        // A service that is told its own address would take itself for a client of another one.
        settings.remove(upper(spec) + "_ADDRESS");
        settings.put(spec.kind().portSetting(), Integer.toString(port));
        if (spec.operatorPort() > 0) {
            settings.put(
                    "DRUMBEAT_OPERATOR_PORT",
                    Integer.toString(options.operatorPort(spec) + (replica - 1) * REPLICA_PORTS));
        }
        settings.put("STORE_FILE", layout.storeFile().toString());
        settings.put(
                "DRUMBEAT_SIGNING_KEY",
                layout.keys().resolve(spec.name() + ".private.jwk").toString());
        return new PlannedProcess(name, port, spec.kind().readiness(), () -> command(spec, name), settings);
    }

    private List<String> command(ProcessSpec spec, String name) {
        JavaProgram program = program(spec);
        List<String> flags = new ArrayList<>(flags(spec));
        boolean isRecording = "record".equals(options.environment().get(START_CACHES_SETTING));
        flags.addAll(isRecording ? startCaches.record(program, flags) : startCaches.use(program, flags));
        return program.named(name).command(flags, List.of());
    }

    private static String upper(ProcessSpec service) {
        return "DRUMBEAT_" + service.name().toUpperCase(Locale.ROOT);
    }
}
