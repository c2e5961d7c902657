package dev.drumbeat.demo.scms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A second, deliberately plain reading of the same definitions, to check the first against: one pass over the raw text, adding to
 * sums. It shares no code with {@link ScmsKpi}, {@link Delivery} or {@link DeliveryHistory}.
 */
public final class Recount {

    /** Whose figure, in which month of the data, of which KPI. */
    public record Key(String vendor, String month, String kpi) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return (vendor + month + kpi).compareTo(other.vendor + other.month + other.kpi);
        }
    }

    /** Numerator and denominator as added up; a key that is missing had nothing to count. */
    public record Sums(BigDecimal numerator, BigDecimal denominator) {
        Sums plus(BigDecimal above, BigDecimal below) {
            return new Sums(numerator.add(above), denominator.add(below));
        }
    }

    /** The source ends in the middle of this month, so it counts for nothing. */
    private static final String BROKEN_OFF = "2015-09";

    private final Map<Key, Sums> sums = new TreeMap<>();

    private Recount() {}

    public static Map<Key, Sums> ofRawLines() {
        var recount = new Recount();
        try (var raw = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Recount.class.getResourceAsStream("deliveries.csv")), StandardCharsets.UTF_8))) {
            raw.lines().skip(1).forEach(recount::line);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return recount.sums;
    }

    private void line(String line) {
        String[] field = line.split(",", -1);
        if (field[5].startsWith(BROKEN_OFF)) {
            return;
        }
        String vendor = field[1];
        String mode = field[2];
        String poSent = field[3];
        String freight = field[7];
        long scheduled = LocalDate.parse(field[4]).toEpochDay();
        long delivered = LocalDate.parse(field[5]).toEpochDay();
        String month = field[5].substring(0, 7);

        add(vendor, month, "on-time-delivery", delivered <= scheduled ? 1 : 0, 1);
        add(vendor, month, "days-late", delivered > scheduled ? delivered - scheduled : 0, 1);
        if (!mode.isEmpty()) {
            add(vendor, month, "expedite-share", mode.equals("Air Charter") ? 1 : 0, 1);
        }
        if (!poSent.isEmpty() && delivered - LocalDate.parse(poSent).toEpochDay() >= 0) {
            add(vendor, month, "lead-time", delivered - LocalDate.parse(poSent).toEpochDay(), 1);
        }
        if (!freight.isEmpty()) {
            add(new Key(vendor, month, "freight-burden"), new BigDecimal(freight), new BigDecimal(field[6]));
        }
    }

    private void add(String vendor, String month, String kpi, long above, long below) {
        add(new Key(vendor, month, kpi), BigDecimal.valueOf(above), BigDecimal.valueOf(below));
    }

    private void add(Key key, BigDecimal above, BigDecimal below) {
        sums.merge(key, new Sums(above, below), (old, added) -> old.plus(added.numerator(), added.denominator()));
    }
}
