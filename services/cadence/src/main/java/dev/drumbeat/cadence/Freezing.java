package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.Ids;
import java.time.Instant;
import java.util.List;

/** Takes the minutes of a meeting that has ended. */
final class Freezing {
    private Freezing() {}

    static Minutes of(Meeting meeting, Actor by, Instant at) {
        return new Minutes(
                meeting.commitments(),
                meeting.agenda().scorecard(),
                meeting.agenda().kpisKnownAt(),
                at,
                by,
                fingerprint(meeting));
    }

    /**
     * SHA-256 over everything that minutes show, in a form that does not depend on how it is stored. What lives on (commitments)
     * is taken as it was frozen.
     */
    static String fingerprint(Meeting meeting) {
        Minutes frozen = meeting.minutes();
        List<Commitment> commitments = frozen == null ? meeting.commitments() : frozen.commitments();
        return Ids.hash(String.join(
                "\u0001",
                meeting.name(),
                meeting.startsAt().toString(),
                String.valueOf(meeting.startedAt()),
                String.valueOf(meeting.endedAt()),
                meeting.unresolvedReason(),
                meeting.attendances().toString(),
                meeting.agenda().items().toString(),
                meeting.agenda().scorecard().toString(),
                meeting.decisions().toString(),
                commitments.toString()));
    }
}
