package dev.drumbeat.platform.mongo;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.grpc.FaultTranslator;
import java.util.Optional;

/** Which faults of the driver mean that the store is out of reach, and which that a unique index did its work. */
public final class MongoFaults implements FaultTranslator {
    @Override
    public Optional<Refusal> translate(Throwable fault) {
        return isOutOfReach(fault) ? Optional.of(Refusal.unavailable("The database")) : Optional.empty();
    }

    private static boolean isOutOfReach(Throwable fault) {
        return fault instanceof MongoTimeoutException
                || fault instanceof MongoOperationTimeoutException
                || fault instanceof MongoExecutionTimeoutException
                || fault instanceof MongoSocketException
                || fault instanceof MongoNotPrimaryException
                || fault instanceof MongoNodeIsRecoveringException
                || fault instanceof MongoInterruptedException
                || (fault instanceof MongoException labelled
                        && labelled.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL))
                || (fault instanceof MongoException transientFault
                        && !(fault instanceof MongoClientException)
                        && transientFault.hasErrorLabel("RetryableWriteError"));
    }

    /** Whether a unique index refused the write. */
    public static boolean isDuplicate(MongoException fault) {
        return switch (fault) {
            case DuplicateKeyException unused -> true;
            case MongoWriteException write -> write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
            case MongoBulkWriteException bulk ->
                bulk.getWriteConcernError() == null
                        && bulk.getWriteErrors().stream()
                                .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            case MongoServerException server ->
                ErrorCategory.fromErrorCode(server.getCode()) == ErrorCategory.DUPLICATE_KEY;
            default -> false;
        };
    }
}
