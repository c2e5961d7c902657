package dev.drumbeat.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells our own pages' requests from those of other sites by what the browser says about where they come from. */
final class SameSite {
    private static final Set<String> OWN_FETCH_SITES = Set.of("same-origin", "none");

    private final Set<String> trustedOrigins;

    SameSite(Set<String> trustedOrigins) {
        this.trustedOrigins = trustedOrigins;
    }

    boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin != null) {
            return !trustedOrigins.contains(origin) && !isOwn(origin, request);
        }
        String fetchSite = request.getHeader("Sec-Fetch-Site");
        return fetchSite != null && !OWN_FETCH_SITES.contains(fetchSite);
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        URI uri = parse(origin);
        if (uri == null || uri.getHost() == null || uri.getScheme() == null) {
            return false;
        }
        int port = uri.getPort() < 0 ? (uri.getScheme().equals("https") ? 443 : 80) : uri.getPort();
        return uri.getScheme().equals(request.getScheme())
                && uri.getHost()
                        .toLowerCase(Locale.ROOT)
                        .equals(request.getServerName().toLowerCase(Locale.ROOT))
                && port == request.getServerPort();
    }

    private static @Nullable URI parse(String origin) {
        try {
            return URI.create(origin);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
