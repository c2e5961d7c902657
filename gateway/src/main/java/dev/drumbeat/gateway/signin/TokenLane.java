package dev.drumbeat.gateway.signin;

import dev.drumbeat.gateway.asker.Asker;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.http.Problem;
import io.github.resilience4j.bulkhead.Bulkhead;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Systems that send figures share a few places, so that a flood of theirs keeps no page waiting: who finds none within a moment is
 * told to come again, and nothing was done.
 */
final class TokenLane extends OncePerRequestFilter {
    private static final String RETRY_AFTER_SECONDS = "1";

    private final Bulkhead places;

    TokenLane(Bulkhead places) {
        this.places = places;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getAttribute(Request.ATTRIBUTE) instanceof Request asking
                && asking.asker() instanceof Asker.Token
                && request.getRequestURI().equals("/graphql"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquirePermission()) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            Problem.TOO_MANY_AT_ONCE.write(request, response);
            return;
        }
        boolean goesOn = false;
        try {
            chain.doFilter(request, response);
            goesOn = request.isAsyncStarted();
        } finally {
            if (!goesOn) {
                places.onComplete();
            }
        }
        if (goesOn) {
            request.getAsyncContext().addListener(new Leaving());
        }
    }

    /** Once, whichever way it ends: the container tells of the completion last. */
    private final class Leaving implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            places.onComplete();
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
