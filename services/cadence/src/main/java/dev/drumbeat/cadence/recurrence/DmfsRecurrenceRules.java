package dev.drumbeat.cadence.recurrence;

import dev.drumbeat.cadence.schedule.RecurrenceRules;
import dev.drumbeat.platform.domain.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/** By lib-recur, in floating time: it never sees a zone, so its idea of daylight saving can't differ from ours. */
@Singleton
final class DmfsRecurrenceRules implements RecurrenceRules {
    private static final int MAX_LENGTH = 200;
    private static final Set<Freq> COARSE = Set.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    @Override
    public String check(String rule, LocalDateTime start, ZoneId zone) {
        if (rule.length() > MAX_LENGTH) {
            throw refused("rule.too_long", "A rule of at most " + MAX_LENGTH + " characters, please.");
        }
        RecurrenceRule parsed;
        try {
            parsed = new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            throw refused("rule.malformed", "This is no recurrence rule of RFC 5545, such as FREQ=WEEKLY;BYDAY=TU.");
        }
        if (!COARSE.contains(parsed.getFreq())
                || parsed.hasPart(Part.BYHOUR)
                || parsed.hasPart(Part.BYMINUTE)
                || parsed.hasPart(Part.BYSECOND)) {
            throw refused("rule.too_often", "Meetings are at most once a day; the time of day is that of the start.");
        }
        inUtc(parsed, zone);
        String kept = parsed.toString();
        if (!starts(kept, start, zone, start).hasNext()) {
            throw refused("rule.never", "By this rule there would never be a meeting.");
        }
        return kept;
    }

    @Override
    public Iterator<LocalDateTime> starts(String rule, LocalDateTime start, ZoneId zone, LocalDateTime from) {
        try {
            RecurrenceRule parsed = new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
            @Nullable LocalDateTime until = until(parsed, zone);
            if (until != null) {
                parsed.setUntil(floating(until));
            }
            RecurrenceRuleIterator iterator = parsed.iterator(floating(start));
            if (from.isAfter(start)) {
                iterator.fastForward(floating(from));
            }
            return new Locals(iterator);
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalStateException("a kept rule can't be read: " + rule, e);
        } catch (IllegalArgumentException e) {
            return Collections.emptyIterator();
        }
    }

    /** RFC 5545, 3.3.10: with a start in a zone, UNTIL is in UTC. Floating times and dates are taken as local. */
    private static void inUtc(RecurrenceRule rule, ZoneId zone) {
        @Nullable LocalDateTime until = until(rule, zone);
        if (until != null) {
            Instant end = until.atZone(zone).toInstant();
            rule.setUntil(new DateTime(DateTime.UTC, end.toEpochMilli()));
        }
    }

    private static @Nullable LocalDateTime until(RecurrenceRule rule, ZoneId zone) {
        @Nullable DateTime until = rule.getUntil();
        if (until == null) {
            return null;
        }
        if (until.isAllDay()) {
            return local(until).toLocalDate().atTime(23, 59, 59);
        }
        return until.isFloating()
                ? local(until)
                : LocalDateTime.ofInstant(Instant.ofEpochMilli(until.getTimestamp()), zone);
    }

    private static DateTime floating(LocalDateTime local) {
        return new DateTime(
                local.getYear(),
                local.getMonthValue() - 1,
                local.getDayOfMonth(),
                local.getHour(),
                local.getMinute(),
                local.getSecond());
    }

    private static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.isAllDay() ? 0 : time.getHours(),
                time.isAllDay() ? 0 : time.getMinutes(),
                time.isAllDay() ? 0 : time.getSeconds());
    }

    private static Refusal refused(String rule, String message) {
        return Refusal.invalid("schedule.rule", rule, message);
    }

    /** The library gives up on rules that match nothing for too long by throwing; for us they have ended. */
    private static final class Locals implements Iterator<LocalDateTime> {
        private final RecurrenceRuleIterator iterator;
        private Optional<LocalDateTime> next = Optional.empty();

        private Locals(RecurrenceRuleIterator iterator) {
            this.iterator = iterator;
            advance();
        }

        private void advance() {
            try {
                next = iterator.hasNext() ? Optional.of(local(iterator.nextDateTime())) : Optional.empty();
            } catch (IllegalArgumentException e) {
                next = Optional.empty();
            }
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        @Override
        public LocalDateTime next() {
            LocalDateTime current = next.orElseThrow(NoSuchElementException::new);
            advance();
            return current;
        }
    }
}
