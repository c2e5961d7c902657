package dev.drumbeat.partners;

import java.time.Instant;
import java.util.Optional;

/** The sessions there are. */
public interface SessionStore {
    void open(Session session);

    Optional<Session> find(String secretHash);

    /** Remembers that the person was seen. */
    void touch(Session session, Instant at);

    /** Puts the session into another epoch. */
    void keep(Session session);

    void end(String secretHash);

    /** Forgets sessions opened before this moment. */
    void forget(Instant openedBefore);
}
