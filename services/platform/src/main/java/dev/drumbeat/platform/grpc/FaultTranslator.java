package dev.drumbeat.platform.grpc;

import dev.drumbeat.platform.domain.Refusal;
import java.util.Optional;

/** Knows which faults of a library are an answer for the caller, such as a database out of reach. */
@FunctionalInterface
public interface FaultTranslator {
    Optional<Refusal> translate(Throwable fault);

    default FaultTranslator or(FaultTranslator other) {
        return fault -> translate(fault).or(() -> other.translate(fault));
    }
}
