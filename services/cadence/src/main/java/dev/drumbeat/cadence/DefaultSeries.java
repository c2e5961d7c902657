package dev.drumbeat.cadence;

import dev.drumbeat.cadence.schedule.Schedule;
import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The series every partnership starts with. Kept by comparison, not by a message: whatever was down when a partnership was made,
 * it has them seconds after. Each has an id of its own, so there is never a second one, and one that was ended stays ended.
 */
public final class DefaultSeries {
    public static final String OPS_SYNC = "ops-sync";
    public static final String LEADERSHIP_REVIEW = "leadership-review";

    private static final Actor SERVICE = Actor.service("cadence");

    private final SeriesStore store;
    private final Members members;
    private final Clock clock;
    private final Runnable announce;
    /** Partnerships that have theirs, so that they are not looked up again and again. */
    private final Set<String> served = ConcurrentHashMap.newKeySet();

    /** @param announce tells watchers of this process at once */
    public DefaultSeries(SeriesStore store, Members members, Clock clock, Runnable announce) {
        this.store = store;
        this.members = members;
        this.clock = clock;
        this.announce = announce;
    }

    /** Makes what is missing, for all partnerships there are. */
    public void reconcile() {
        String after = "";
        do {
            Members.Partnerships page = members.partnerships(after);
            page.facts().stream()
                    .filter(facts -> !served.contains(facts.name()))
                    .forEach(this::serve);
            after = page.next();
        } while (!after.isEmpty());
    }

    private void serve(PartnershipFacts facts) {
        LocalDate today = clock.instant().atZone(facts.timeZone()).toLocalDate();
        boolean made = create(
                facts,
                OPS_SYNC,
                SeriesKind.OPS_SYNC,
                "Weekly ops sync",
                schedule(facts, "FREQ=WEEKLY;BYDAY=TU", today, LocalTime.of(9, 0), 45));
        made |= create(
                facts,
                LEADERSHIP_REVIEW,
                SeriesKind.LEADERSHIP_REVIEW,
                "Monthly leadership review",
                schedule(facts, "FREQ=MONTHLY;BYDAY=1TH", today, LocalTime.of(14, 0), 60));
        served.add(facts.name());
        if (made) {
            announce.run();
        }
    }

    private static Schedule schedule(
            PartnershipFacts facts, String rule, LocalDate today, LocalTime time, int minutes) {
        return new Schedule(rule, today.atTime(time), facts.timeZone().getId(), minutes);
    }

    private boolean create(PartnershipFacts facts, String id, SeriesKind kind, String words, Schedule schedule) {
        String key = SeriesStore.key(facts.name(), id);
        if (store.find(key).isPresent()) {
            return false;
        }
        Instant now = clock.instant();
        Series series = Series.of(id, facts.name(), kind, words, schedule, SERVICE, now);
        Request request = new Request(SERVICE.subject() + "#default:" + key, "default");
        return store.create(Versioned.first(
                series,
                request,
                List.of(Writes.event(facts.name(), now, SERVICE, "series.created", series.name(), 1, "", "", ""))));
    }
}
