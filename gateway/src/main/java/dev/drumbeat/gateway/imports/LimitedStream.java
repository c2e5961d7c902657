package dev.drumbeat.gateway.imports;

import dev.drumbeat.gateway.http.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends the request as soon as there is more than allowed. */
final class LimitedStream extends FilterInputStream {
    private final long limitBytes;
    private long seen;

    LimitedStream(InputStream stream, long limitBytes) {
        super(stream);
        this.limitBytes = limitBytes;
    }

    static Problem.Raised tooLarge(long limitBytes) {
        return new Problem(
                        413,
                        "FILE_TOO_LARGE",
                        "File too large",
                        "A file may have at most " + limitBytes / (1024 * 1024) + " MB. Split it and import the parts.")
                .raised();
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        return value < 0 ? value : counted(1, value);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        return count < 0 ? count : counted(count, count);
    }

    private int counted(int count, int result) {
        seen += count;
        if (seen > limitBytes) {
            throw tooLarge(limitBytes);
        }
        return result;
    }
}
