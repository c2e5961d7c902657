package dev.drumbeat.platform.logging;

/** For people: time, level, logger, message, and the trace's id at the end. */
public final class PlainLines extends Lines {
    @Override
    String text(Entry entry) {
        return "%s %-5s %s %s%s%n%s"
                .formatted(
                        entry.time(),
                        entry.level(),
                        shortName(entry.logger()),
                        entry.message(),
                        entry.trace().isEmpty() ? "" : " [" + entry.trace() + "]",
                        entry.stack());
    }

    private static String shortName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}
