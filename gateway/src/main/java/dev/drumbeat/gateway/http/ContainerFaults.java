package dev.drumbeat.gateway.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the server refuses before we see it, as a problem document like all others. */
@RestController
final class ContainerFaults implements ErrorController {
    @RequestMapping("${server.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problem(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)).write(request, response);
    }

    private static Problem problem(@Nullable Object status) {
        return switch (status) {
            case null -> Problem.NOT_FOUND;
            case Integer code when code == 404 -> Problem.NOT_FOUND;
            case Integer code when code == 408 -> LimitedBody.TOO_SLOW;
            case Integer code
            when code >= 400 && code < 500 ->
                new Problem(code, "BAD_REQUEST", "Not understood", "The request is not what is expected here.");
            default -> Problem.INTERNAL;
        };
    }
}
