package dev.drumbeat.gateway.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The session's two cookies: the secret, which no script reads, and the token that the page sends back. Behind TLS their names begin
 * with {@value #HOST}: browsers then take them from this very host over TLS only, and nobody else plants one.
 */
final class Cookies {
    static final String SESSION = "drumbeat-session";
    static final String PAGE_TOKEN = "XSRF-TOKEN";

    private static final String HOST = "__Host-";

    private Cookies() {}

    static @Nullable String session(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        String name = named(request, SESSION);
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                return cookie.getValue();
            }
        }
        return null;
    }

    static void give(HttpServletRequest request, HttpServletResponse response, String secret, Duration life) {
        add(response, cookie(request, SESSION, secret, life).httpOnly(true));
        add(response, cookie(request, PAGE_TOKEN, Secrets.pageToken(secret), life));
    }

    static void take(HttpServletRequest request, HttpServletResponse response) {
        add(response, cookie(request, SESSION, "", Duration.ZERO).httpOnly(true));
        add(response, cookie(request, PAGE_TOKEN, "", Duration.ZERO));
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(
            HttpServletRequest request, String name, String value, Duration life) {
        return ResponseCookie.from(named(request, name), value)
                .path("/")
                .sameSite("Strict")
                .secure(request.isSecure())
                .maxAge(life);
    }

    private static String named(HttpServletRequest request, String name) {
        return request.isSecure() ? HOST + name : name;
    }

    private static void add(HttpServletResponse response, ResponseCookie.ResponseCookieBuilder cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
