package dev.drumbeat.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;
import org.jspecify.annotations.Nullable;

/**
 * The file, with a header that survives a power failure. The file begins with two copies of a header that says where the
 * last commit lies. The library writes both copies at once, and not with every commit; when the power fails, the disk may
 * have kept the new header without the commit it names, or a commit on the place of an older one without the header that
 * knows it, and a confirmed commit is not found again. Here each commit writes one copy, in turns: the other one still
 * names the commit before, which was forced to the disk.
 */
final class TwoHeaderFile extends SingleFileStore {

    /** Of one copy of the header: a block, in H2's format. */
    private static final int COPY_BYTES = 4_096;

    /**
     * Stands in the header of a file that was closed in order. As the library takes it out of the header, and writes the
     * header, with the first commit that finds it there, putting it in makes any commit write the header.
     */
    private static final String CLEAN = "clean";

    private static final String VERSION = "version";

    TwoHeaderFile(Map<String, Object> configuration) {
        super(configuration);
    }

    @Override
    protected void writeFully(@Nullable SFChunk chunk, long position, ByteBuffer source) {
        boolean header = chunk == null && position == 0 && source.remaining() == 2 * COPY_BYTES;
        if (header && !storeHeader.containsKey(CLEAN) && size() >= 2 * COPY_BYTES) {
            super.writeFully(null, olderCopy(), source.slice(0, COPY_BYTES));
            return;
        }
        super.writeFully(chunk, position, source);
        if (chunk != null) {
            storeHeader.put(CLEAN, 1);
        }
    }

    private long olderCopy() {
        return version(0) <= version(COPY_BYTES) ? 0 : COPY_BYTES;
    }

    /** Of the commit that a copy names; below every version when it can't be read. */
    private long version(long position) {
        try {
            String text = StandardCharsets.ISO_8859_1
                    .decode(readFully((SFChunk) null, position, COPY_BYTES))
                    .toString();
            Map<String, String> header = DataUtils.parseMap(text.substring(0, text.indexOf('\n')));
            return DataUtils.readHexLong(header, VERSION, 0);
        } catch (MVStoreException | IndexOutOfBoundsException e) {
            return -1;
        }
    }
}
