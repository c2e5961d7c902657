package dev.drumbeat.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk that can lose its power: of what was written since it was last told to force, it then keeps any part, torn at any
 * sector, in any combination. What was forced, it keeps.
 */
public final class PowerCut extends FilePathWrapper {

    private static final String SCHEME = "powercut";
    private static final int SECTOR_BYTES = 512;

    private static volatile Disk disk = new Disk(new byte[0]);

    /** Puts a disk with this content in, and says by which name its file is opened. */
    static String insert(byte[] content) {
        disk = new Disk(content);
        FilePath.register(new PowerCut());
        return SCHEME + ":" + System.getProperty("java.io.tmpdir") + "/powercut.mv.db";
    }

    static byte[] pull(RandomGenerator random) {
        return disk.pull(random);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) {
        return disk;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public boolean canWrite() {
        return true;
    }

    private interface Change {
        byte[] applied(byte[] to, RandomGenerator random);
    }

    private static final class Disk extends FileBase {
        private byte[] now;
        private byte[] forced;
        private final List<Change> unforced = new ArrayList<>();

        Disk(byte[] content) {
            now = content.clone();
            forced = content.clone();
        }

        synchronized byte[] pull(RandomGenerator random) {
            byte[] kept = forced.clone();
            for (Change change : unforced) {
                if (random.nextBoolean()) {
                    kept = change.applied(kept, random);
                }
            }
            return kept;
        }

        @Override
        public synchronized void force(boolean metadata) {
            forced = now.clone();
            unforced.clear();
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) {
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            now = written(now, bytes, bytes.length, (int) position);
            unforced.add((to, random) -> {
                int sectors = (bytes.length + SECTOR_BYTES - 1) / SECTOR_BYTES;
                boolean torn = random.nextInt(3) == 0;
                int length = torn ? Math.min(bytes.length, random.nextInt(sectors + 1) * SECTOR_BYTES) : bytes.length;
                return written(to, bytes, length, (int) position);
            });
            return bytes.length;
        }

        private static byte[] written(byte[] to, byte[] bytes, int length, int position) {
            byte[] result = to.length < position + length ? Arrays.copyOf(to, position + length) : to;
            System.arraycopy(bytes, 0, result, position, length);
            return result;
        }

        @Override
        public synchronized FileChannel truncate(long size) {
            if (size < now.length) {
                now = Arrays.copyOf(now, (int) size);
                unforced.add((to, random) -> to.length > size ? Arrays.copyOf(to, (int) size) : to);
            }
            return this;
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) {
            int length = Math.min(target.remaining(), now.length - (int) position);
            if (length <= 0) {
                return -1;
            }
            target.put(now, (int) position, length);
            return length;
        }

        @Override
        public synchronized long size() {
            return now.length;
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            return new FileLock(this, position, size, shared) {
                @Override
                public boolean isValid() {
                    return true;
                }

                @Override
                public void release() {}
            };
        }

        @Override
        public long position() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileChannel position(long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            throw new UnsupportedOperationException();
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            throw new UnsupportedOperationException();
        }
    }
}
