package dev.drumbeat.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Bytes whose unsigned order is the order of the values they were made from; see {@link KeyWriter}. */
final class Key implements Comparable<Key> {

    static final Key EMPTY = new Key(new byte[0]);

    private final byte[] bytes;

    Key(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] toBytes() {
        return bytes.clone();
    }

    Key plus(Key tail) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + tail.bytes.length);
        System.arraycopy(tail.bytes, 0, joined, bytes.length, tail.bytes.length);
        return new Key(joined);
    }

    /** The same value in a field that is ordered downwards. */
    Key inverted() {
        byte[] inverted = bytes.clone();
        for (int at = 0; at < inverted.length; at++) {
            inverted[at] = (byte) ~inverted[at];
        }
        return new Key(inverted);
    }

    /** The type of the value, without the value: everything of one type starts with it. */
    Key type() {
        return new Key(Arrays.copyOf(bytes, 1));
    }

    /** The first key after everything that starts with this one; null when nothing can come after. */
    @Nullable
    Key afterPrefix() {
        for (int last = bytes.length - 1; last >= 0; last--) {
            if (bytes[last] != (byte) 0xFF) {
                byte[] next = Arrays.copyOf(bytes, last + 1);
                next[last]++;
                return new Key(next);
            }
        }
        return null;
    }

    boolean startsWith(Key prefix) {
        return bytes.length >= prefix.bytes.length
                && Arrays.equals(bytes, 0, prefix.bytes.length, prefix.bytes, 0, prefix.bytes.length);
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    /** How keys lie in the file: their length, then their bytes. */
    static final class Type extends BasicDataType<Key> {

        static final Type INSTANCE = new Type();

        /** Object headers of the key, its array, and the reference to it. */
        private static final int OVERHEAD_BYTES = 40;

        private Type() {}

        @Override
        public int getMemory(Key key) {
            return OVERHEAD_BYTES + key.bytes.length;
        }

        @Override
        public void write(WriteBuffer out, Key key) {
            out.putVarInt(key.bytes.length).put(key.bytes);
        }

        @Override
        public Key read(ByteBuffer in) {
            byte[] bytes = new byte[DataUtils.readVarInt(in)];
            in.get(bytes);
            return new Key(bytes);
        }

        @Override
        public int compare(Key left, Key right) {
            return left.compareTo(right);
        }

        @Override
        public Key[] createStorage(int size) {
            return new Key[size];
        }
    }
}
