package dev.drumbeat.platform.process;

/** What must be so in the store before the first call is answered: indexes, first documents. Done again at every start. */
@FunctionalInterface
public interface Preparation {
    void prepare();
}
