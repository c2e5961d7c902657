package dev.drumbeat.platform.domain;

import java.util.Optional;

/** Knows who a verified subject is now. */
public interface CallerDirectory {
    /** Empty when the person or token does not exist or may no longer act. */
    Optional<Caller> resolve(String subject);
}
