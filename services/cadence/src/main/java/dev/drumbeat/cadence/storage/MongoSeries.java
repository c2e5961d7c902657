package dev.drumbeat.cadence.storage;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.cadence.Changed;
import dev.drumbeat.cadence.Occurrence;
import dev.drumbeat.cadence.Series;
import dev.drumbeat.cadence.SeriesStore;
import dev.drumbeat.cadence.schedule.RecurrenceRules;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.MongoAggregates;
import dev.drumbeat.platform.mongo.Records;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;

/** Series in the collection {@code series}. */
@Singleton
final class MongoSeries extends MongoAggregates<Series> implements SeriesStore {
    private static final String PARTNERSHIP = "partnership";
    private static final String JUDGE_AT = "judgeAt";
    private static final String WRITTEN_AT = "writtenAt";
    private static final String BODY = "body";

    private final RecurrenceRules rules;
    private final Clock clock;
    private final Records<Series> records = new Records<>(Series.class);

    MongoSeries(MongoDatabase database, AuditTrail trail, RecurrenceRules rules, Clock clock) {
        super(database, "series", trail);
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public void prepare() {
        super.prepare();
        unique("created_key", CREATED_KEY);
        index("partnership", PARTNERSHIP);
        sparse("judge_at", JUDGE_AT);
        index("written_at", WRITTEN_AT);
    }

    @Override
    public List<Versioned<Series>> of(Scope scope) {
        return documents
                .find(Filters.eq(PARTNERSHIP, scope.partnership()))
                .map(this::versioned)
                .into(new ArrayList<>())
                .stream()
                .sorted(Comparator.comparing(
                                (Versioned<Series> kept) -> !kept.value().byDefault())
                        .thenComparing(kept -> kept.value().kind())
                        .thenComparing(kept -> kept.value().createdAt())
                        .thenComparing(kept -> kept.value().id()))
                .toList();
    }

    @Override
    public List<Series> of(Collection<Scope> scopes) {
        return documents
                .find(Filters.in(
                        PARTNERSHIP, scopes.stream().map(Scope::partnership).toList()))
                .map(this::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<Versioned<Series>> dueForJudging(Instant now, int atMost) {
        return documents
                .find(Filters.lte(JUDGE_AT, now))
                .sort(Sorts.ascending(JUDGE_AT))
                .limit(atMost)
                .map(this::versioned)
                .into(new ArrayList<>());
    }

    @Override
    public List<Changed> changedAfter(Instant moment, int atMost) {
        return documents
                .find(Filters.gt(WRITTEN_AT, moment))
                .projection(new Document(PARTNERSHIP, 1).append(WRITTEN_AT, 1))
                .sort(Sorts.ascending(WRITTEN_AT))
                .limit(atMost)
                .map(document -> new Changed(Doc.text(document, PARTNERSHIP), "", Doc.instant(document, WRITTEN_AT)))
                .into(new ArrayList<>());
    }

    @Override
    protected String id(Series series) {
        return SeriesStore.key(series.partnership(), series.id());
    }

    @Override
    protected Document write(Series series) {
        Document document = new Document(PARTNERSHIP, series.partnership())
                .append(WRITTEN_AT, clock.instant())
                .append(BODY, records.write(series));
        Doc.put(document, JUDGE_AT, series.next(rules, series.judgedUntil()).map(Occurrence::missedAt));
        return document;
    }

    @Override
    protected Series read(Document document) {
        return records.read(Doc.child(document, BODY));
    }
}
