package dev.drumbeat.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a BSON value as bytes whose unsigned order is MongoDB's order of values: first by type, then within the type.
 * Equal numbers give equal bytes whatever their type is (1, 1L, 1.0). No value's bytes are the beginning of another's, so
 * the values of several fields can stand one after another.
 */
final class KeyWriter {

    private static final int MIN_KEY = 0x05;
    /** An empty array has no element to index; it sorts before null, as in MongoDB. */
    private static final int EMPTY_ARRAY = 0x08;

    private static final int NULL = 0x10;
    private static final int NUMBER = 0x20;
    private static final int STRING = 0x30;
    private static final int DOCUMENT = 0x40;
    private static final int ARRAY = 0x50;
    private static final int BINARY = 0x60;
    private static final int OBJECT_ID = 0x70;
    private static final int BOOLEAN = 0x80;
    private static final int DATE = 0x90;
    private static final int TIMESTAMP = 0xA0;
    private static final int REGEX = 0xB0;
    private static final int JAVASCRIPT = 0xC0;
    private static final int MAX_KEY = 0xF0;

    private static final int END = 0x00;
    private static final int ESCAPED_ZERO = 0xFF;

    private static final int BELOW = 0x7F;
    private static final int EXACT = 0x80;
    private static final int ABOVE = 0x81;

    /** Three doubles carry 159 bits, enough to tell any two of Decimal128's 34 digits apart. */
    private static final int NUMBER_PARTS = 3;

    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(32);

    private KeyWriter() {}

    static Key of(@Nullable Object value) {
        KeyWriter writer = new KeyWriter();
        writer.value(value);
        return new Key(writer.out.toByteArray());
    }

    static Key ofEmptyArray() {
        return new Key(new byte[] {EMPTY_ARRAY});
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> out.write(NULL);
            case Missing missing -> out.write(NULL);
            case Decimal128 decimal -> decimal(decimal);
            case Number number -> number(number);
            case String text -> text(STRING, text);
            case Map<?, ?> document -> document(document);
            case Collection<?> array -> array(array);
            case BinData data -> binary(0, data.getData());
            case LegacyUUID uuid -> uuid(3, uuid.getUuid());
            case UUID uuid -> uuid(4, uuid);
            case ObjectId id -> {
                out.write(OBJECT_ID);
                out.writeBytes(id.toByteArray());
            }
            case Boolean bool -> {
                out.write(BOOLEAN);
                out.write(bool ? 1 : 0);
            }
            case Instant instant -> {
                out.write(DATE);
                longBits(instant.toEpochMilli() ^ Long.MIN_VALUE);
            }
            case BsonTimestamp timestamp -> {
                out.write(TIMESTAMP);
                longBits(timestamp.getValue());
            }
            case BsonRegularExpression regex -> {
                text(REGEX, regex.getPattern());
                escaped(regex.getOptions() == null ? "" : regex.getOptions());
            }
            case BsonJavaScript script -> text(JAVASCRIPT, script.getCode());
            case MinKey min -> out.write(MIN_KEY);
            case MaxKey max -> out.write(MAX_KEY);
            default -> throw new IllegalArgumentException("can't be indexed: " + value.getClass());
        }
    }

    private void number(Number number) {
        out.write(NUMBER);
        if (number instanceof Long whole && Math.abs(whole) > EXACT_IN_DOUBLE) {
            parts(BigDecimal.valueOf(whole), NUMBER_PARTS);
        } else {
            doubleBits(number.doubleValue());
            out.write(EXACT);
        }
    }

    private void decimal(Decimal128 decimal) {
        out.write(NUMBER);
        double nearest = decimal.doubleValue();
        if (Double.isNaN(nearest) || decimal.toString().endsWith("Infinity")) {
            doubleBits(nearest);
            out.write(EXACT);
        } else {
            parts(decimal.toBigDecimal(), NUMBER_PARTS);
        }
    }

    /** The nearest double, then on which side of it the number lies, and by how much, in the same way. */
    private void parts(BigDecimal number, int partsLeft) {
        double nearest = Math.clamp(number.doubleValue(), -Double.MAX_VALUE, Double.MAX_VALUE);
        doubleBits(nearest);
        BigDecimal rest = number.subtract(new BigDecimal(nearest));
        if (rest.signum() == 0 || partsLeft == 1) {
            out.write(EXACT);
            return;
        }
        out.write(rest.signum() < 0 ? BELOW : ABOVE);
        parts(rest, partsLeft - 1);
    }

    private void doubleBits(double number) {
        if (Double.isNaN(number)) {
            longBits(0); // below every other number
            return;
        }
        long bits = Double.doubleToLongBits(number == 0.0 ? 0.0 : number); // -0.0 is 0.0
        longBits(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
    }

    private void longBits(long bits) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (bits >>> shift));
        }
    }

    private void text(int type, String text) {
        out.write(type);
        escaped(text);
    }

    private void escaped(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            out.write(b);
            if (b == 0) {
                out.write(ESCAPED_ZERO);
            }
        }
        out.write(END);
        out.write(END);
    }

    private void document(Map<?, ?> document) {
        out.write(DOCUMENT);
        document.forEach((name, value) -> {
            byte[] encoded = of(value).toBytes();
            out.write(encoded[0]); // documents are ordered by the type of a field before its name
            escaped(String.valueOf(name));
            out.writeBytes(encoded);
        });
        out.write(END);
    }

    private void array(Collection<?> array) {
        out.write(ARRAY);
        array.forEach(this::value);
        out.write(END);
    }

    private void binary(int subtype, byte[] data) {
        out.write(BINARY);
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(data.length >>> shift);
        }
        out.write(subtype);
        out.writeBytes(data);
    }

    private void uuid(int subtype, UUID uuid) {
        out.write(BINARY);
        out.writeBytes(new byte[] {0, 0, 0, 16, (byte) subtype});
        longBits(uuid.getMostSignificantBits());
        longBits(uuid.getLeastSignificantBits());
    }

    /** Whether an index holds this value as one entry: arrays are held by their elements. */
    static boolean isScalar(@Nullable Object value) {
        return !(value instanceof Collection)
                && !(value instanceof BsonRegularExpression)
                && !(value instanceof Document document
                        && document.keySet().stream().anyMatch(name -> name.startsWith("$")));
    }
}
