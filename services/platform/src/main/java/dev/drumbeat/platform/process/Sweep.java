package dev.drumbeat.platform.process;

import java.time.Duration;

/**
 * Work that is done again and again, from one period on after the start, so that whatever was interrupted heals by itself. Every
 * bean of this type runs. One of several equal processes does it at a time; doing it twice must be harmless.
 *
 * @param name of the lease under which it is done
 * @param period about how often; a failure is logged and tried again next time
 */
public record Sweep(String name, Duration period, Runnable work) {}
