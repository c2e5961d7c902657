package dev.drumbeat.kpis;

/** Is told of every commit of this process at once, so that watchers need not wait for their next look. */
@FunctionalInterface
public interface Changes {
    void announce(String partnership);
}
