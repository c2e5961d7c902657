package dev.drumbeat.cadence.storage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.cadence.Changed;
import dev.drumbeat.cadence.Commitment;
import dev.drumbeat.cadence.Meeting;
import dev.drumbeat.cadence.MeetingLine;
import dev.drumbeat.cadence.MeetingState;
import dev.drumbeat.cadence.MeetingStore;
import dev.drumbeat.cadence.Names;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.MongoAggregates;
import dev.drumbeat.platform.mongo.Records;
import dev.drumbeat.platform.mongo.Revisions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Meetings in the collection {@code meetings}, one document each: the whole of it in {@code body}, a small copy for lists in {@code
 * line}, and beside them what they are found by.
 */
@Singleton
final class MongoMeetings extends MongoAggregates<Meeting> implements MeetingStore {
    private static final String PARTNERSHIP = "partnership";
    private static final String SERIES = "series";
    private static final String STARTS_AT = "startsAt";
    private static final String PLANNED_FOR = "plannedFor";
    private static final String STATE = "state";
    /** Of running ones only. */
    private static final String RUNNING_SINCE = "runningSince";
    /** Of waiting ones only. */
    private static final String MISSED_AT = "missedAt";
    /** Of those whose minutes wait to be written as mail. */
    private static final String TO_MAIL_SINCE = "toMailSince";

    private static final String PROMISED = "promised";
    private static final String OPEN = "open";
    private static final String OPEN_OWNERS = "openOwners";
    private static final String PEOPLE = "people";
    private static final String WRITTEN_AT = "writtenAt";
    private static final String LINE = "line";
    private static final String BODY = "body";

    private final Clock clock;
    private final Records<Meeting> bodies = new Records<>(Meeting.class);
    private final Records<MeetingLine> lines = new Records<>(MeetingLine.class);

    MongoMeetings(MongoDatabase database, AuditTrail trail, Clock clock) {
        super(database, Names.MEETINGS, trail);
        this.clock = clock;
    }

    @Override
    public void prepare() {
        super.prepare();
        unique("created_key", CREATED_KEY);
        index("partnership_starts", PARTNERSHIP, STARTS_AT);
        index("partnership_planned", PARTNERSHIP, PLANNED_FOR);
        index("partnership_open", PARTNERSHIP, OPEN);
        index("partnership_promised", PARTNERSHIP, PROMISED);
        sparse("running_since", RUNNING_SINCE);
        sparse("missed_at", MISSED_AT);
        sparse("to_mail_since", TO_MAIL_SINCE);
        sparse("open_owners", OPEN_OWNERS);
        index("written_at", WRITTEN_AT);
    }

    @Override
    public List<Versioned<Meeting>> between(Scope scope, Instant from, Instant to) {
        Map<String, Versioned<Meeting>> found = new LinkedHashMap<>();
        for (String field : List.of(STARTS_AT, PLANNED_FOR)) {
            documents
                    .find(and(eq(PARTNERSHIP, scope.partnership()), gte(field, from), lt(field, to)))
                    .map(this::versioned)
                    .forEach(meeting -> found.put(meeting.value().id(), meeting));
        }
        return List.copyOf(found.values());
    }

    @Override
    public List<MeetingLine> lines(Collection<Scope> scopes, Instant from, Instant to) {
        Map<String, MeetingLine> found = new LinkedHashMap<>();
        for (String field : List.of(STARTS_AT, PLANNED_FOR)) {
            documents
                    .find(and(in(PARTNERSHIP, names(scopes)), gte(field, from), lt(field, to)))
                    .projection(Projections.include(LINE))
                    .forEach(document -> found.put(Doc.text(document, Revisions.ID), line(document)));
        }
        return List.copyOf(found.values());
    }

    @Override
    public Optional<Meeting> lastBefore(String partnership, String series, Instant moment) {
        List<String> over =
                List.of(MeetingState.HELD.name(), MeetingState.MISSED.name(), MeetingState.CANCELLED.name());
        return Optional.ofNullable(documents
                        .find(and(
                                eq(PARTNERSHIP, partnership),
                                lt(STARTS_AT, moment),
                                eq(SERIES, series),
                                in(STATE, over)))
                        .sort(Sorts.descending(STARTS_AT))
                        .limit(1)
                        .first())
                .map(this::read);
    }

    @Override
    public List<Meeting> withOpenCommitments(String partnership) {
        return meetings(and(eq(PARTNERSHIP, partnership), gt(OPEN, 0)));
    }

    @Override
    public List<MeetingLine> linesWithOpenCommitments(Collection<Scope> scopes) {
        return documents
                .find(and(in(PARTNERSHIP, names(scopes)), gt(OPEN, 0)))
                .projection(Projections.include(LINE))
                .map(this::line)
                .into(new ArrayList<>());
    }

