package dev.drumbeat.platform.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.drumbeat.platform.telemetry.CurrentSpan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One event, one entry. It is written on the thread that tells it, so the trace at hand is its own. */
abstract class Lines extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = new byte[0];
    private static final int STACK_MAX_CHARACTERS = 8_000;

    /** What is told. */
    record Entry(String time, String level, String logger, String trace, String message, String stack) {}

    abstract String text(Entry entry);

    @Override
    public final byte[] encode(ILoggingEvent event) {
        Entry entry = new Entry(
                Instant.ofEpochMilli(event.getTimeStamp())
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString(),
                event.getLevel().toString(),
                event.getLoggerName(),
                CurrentSpan.traceId(),
                SafeText.of(event.getFormattedMessage()),
                stack(event.getThrowableProxy()));
        return text(entry).getBytes(StandardCharsets.UTF_8);
    }

    private static String stack(@Nullable IThrowableProxy thrown) {
        if (thrown == null) {
            return "";
        }
        String text = ThrowableProxyUtil.asString(thrown);
        return SafeText.of(text.length() > STACK_MAX_CHARACTERS ? text.substring(0, STACK_MAX_CHARACTERS) + "…" : text);
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}
