package dev.drumbeat.cadence.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * When meetings are. Local time stays put across daylight saving: 9:00 stays 9:00, whatever UTC says. A local time that a clock
 * skips is read with the offset before the gap, one that comes twice is the first of the two (RFC 5545, 3.3.5).
 *
 * @param rule RRULE as {@link RecurrenceRules#check} gave it; empty for a single meeting
 * @param start first start, local; the first one after it that fits the rule where it does not
 * @param timeZone IANA name
 */
public record Schedule(String rule, LocalDateTime start, String timeZone, int durationMinutes) {
    public static final int MIN_MINUTES = 5;
    public static final int MAX_MINUTES = 480;

    public Schedule {
        if (durationMinutes < MIN_MINUTES || durationMinutes > MAX_MINUTES) {
            throw new IllegalArgumentException("a meeting of " + durationMinutes + " minutes");
        }
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public Duration duration() {
        return Duration.ofMinutes(durationMinutes);
    }

    /** Starts at or after {@code from} and before {@code to}, in order. */
    public List<Instant> starts(RecurrenceRules rules, Instant from, Instant to) {
        List<Instant> starts = new ArrayList<>();
        Iterator<Instant> all = from(rules, from);
        while (all.hasNext()) {
            Instant next = all.next();
            if (!next.isBefore(to)) {
                break;
            }
            starts.add(next);
        }
        return starts;
    }

    /** The first start at or after {@code from}; empty when there is none. */
    public Optional<Instant> next(RecurrenceRules rules, Instant from) {
        Iterator<Instant> all = from(rules, from);
        return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
    }

    /** Starts at or after {@code from}; endless where the rule is. */
    public Iterator<Instant> from(RecurrenceRules rules, Instant from) {
        ZoneId zone = zone();
        // A day earlier, because the local order and the order of instants differ by an hour around a change of clocks.
        LocalDateTime localFrom = LocalDateTime.ofInstant(from, zone).minusDays(1);
        Iterator<LocalDateTime> locals = rule.isEmpty()
                ? List.of(start).iterator()
                : rules.starts(rule, start, zone, localFrom.isBefore(start) ? start : localFrom);
        return new Instants(locals, zone, from);
    }

    /** Turns local starts into instants and leaves out those before a moment. */
    private static final class Instants implements Iterator<Instant> {
        private final Iterator<LocalDateTime> locals;
        private final ZoneId zone;
        private Optional<Instant> next = Optional.empty();

        private Instants(Iterator<LocalDateTime> locals, ZoneId zone, Instant from) {
            this.locals = locals;
            this.zone = zone;
            advance();
            while (next.isPresent() && next.get().isBefore(from)) {
                advance();
            }
        }

        private void advance() {
            next = locals.hasNext() ? Optional.of(locals.next().atZone(zone).toInstant()) : Optional.empty();
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        @Override
        public Instant next() {
            Instant current = next.orElseThrow(java.util.NoSuchElementException::new);
            advance();
            return current;
        }
    }
}
