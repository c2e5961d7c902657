package dev.drumbeat.launcher;

import dev.drumbeat.launcher.ProcessSpec.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Every process of the house, in the order in which each one's needs come before it. One more service is one more line. */
final class ProcessTable {
    /** The gateway's, followed by those of the services; below the range that clients get their ports from. */
    private static final int OPERATOR_PORTS = 9050;

    private static final int SERVICE_PORTS = 50050;

    static final ProcessSpec STORE =
            new ProcessSpec("store", "services/store", "dev.drumbeat.store.StoreServer", 27117, 0, Kind.STORE);
    static final List<ProcessSpec> SERVICES = List.of(
            service("partners", "dev.drumbeat.partners.PartnersApplication", 50051),
            service("kpis", "dev.drumbeat.kpis.KpisApplication", 50052),
            service("actions", "dev.drumbeat.actions.ActionsApplication", 50053),
            service("incentives", "dev.drumbeat.incentives.IncentivesApplication", 50054),
            service("cadence", "dev.drumbeat.cadence.CadenceApplication", 50055));
    static final ProcessSpec GATEWAY = new ProcessSpec(
            "gateway", "gateway", "dev.drumbeat.gateway.GatewayApplication", 8080, OPERATOR_PORTS, Kind.GATEWAY);

    private ProcessTable() {}

    static List<ProcessSpec> all() {
        return Stream.of(List.of(STORE), SERVICES, List.of(GATEWAY))
                .flatMap(List::stream)
                .toList();
    }

    private static ProcessSpec service(String name, String mainClass, int port) {
        return new ProcessSpec(
                name, "services/" + name, mainClass, port, OPERATOR_PORTS + port - SERVICE_PORTS, Kind.SERVICE);
    }
}
