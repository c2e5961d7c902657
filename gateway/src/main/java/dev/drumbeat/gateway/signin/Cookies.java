package dev.drumbeat.gateway.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The session's two cookies: the secret, which no script reads, and the token that the page sends back. */
final class Cookies {
    static final String SESSION = "drumbeat-session";
    static final String PAGE_TOKEN = "XSRF-TOKEN";

    private Cookies() {}

    static @Nullable String session(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(SESSION) && !cookie.getValue().isEmpty()) {
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
        return ResponseCookie.from(name, value)
                .path("/")
                .sameSite("Strict")
                .secure(request.isSecure())
                .maxAge(life);
    }

    private static void add(HttpServletResponse response, ResponseCookie.ResponseCookieBuilder cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