    @Override
    public List<Meeting> withCommitments(Scope scope, int atMost) {
        return documents
                .find(and(eq(PARTNERSHIP, scope.partnership()), gt(PROMISED, 0)))
                .sort(Sorts.descending(STARTS_AT))
                .limit(atMost)
                .map(this::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<Meeting> withOpenCommitmentsOf(String person, Collection<Scope> scopes) {
        Map<String, Meeting> once = new LinkedHashMap<>();
        meetings(and(eq(OPEN_OWNERS, person), in(PARTNERSHIP, names(scopes))))
                .forEach(meeting -> once.put(id(meeting), meeting));
        return List.copyOf(once.values());
    }

    @Override
    public List<String> attendedBy(String person, Collection<Scope> scopes, Instant from, Instant to) {
        return documents
                .find(and(in(PARTNERSHIP, names(scopes)), gte(STARTS_AT, from), lt(STARTS_AT, to), eq(PEOPLE, person)))
                .projection(Projections.include(Revisions.ID))
                .map(document -> Doc.text(document, Revisions.ID))
                .into(new ArrayList<>());
    }

    @Override
    public List<Versioned<Meeting>> running(int atMost) {
        return documents
                .find(gt(RUNNING_SINCE, Instant.EPOCH))
                .limit(atMost)
                .map(this::versioned)
                .into(new ArrayList<>());
    }

    @Override
    public List<Versioned<Meeting>> overdue(Instant now, int atMost) {
        return documents
                .find(lte(MISSED_AT, now))
                .sort(Sorts.ascending(MISSED_AT))
                .limit(atMost)
                .map(this::versioned)
                .into(new ArrayList<>());
    }

    @Override
    public List<Versioned<Meeting>> toMail(int atMost) {
        return documents
                .find(gt(TO_MAIL_SINCE, Instant.EPOCH))
                .sort(Sorts.ascending(TO_MAIL_SINCE))
                .limit(atMost)
                .map(this::versioned)
                .into(new ArrayList<>());
    }

    @Override
    public List<Changed> changedAfter(Instant moment, int atMost) {
        return documents
                .find(gt(WRITTEN_AT, moment))
                .projection(Projections.include(PARTNERSHIP, WRITTEN_AT, "meetingId"))
                .sort(Sorts.ascending(WRITTEN_AT))
                .limit(atMost)
                .map(document -> new Changed(
                        Doc.text(document, PARTNERSHIP),
                        Names.meeting(Doc.text(document, PARTNERSHIP), Doc.text(document, "meetingId")),
                        Doc.instant(document, WRITTEN_AT)))
                .into(new ArrayList<>());
    }

    @Override
    protected String id(Meeting meeting) {
        return MeetingStore.key(meeting.partnership(), meeting.id());
    }

    @Override
    protected Document write(Meeting meeting) {
        List<Commitment> open =
                meeting.commitments().stream().filter(Commitment::isOpen).toList();
        Document document = new Document(PARTNERSHIP, meeting.partnership())
                .append("meetingId", meeting.id())
                .append(SERIES, meeting.series())
                .append(STATE, meeting.state().name())
                .append(STARTS_AT, meeting.startsAt())
                .append(PLANNED_FOR, meeting.plannedFor())
                .append(PROMISED, meeting.commitments().size())
                .append(OPEN, open.size())
                .append(WRITTEN_AT, clock.instant())
                .append(LINE, lines.write(MeetingLine.of(meeting)))
                .append(BODY, bodies.write(meeting));
        Doc.put(
                document,
                OPEN_OWNERS,
                open.stream().map(each -> each.owner().person()).distinct().toList());
        Doc.put(
                document,
                PEOPLE,
                meeting.attendances().stream()
                        .map(each -> each.person().person())
                        .toList());
        Doc.put(document, MISSED_AT, meeting.state().isWaiting() ? meeting.missedAt() : null);
        Doc.put(document, TO_MAIL_SINCE, meeting.toMailSince());
        Doc.put(document, RUNNING_SINCE, meeting.state() == MeetingState.IN_PROGRESS ? meeting.startedAt() : null);
        return document;
    }

    @Override
    protected Meeting read(Document document) {
        return bodies.read(Doc.child(document, BODY));
    }

    private MeetingLine line(Document document) {
        return lines.read(Doc.child(document, LINE));
    }

    private List<Meeting> meetings(Bson filter) {
        return documents.find(filter).map(this::read).into(new ArrayList<>());
    }

    private static List<String> names(Collection<Scope> scopes) {
        return scopes.stream().map(Scope::partnership).toList();
    }
}
