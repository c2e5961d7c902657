package dev.drumbeat.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** Opens the file so that nothing is committed but by {@link GroupCommit}. */
final class StoreFile {

    private static final int CACHE_MEGABYTES = 32;
    private static final char @Nullable [] NOT_ENCRYPTED = null;

    private StoreFile() {}

    /** @throws StoreStartException with a message for a person */
    static MVStore open(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute.getParent());
            return open(absolute.toString());
        } catch (IOException e) {
            throw new StoreStartException("The directory of " + absolute + " can't be made: " + e.getMessage(), e);
        } catch (MVStoreException e) {
            throw new StoreStartException(
                    e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                            ? "The store's file is in use by another process: " + absolute
                            : "The store's file can't be opened: " + absolute + ": " + e.getMessage(),
                    e);
        }
    }

    /** By a name in one of H2's file systems. */
    static MVStore open(String name) {
        TwoHeaderFile file = new TwoHeaderFile(Map.of("cacheSize", CACHE_MEGABYTES));
        file.open(name, false, NOT_ENCRYPTED);
        try {
            return new MVStore.Builder()
                    .adoptFileStore(file)
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0) // a commit in the middle of a change would tear it apart
                    .compress() // the file is a fifth as large, for a tenth of the inserts per second
                    .open();
        } catch (MVStoreException e) {
            file.close();
            throw e;
        }
    }
}
