package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Private calendar feeds: what a person is invited to, as it is when their calendar asks, and nothing once they have left. */
public final class KeepFeeds {
    private static final int MAX_FEEDS = 20;
    private static final Duration BACK = Duration.ofDays(28);
    private static final Duration AHEAD = Duration.ofDays(182);

    private final FeedStore feeds;
    private final CallerDirectory callers;
    private final ReadCadence readCadence;
    private final CalendarWriter writer;
    private final Clock clock;

    public KeepFeeds(
            FeedStore feeds, CallerDirectory callers, ReadCadence readCadence, CalendarWriter writer, Clock clock) {
        this.feeds = feeds;
        this.callers = callers;
        this.readCadence = readCadence;
        this.writer = writer;
        this.clock = clock;
    }

    /** @param secret empty when the request is repeated: it is shown once */
    public record Made(CalendarFeed feed, String secret) {}

    public Made create(Caller caller, Request request, String displayName) {
        requirePerson(caller);
        Validation validation = new Validation();
        String words = validation.line("display_name", displayName, 1, 80);
        validation.orRefuse();
        Instant now = clock.instant();
        Optional<Versioned<CalendarFeed>> before = Writes.madeBefore(feeds, request);
        if (before.isPresent()) {
            return new Made(before.get().value(), "");
        }
        if (feeds.of(caller.subject()).stream()
                        .filter(feed -> feed.isReadable(now))
                        .count()
                >= MAX_FEEDS) {
            throw Refusal.of(Reason.LIMIT_REACHED, "feeds.too_many", "Revoke a feed first: there are 20.");
        }
        String secret = Ids.secret();
        CalendarFeed feed = new CalendarFeed(
                Ids.random(), caller.subject(), words, Ids.hash(secret), now, now.plus(CalendarFeed.LIFE), null, null);
        Versioned<CalendarFeed> made = Writes.create(
                        feeds,
                        feed,
                        request,
                        List.of(Writes.event(
                                "", now, caller.actor(), "calendar_feed.created", feed.name(), 1, "", "", "")))
                .orElseThrow(() -> Refusal.unavailable("This feed"));
        return new Made(made.value(), made.value().id().equals(feed.id()) ? secret : "");
    }

    public List<CalendarFeed> list(Caller caller) {
        requirePerson(caller);
        return feeds.of(caller.subject());
    }

    public CalendarFeed revoke(Caller caller, Request request, String name) {
        requirePerson(caller);
        String id = ResourceName.id(name, CalendarFeed.COLLECTION);
        Instant now = clock.instant();
        return Writes.change(feeds, id, name, request, now, before -> {
                    CalendarFeed feed = before.value();
                    if (!feed.person().equals(caller.subject())) {
                        throw Refusal.notFound(name);
                    }
                    return new Writes.Change<>(
                            feed.revokedAt() == null ? feed.revoked(now) : feed,
                            List.of(Writes.event(
                                    "",
                                    now,
                                    caller.actor(),
                                    "calendar_feed.revoked",
                                    name,
                                    before.revision() + 1,
                                    "",
                                    "",
                                    "")));
                })
                .value();
    }

    /** The iCalendar text behind a secret. Unknown, expired and revoked ones get the same answer. */
    public String read(String secret) {
        Instant now = clock.instant();
        CalendarFeed feed = feeds.findBySecretHash(Ids.hash(secret))
                .filter(found -> found.isReadable(now))
                .orElseThrow(KeepFeeds::unknown);
        Caller person = callers.resolve(feed.person()).orElseThrow(KeepFeeds::unknown);
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        if (!hour.equals(feed.lastReadAt())) {
            feeds.touch(feed, hour);
        }
        List<CalendarEntry> entries =
                readCadence.calendar(person.subject(), person.scopes(), now.minus(BACK), now.plus(AHEAD)).stream()
                        .map(KeepFeeds::entry)
                        .toList();
        return writer.write("Drumbeat", entries, now.truncatedTo(ChronoUnit.DAYS));
    }

    private static CalendarEntry entry(ReadCadence.Located located) {
        return entry(located.scope().facts(), located.meeting());
    }

    static CalendarEntry entry(PartnershipFacts facts, MeetingLine line) {
        String name = Names.meeting(line.partnership(), line.id());
        return new CalendarEntry(
                Ids.of(name) + "@drumbeat",
                line.startsAt(),
                line.endsAt(),
                facts.displayName() + ": " + line.seriesName(),
                "",
                line.state() == MeetingState.CANCELLED
                        ? CalendarEntry.Standing.CANCELLED
                        : CalendarEntry.Standing.CONFIRMED,
                line.changes());
    }

    private static Refusal unknown() {
        return Refusal.unauthenticated("calendar_feed.unknown", "This calendar address is unknown or no longer valid.");
    }

    private static void requirePerson(Caller caller) {
        if (!caller.isPerson()) {
            throw Refusal.notAllowed("calendar_feed.person", "Only people have calendars.");
        }
    }
}
