package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.Aggregates;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where meetings are kept once anything was done about them. */
public interface MeetingStore extends Aggregates<Meeting> {
    /** The id under which a meeting is kept. */
    static String key(String partnership, String meeting) {
        return partnership + "|" + meeting;
    }

    /** Those that start, or were planned to start, within a range. */
    List<Versioned<Meeting>> between(Scope scope, Instant from, Instant to);

    /** The same of many partnerships, as much of it as lists need. */
    List<MeetingLine> lines(Collection<Scope> scopes, Instant from, Instant to);

    /** The last one of a series that is over and started, or was to start, before a moment. */
    Optional<Meeting> lastBefore(String partnership, String series, Instant moment);

    /** Those in which something was promised that is still open. */
    List<Meeting> withOpenCommitments(String partnership);

    /** The same of many partnerships, as much of it as figures need. */
    List<MeetingLine> linesWithOpenCommitments(Collection<Scope> scopes);

    /** Those in which something was ever promised, newest first. */
    List<Meeting> withCommitments(Scope scope, int atMost);

    /** Those of these partnerships in which this person promised something that is still open. */
    List<Meeting> withOpenCommitmentsOf(String person, Collection<Scope> scopes);

    /** Those in which this person was, within a range. */
    List<String> attendedBy(String person, Collection<Scope> scopes, Instant from, Instant to);

    List<Versioned<Meeting>> running(int atMost);

    /** Those that wait and can't be started any more. */
    List<Versioned<Meeting>> overdue(Instant now, int atMost);

    /** Those whose minutes wait to be written as mail, longest waiting first. */
    List<Versioned<Meeting>> toMail(int atMost);

    /** Those that were changed after a moment, oldest change first. */
    List<Changed> changedAfter(Instant moment, int atMost);
}
