package dev.drumbeat.gateway.http;

import dev.drumbeat.gateway.services.ServiceFault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why there is no answer, as a problem document (RFC 9457).
 *
 * @param code stable, for machines
 * @param detail for people
 */
public record Problem(int status, String code, String title, String detail) {
    public static final Problem FOREIGN_ORIGIN =
            new Problem(403, "FOREIGN_ORIGIN", "Not from here", "Only Drumbeat's own pages may change something here.");
    public static final Problem PAGE_TOKEN_MISSING = new Problem(
            403,
            "PAGE_TOKEN_MISSING",
            "The page's token is missing",
            "Send the value of the cookie XSRF-TOKEN as the header X-XSRF-TOKEN.");
    public static final Problem TOKEN_INVALID = new Problem(
            401, "TOKEN_INVALID", "Token not accepted", "The ingestion token is unknown, expired or revoked.");
    public static final Problem UNAUTHENTICATED =
            new Problem(401, "UNAUTHENTICATED", "Not signed in", "Sign in first.");
    public static final Problem SIGN_IN_REFUSED =
            new Problem(401, "SIGN_IN_REFUSED", "Not signed in", "The e-mail address or the password is not right.");
    public static final Problem TOO_MANY_ATTEMPTS = new Problem(
            429, "TOO_MANY_ATTEMPTS", "Too many attempts", "Wait as long as Retry-After says, then try again.");
    public static final Problem TOO_MANY_AT_ONCE = new Problem(
            429,
            "TOO_MANY_AT_ONCE",
            "Too many at once",
            "Systems are sending more than is taken in at a time. Nothing was done; send it again, as Retry-After says.");
    public static final Problem NOT_FOUND =
            new Problem(404, "NOT_FOUND", "Not found", "There is nothing here that you may see.");
    public static final Problem INTERNAL = new Problem(
            500, "INTERNAL", "Something went wrong", "It is our fault. The log knows more under the correlation id.");

    private static final String CORRELATION = Problem.class.getName() + ".correlation";
    private static final JsonMapper JSON = new JsonMapper();

    public static Problem unreachable(ServiceFault fault) {
        return new Problem(
                503,
                "SERVICE_UNAVAILABLE",
                "A part of Drumbeat can't be reached",
                fault.service().word() + " can't be reached right now. Try again in a moment.");
    }

    /** Ends a request with this problem. */
    public Raised raised() {
        return new Raised(this);
    }

    /** A problem on its way out. */
    public static final class Raised extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        private Raised(Problem problem) {
            super(problem.code(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /** Gives the request its id, before anybody asks for it. */
    public static void correlate(HttpServletRequest request, String id) {
        request.setAttribute(CORRELATION, id);
    }

    /** The request's id, which its answer, its problems and its log lines have in common. */
    public static String correlationId(HttpServletRequest request) {
        Object known = request.getAttribute(CORRELATION);
        if (known instanceof String id) {
            return id;
        }
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        request.setAttribute(CORRELATION, id);
        return id;
    }

    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", title);
        document.put("status", status);
        document.put("detail", detail);
        document.put("code", code);
        document.put("correlationId", correlationId(request));
        byte[] body = JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
