package dev.drumbeat.gateway.http;

import dev.drumbeat.gateway.asker.AskerRefused;
import dev.drumbeat.gateway.services.ServiceFault;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What went wrong outside GraphQL, as a problem document that tells nothing of how we are made. */
@RestControllerAdvice
final class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    void answer(Exception fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("the answer was under way", fault);
        }
        problem(fault, request).write(request, response);
    }

    private static Problem problem(Exception fault, HttpServletRequest request) {
        return switch (fault) {
            case Problem.Raised raised -> raised.problem();
            case ServiceFault unreachable -> Problem.unreachable(unreachable);
            case AskerRefused refused ->
                refused.code().equals("UNAUTHENTICATED")
                        ? Problem.UNAUTHENTICATED
                        : new Problem(403, refused.code(), "Not allowed", String.valueOf(refused.getMessage()));
            case Refusal refusal -> refused(refusal);
            case NoResourceFoundException nothing -> Problem.NOT_FOUND;
            case HttpMessageNotReadableException unreadable ->
                new Problem(400, "BAD_REQUEST", "Not understood", "The body is not what is expected here.");
            case ErrorResponse known
            when known.getStatusCode().is4xxClientError() ->
                new Problem(
                        known.getStatusCode().value(),
                        "BAD_REQUEST",
                        String.valueOf(known.getBody().getTitle()),
                        String.valueOf(known.getBody().getDetail()));
            default -> {
                log.error("fault {}", Problem.correlationId(request), fault);
                yield Problem.INTERNAL;
            }
        };
    }

    private static Problem refused(Refusal refusal) {
        String detail = String.valueOf(refusal.getMessage());
        if (refusal.reason() == Reason.NOT_FOUND) {
            return Problem.NOT_FOUND;
        }
        return switch (refusal.reason()) {
            case NOT_ALLOWED -> new Problem(403, "NOT_ALLOWED", "Not allowed", detail);
            case UNAUTHENTICATED -> Problem.UNAUTHENTICATED;
            case TOO_MANY_ATTEMPTS, LIMIT_REACHED ->
                new Problem(429, refusal.reason().name(), "Too much", detail);
            default -> new Problem(422, refusal.reason().name(), "Refused", detail);
        };
    }
}
