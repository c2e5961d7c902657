package dev.drumbeat.store;

import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/**
 * The store can't keep its promise any more and must be started again. It says so as a MongoDB does that is going down, so that
 * drivers take it for out of reach, and whoever asked knows to try again.
 */
final class StoreFailedException extends MongoServerError {

    private static final long serialVersionUID = 1L;
    private static final int SHUTDOWN_IN_PROGRESS = 91;

    StoreFailedException(String message, @Nullable Throwable cause) {
        super(SHUTDOWN_IN_PROGRESS, "ShutdownInProgress", message, cause);
    }
}
