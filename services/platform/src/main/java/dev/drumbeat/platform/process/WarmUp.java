package dev.drumbeat.platform.process;

/**
 * Something done once before the first call is let in, so that this call need not wait for it: classes loaded, connections made,
 * a password hashed. Every bean of this type runs, after the {@link Preparation}s. It leaves nothing behind in the store, and
 * a failure costs time and nothing else.
 */
@FunctionalInterface
public interface WarmUp {
    void warmUp() throws Exception;
}
