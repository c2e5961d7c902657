package dev.drumbeat.gateway.house;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.grpc.ErrorDetails;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

/** Refusals as the services send them. */
final class Refused {
    private Refused() {}

    static StatusRuntimeException notFound() {
        return of(Status.Code.NOT_FOUND, Reason.NOT_FOUND, "", "resource.not_found", "There is no such thing.");
    }

    static StatusRuntimeException notAllowed() {
        return of(Status.Code.PERMISSION_DENIED, Reason.NOT_ALLOWED, "", "role.not_allowed", "Not with this role.");
    }

    static StatusRuntimeException unauthenticated() {
        return of(Status.Code.UNAUTHENTICATED, Reason.UNAUTHENTICATED, "", "session.ended", "Sign in first.");
    }

    static StatusRuntimeException invalid(String field, String rule, String message) {
        return of(Status.Code.INVALID_ARGUMENT, Reason.INVALID_FIELD, field, rule, message);
    }

    static StatusRuntimeException tooManyAttempts(int seconds) {
        return StatusProto.toStatusRuntimeException(
                status(Status.Code.RESOURCE_EXHAUSTED, Reason.TOO_MANY_ATTEMPTS, "", "attempts.too_many", "Wait.")
                        .addDetails(Any.pack(RetryInfo.newBuilder()
                                .setRetryDelay(Duration.newBuilder().setSeconds(seconds))
                                .build()))
                        .build());
    }

    static StatusRuntimeException of(Status.Code code, Reason reason, String field, String rule, String message) {
        return StatusProto.toStatusRuntimeException(
                status(code, reason, field, rule, message).build());
    }

    private static com.google.rpc.Status.Builder status(
            Status.Code code, Reason reason, String field, String rule, String message) {
        return com.google.rpc.Status.newBuilder()
                .setCode(code.value())
                .setMessage(message)
                .addDetails(Any.pack(ErrorInfo.newBuilder()
                        .setReason(reason.name())
                        .setDomain(ErrorDetails.DOMAIN)
                        .build()))
                .addDetails(Any.pack(BadRequest.newBuilder()
                        .addFieldViolations(BadRequest.FieldViolation.newBuilder()
                                .setField(field)
                                .setReason(rule)
                                .setDescription(message))
                        .build()));
    }
}
