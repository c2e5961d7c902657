package dev.drumbeat.gateway.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A request's body that ends the request as soon as there is more of it than allowed, or as soon as it has been coming for longer
 * than allowed: who sends a byte now and then keeps nothing of ours busy.
 */
public final class LimitedBody extends FilterInputStream {
    static final Problem TOO_SLOW = new Problem(
            408, "BODY_TOO_SLOW", "Too slow", "The request did not arrive in the time there is for it. Send it again.");

    private final long limitBytes;
    private final Problem tooLarge;
    private final long endNanos;
    private long seen;

    /** @param tooLarge told to whom sends more than {@code limitBytes} */
    public LimitedBody(InputStream body, long limitBytes, Problem tooLarge, Duration limit) {
        super(body);
        this.limitBytes = limitBytes;
        this.tooLarge = tooLarge;
        this.endNanos = System.nanoTime() + limit.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? count : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (System.nanoTime() - endNanos > 0) {
            throw TOO_SLOW.raised();
        }
        int count = inTime(target, offset, length);
        seen += Math.max(0, count);
        if (seen > limitBytes) {
            throw tooLarge.raised();
        }
        return count;
    }

    /** The server waits for one byte as long as its connection timeout says. */
    private int inTime(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (IOException e) {
            if (e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException) {
                throw TOO_SLOW.raised();
            }
            throw e;
        }
    }
}
