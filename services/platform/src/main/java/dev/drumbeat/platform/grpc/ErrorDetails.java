package dev.drumbeat.platform.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Violation;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal on the wire: the status code, {@code google.rpc.ErrorInfo} with the reason, {@code BadRequest} with every rule and
 * field, {@code RetryInfo} where waiting helps.
 */
public final class ErrorDetails {
    public static final String DOMAIN = "drumbeat.dev";

    /** Trailers have room for 8 KiB, encoded and with everything else that is in them. */
    private static final int VIOLATIONS_MAX_BYTES = 3_000;

    private static final int MESSAGE_SHOWN = 240;

    private ErrorDetails() {}

    /** Puts the details into the trailers and gives the status. */
    static Status encode(Refusal refusal, Metadata trailers) {
        com.google.rpc.Status.Builder status = com.google.rpc.Status.newBuilder()
                .setCode(code(refusal.reason()).value())
                .setMessage(cut(refusal.violations().getFirst().message()))
                .addDetails(Any.pack(ErrorInfo.newBuilder()
                        .setReason(refusal.reason().name())
                        .setDomain(DOMAIN)
                        .putMetadata("rule", refusal.rule())
                        .putMetadata("field", refusal.field())
                        .putMetadata(
                                "violations",
                                Integer.toString(refusal.violations().size()))
                        .build()));
        status.addDetails(Any.pack(fields(refusal.violations())));
        refusal.retryAfter()
                .ifPresent(wait -> status.addDetails(Any.pack(RetryInfo.newBuilder()
                        .setRetryDelay(com.google.protobuf.Duration.newBuilder()
                                .setSeconds(wait.toSeconds())
                                .setNanos(wait.toNanosPart()))
                        .build())));
        StatusRuntimeException wire = StatusProto.toStatusRuntimeException(status.build());
        trailers.merge(Objects.requireNonNull(wire.getTrailers()));
        return wire.getStatus();
    }

    /** The refusal another service of ours answered with; empty for what came from the transport. */
    public static Optional<Refusal> decode(Throwable error) {
        com.google.rpc.Status status = StatusProto.fromThrowable(error);
        if (status == null) {
            return Optional.empty();
        }
        @Nullable Reason reason = null;
        @Nullable Duration retryAfter = null;
        List<Violation> violations = new ArrayList<>();
        try {
            for (Any detail : status.getDetailsList()) {
                if (detail.is(ErrorInfo.class)) {
                    reason = reason(detail.unpack(ErrorInfo.class));
                } else if (detail.is(BadRequest.class)) {
                    detail.unpack(BadRequest.class)
                            .getFieldViolationsList()
                            .forEach(field -> violations.add(
                                    new Violation(field.getField(), field.getReason(), field.getDescription())));
                } else if (detail.is(RetryInfo.class)) {
                    var delay = detail.unpack(RetryInfo.class).getRetryDelay();
                    retryAfter = Duration.ofSeconds(delay.getSeconds(), delay.getNanos());
                }
            }
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return reason == null || violations.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.received(reason, violations, retryAfter));
    }

    /** As many as there is room for; the count in the reason's metadata tells of the rest. */
    private static BadRequest fields(List<Violation> violations) {
        BadRequest.Builder fields = BadRequest.newBuilder();
        int bytes = 0;
        for (Violation violation : violations) {
            BadRequest.FieldViolation field = BadRequest.FieldViolation.newBuilder()
                    .setField(violation.field())
                    .setReason(violation.rule())
                    .setDescription(cut(violation.message()))
                    .build();
            bytes += field.getSerializedSize();
            if (bytes > VIOLATIONS_MAX_BYTES) {
                break;
            }
            fields.addFieldViolations(field);
        }
        return fields.build();
    }

    private static @Nullable Reason reason(ErrorInfo info) {
        return info.getDomain().equals(DOMAIN) ? Reason.valueOf(info.getReason()) : null;
    }

    static Status.Code code(Reason reason) {
        return switch (reason) {
            case NOT_FOUND -> Status.Code.NOT_FOUND;
            case INVALID_FIELD -> Status.Code.INVALID_ARGUMENT;
            case STALE_REVISION -> Status.Code.ABORTED;
            case ALREADY_EXISTS -> Status.Code.ALREADY_EXISTS;
            case NOT_ALLOWED -> Status.Code.PERMISSION_DENIED;
            case PRECONDITION, REQUEST_ID_REUSED -> Status.Code.FAILED_PRECONDITION;
            case UNAUTHENTICATED -> Status.Code.UNAUTHENTICATED;
            case TOO_MANY_ATTEMPTS, LIMIT_REACHED -> Status.Code.RESOURCE_EXHAUSTED;
            case UNAVAILABLE -> Status.Code.UNAVAILABLE;
            case INTERNAL -> Status.Code.INTERNAL;
        };
    }

    private static String cut(String message) {
        return message.length() <= MESSAGE_SHOWN ? message : message.substring(0, MESSAGE_SHOWN) + "…";
    }
}
