package dev.drumbeat.systemtests.faults;

import com.google.gson.JsonObject;
import dev.drumbeat.launcher.House;
import dev.drumbeat.platform.grpc.CallPolicy;
import dev.drumbeat.platform.grpc.Channels;
import dev.drumbeat.platform.grpc.IdentityClientInterceptor;
import dev.drumbeat.platform.identity.IdentityMinter;
import dev.drumbeat.platform.identity.SigningKey;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc;
import dev.drumbeat.proto.incentives.v1.IncentivesServiceGrpc.IncentivesServiceBlockingStub;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import io.grpc.ManagedChannel;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Reaches incentives directly with the gateway's own key, in anybody's name, who gave their password just now. */
final class PayCalls implements AutoCloseable {
    private final Partnership partnership;
    private final Map<Seat, ManagedChannel> channels = new EnumMap<>(Seat.class);

    PayCalls(House house, Partnership partnership, Clock clock) {
        this.partnership = partnership;
        IdentityMinter minter = new IdentityMinter(SigningKey.read(house.keys().resolve("gateway.private.jwk")), clock);
        for (Seat seat : Seat.values()) {
            channels.put(
                    seat,
                    Channels.open(
                            "dns:///127.0.0.1:" + house.port("incentives"),
                            CallPolicy.of("none"),
                            new IdentityClientInterceptor(() ->
                                    minter.confirmedToken("people/" + partnership.person(seat), clock.instant()))));
        }
    }

    /** For one call, which has three seconds. */
    IncentivesServiceBlockingStub as(Seat seat) {
        return IncentivesServiceGrpc.newBlockingStub(channels.get(seat)).withDeadlineAfter(3, TimeUnit.SECONDS);
    }

    String name(JsonObject statement) {
        return "partnerships/" + partnership.slug() + "/statements/"
                + statement.get("slug").getAsString();
    }

    String kpi() {
        return "partnerships/" + partnership.slug() + "/kpis/" + Partnership.GOAL;
    }

    @Override
    public void close() {
        channels.values().forEach(ManagedChannel::shutdownNow);
    }
}
