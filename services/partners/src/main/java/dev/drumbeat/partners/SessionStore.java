package dev.drumbeat.partners;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sessions there are. */
public interface SessionStore {
    void open(Session session);

    Optional<Session> find(String secretHash);

    /** All of one person, in no order; those that are over may be among them. */
    List<Session> ofPerson(String person);

    /** Remembers that the person was seen. */
    void touch(Session session, Instant at);

    /** Puts the session into another epoch. */
    void keep(Session session);

    void end(String secretHash);

    /** Forgets sessions opened before this moment. */
    void forget(Instant openedBefore);
}
