package dev.drumbeat.gateway.signin;

import dev.drumbeat.gateway.asker.Asker;
import dev.drumbeat.gateway.asker.Asker.Nobody;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.asker.SecurityLog;
import dev.drumbeat.gateway.asker.SecurityLog.Event;
import dev.drumbeat.gateway.http.Problem;
import dev.drumbeat.gateway.services.ServiceFault;
import dev.drumbeat.gateway.services.ServiceSettings;
import dev.drumbeat.platform.telemetry.CurrentSpan;
import io.grpc.Deadline;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks, before anything else happens. Requests that change something are refused when they come from another
 * site, or with a session but without the page's token; bearer tokens are for recording figures and come with no session.
 */
final class AskerFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Sessions sessions;
    private final ServiceSettings settings;
    private final SameSite sameSite;

    AskerFilter(Sessions sessions, ServiceSettings settings, SameSite sameSite) {
        this.sessions = sessions;
        this.settings = settings;
        this.sameSite = sameSite;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.equals("/graphql") && !path.startsWith("/api/") && !path.startsWith("/bench/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String authorization = request.getHeader("Authorization");
        String session = authorization == null ? Cookies.session(request) : null;
        boolean changing = !READING.contains(request.getMethod());
        if (changing && sameSite.isForeign(request)) {
            SecurityLog.tell(Event.FOREIGN_ORIGIN, Problem.correlationId(request));
            Problem.FOREIGN_ORIGIN.write(request, response);
            return;
        }
        if (changing && session != null && !hasPageToken(request, session) && !isSignIn(request)) {
            SecurityLog.tell(Event.PAGE_TOKEN_MISSING, Problem.correlationId(request));
            Problem.PAGE_TOKEN_MISSING.write(request, response);
            return;
        }
        Deadline deadline = Deadline.after(settings.requestLimit().toMillis(), TimeUnit.MILLISECONDS);
        Asker asker;
        try {
            asker = authorization == null ? person(request, session, deadline) : token(authorization, deadline);
        } catch (ServiceFault fault) {
            Problem.unreachable(fault).write(request, response);
            return;
        }
        if (authorization != null && asker instanceof Nobody) {
            SecurityLog.tell(Event.TOKEN_INVALID, Problem.correlationId(request));
            response.setHeader("WWW-Authenticate", "Bearer");
            Problem.TOKEN_INVALID.write(request, response);
            return;
        }
        if (session != null && asker instanceof Nobody && !isSignIn(request)) {
            SecurityLog.tell(Event.SESSION_UNKNOWN, Problem.correlationId(request));
            Cookies.take(request, response);
        }
        if (asker instanceof Nobody && wantsStream(request)) {
            Problem.UNAUTHENTICATED.write(request, response);
            return;
        }
        request.setAttribute(
                Request.ATTRIBUTE,
                new Request(
                        asker,
                        deadline,
                        Problem.correlationId(request),
                        asker instanceof Asker.Person ? session : null,
                        CurrentSpan.get()));
        chain.doFilter(request, response);
    }

    private Asker person(HttpServletRequest request, @Nullable String session, Deadline deadline) {
        return session == null || isSignIn(request) ? new Nobody() : sessions.person(session, deadline);
    }

    private Asker token(String authorization, Deadline deadline) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Nobody();
        }
        return sessions.token(authorization.substring(BEARER.length()).strip(), deadline);
    }

    /** A stream has nothing for nobody; refused by status, because a page tries again when a stream merely ends. */
    private static boolean wantsStream(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return request.getRequestURI().equals("/api/sign-in");
    }

    private static boolean hasPageToken(HttpServletRequest request, String session) {
        String header = request.getHeader("X-XSRF-TOKEN");
        return header != null && Secrets.isPageToken(header, session);
    }
}
