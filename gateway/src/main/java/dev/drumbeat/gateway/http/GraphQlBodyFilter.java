package dev.drumbeat.gateway.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads a GraphQL request's body once, as far as it may be long, and refuses lists of requests. */
final class GraphQlBodyFilter extends OncePerRequestFilter {
    private final int limitBytes;
    private final Duration limit;
    private final Problem tooLarge;

    /** @param limit in which the whole body has to be here */
    GraphQlBodyFilter(int limitBytes, Duration limit) {
        this.limitBytes = limitBytes;
        this.limit = limit;
        this.tooLarge = new Problem(
                413, "BODY_TOO_LARGE", "Too large", "A GraphQL request may have at most " + limitBytes + " bytes.");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/graphql")
                || !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body;
        try {
            body = read(request);
        } catch (Problem.Raised refused) {
            refused.problem().write(request, response);
            return;
        }
        if (isList(body)) {
            new Problem(400, "BATCH_REFUSED", "One request at a time", "Send one GraphQL request, not a list of them.")
                    .write(request, response);
        } else {
            chain.doFilter(new Buffered(request, body), response);
        }
    }

    private byte[] read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > limitBytes) {
            throw tooLarge.raised();
        }
        try (InputStream body = new LimitedBody(request.getInputStream(), limitBytes, tooLarge, limit)) {
            return body.readAllBytes();
        }
    }

    private static boolean isList(byte[] body) {
        for (byte each : body) {
            if (!Character.isWhitespace(each)) {
                return each == '[';
            }
        }
        return false;
    }

    private static final class Buffered extends HttpServletRequestWrapper {
        private final byte[] body;

        private Buffered(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new BufferedBody(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class BufferedBody extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        private BufferedBody(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is already here");
        }
    }
}
