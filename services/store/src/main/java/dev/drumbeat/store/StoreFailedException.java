package dev.drumbeat.store;

import de.bwaldvogel.mongo.exception.MongoServerException;
import org.jspecify.annotations.Nullable;

/** The store can't keep its promise any more and must be started again. */
final class StoreFailedException extends MongoServerException {

    private static final long serialVersionUID = 1L;

    StoreFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
