package dev.drumbeat.platform.grpc;

import com.google.protobuf.Timestamp;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Side;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shared words of the contracts and of the domain, each in the other's form. */
public final class Wire {
    private Wire() {}

    public static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    public static Instant instant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }

    public static dev.drumbeat.proto.common.v1.Side side(@Nullable Side side) {
        return switch (side) {
            case null -> dev.drumbeat.proto.common.v1.Side.SIDE_UNSPECIFIED;
            case OWNER -> dev.drumbeat.proto.common.v1.Side.SIDE_OWNER;
            case PARTNER -> dev.drumbeat.proto.common.v1.Side.SIDE_PARTNER;
        };
    }

    /** Refuses the unspecified side, naming the field. */
    public static Side side(String field, dev.drumbeat.proto.common.v1.Side side) {
        return switch (side) {
            case SIDE_OWNER -> Side.OWNER;
            case SIDE_PARTNER -> Side.PARTNER;
            case SIDE_UNSPECIFIED, UNRECOGNIZED ->
                throw Refusal.invalid(field, "side.required", "Say which side: SIDE_OWNER or SIDE_PARTNER.");
        };
    }

    public static dev.drumbeat.proto.common.v1.Role role(@Nullable Role role) {
        return switch (role) {
            case null -> dev.drumbeat.proto.common.v1.Role.ROLE_UNSPECIFIED;
            case LEADER -> dev.drumbeat.proto.common.v1.Role.ROLE_LEADER;
            case OPS -> dev.drumbeat.proto.common.v1.Role.ROLE_OPS;
            case VIEWER -> dev.drumbeat.proto.common.v1.Role.ROLE_VIEWER;
        };
    }

    /** Refuses the unspecified role, naming the field. */
    public static Role role(String field, dev.drumbeat.proto.common.v1.Role role) {
        return switch (role) {
            case ROLE_LEADER -> Role.LEADER;
            case ROLE_OPS -> Role.OPS;
            case ROLE_VIEWER -> Role.VIEWER;
            case ROLE_UNSPECIFIED, UNRECOGNIZED ->
                throw Refusal.invalid(field, "role.required", "Say which role: ROLE_LEADER, ROLE_OPS or ROLE_VIEWER.");
        };
    }

    public static dev.drumbeat.proto.common.v1.Activity activity(Activity activity) {
        return dev.drumbeat.proto.common.v1.Activity.valueOf("ACTIVITY_" + activity.name());
    }

    /** In the order of the contract. */
    public static List<dev.drumbeat.proto.common.v1.Activity> activities(Set<Activity> activities) {
        return activities.stream().map(Wire::activity).sorted().toList();
    }

    public static dev.drumbeat.proto.common.v1.Actor actor(Actor actor) {
        return dev.drumbeat.proto.common.v1.Actor.newBuilder()
                .setSubject(actor.subject())
                .setDisplayName(actor.displayName())
                .setCompany(actor.company())
                .setSide(side(actor.side()))
                .build();
    }

    public static dev.drumbeat.proto.common.v1.AuditEvent auditEvent(AuditEvent event) {
        String parent = event.partnership().isEmpty() ? "" : event.partnership() + "/";
        return dev.drumbeat.proto.common.v1.AuditEvent.newBuilder()
                .setName(parent + "auditEvents/" + event.id())
                .setOccurredAt(timestamp(event.occurredAt()))
                .setActor(actor(event.actor()))
                .setAction(event.action())
                .setSubject(event.subject())
                .setBeforeJson(event.beforeJson())
                .setAfterJson(event.afterJson())
                .setReason(event.reason())
                .build();
    }
}
