package dev.drumbeat.gateway.signin;

import dev.drumbeat.gateway.asker.Asker;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.asker.SecurityLog;
import dev.drumbeat.gateway.asker.SecurityLog.Event;
import dev.drumbeat.gateway.http.Problem;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.partners.v1.OpenSessionRequest;
import dev.drumbeat.proto.partners.v1.OpenSessionResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in with e-mail and password, and out. */
@RestController
final class SignInController {
    private final Sessions sessions;
    private final Clock clock;

    SignInController(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @PostMapping(path = "/api/sign-in", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    void signIn(
            @RequestAttribute(name = Request.ATTRIBUTE) Request asking,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String former = Cookies.session(request);
        try {
            OpenSessionResponse opened = sessions.open(
                    OpenSessionRequest.newBuilder()
                            .setEmail(email)
                            .setPassword(password)
                            .setBrowser(Objects.requireNonNullElse(request.getHeader("User-Agent"), ""))
                            .setAddress(request.getRemoteAddr())
                            .build(),
                    asking.deadline());
            SecurityLog.tell(Event.SIGNED_IN, opened.getCaller().getSubject(), asking.correlationId());
            Instant end = Instant.ofEpochSecond(opened.getExpiresAt().getSeconds());
            Cookies.give(request, response, opened.getSecret(), Duration.between(clock.instant(), end));
            if (former != null) {
                sessions.end(former, asking.deadline());
            }
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.TOO_MANY_ATTEMPTS) {
                SecurityLog.tell(Event.SIGN_IN_SLOWED_DOWN, asking.correlationId());
                long seconds = Math.max(
                        1,
                        refusal.retryAfter()
                                .orElse(Duration.ofSeconds(1))
                                .plusMillis(999)
                                .toSeconds());
                response.setHeader("Retry-After", Long.toString(seconds));
                Problem.TOO_MANY_ATTEMPTS.write(request, response);
            } else {
                SecurityLog.tell(Event.SIGN_IN_REFUSED, asking.correlationId());
                Problem.SIGN_IN_REFUSED.write(request, response);
            }
        }
    }

    @PostMapping("/api/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(
            @RequestAttribute(name = Request.ATTRIBUTE) Request asking,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (asking.asker() instanceof Asker.Person person && asking.sessionSecret() != null) {
            SecurityLog.tell(Event.SIGNED_OUT, person.subject(), asking.correlationId());
            sessions.end(asking.sessionSecret(), asking.deadline());
        }
        Cookies.take(request, response);
    }
}
