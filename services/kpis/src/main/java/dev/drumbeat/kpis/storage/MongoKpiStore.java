package dev.drumbeat.kpis.storage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.kpis.Commit;
import dev.drumbeat.kpis.Correction;
import dev.drumbeat.kpis.KpiStore;
import dev.drumbeat.kpis.Measurement;
import dev.drumbeat.kpis.MeasurementId;
import dev.drumbeat.kpis.Note;
import dev.drumbeat.kpis.ReadMeasurements;
import dev.drumbeat.kpis.RedEpisode;
import dev.drumbeat.kpis.Scorecard;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.RequestLog.Answered;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.mongo.DomainDocuments;
import dev.drumbeat.platform.mongo.Revisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Scorecards and their records in the store; see {@link PendingRecords} for how a commit is more than one document. */
final class MongoKpiStore implements KpiStore {
    private final MongoCollection<Document> scorecards;
    private final MongoCollection<Document> measurements;
    private final MongoCollection<Document> episodes;
    private final MongoCollection<Document> corrections;
    private final MongoCollection<Document> notes;
    private final MongoCollection<Document> requests;
    private final PendingRecords pending;

    MongoKpiStore(MongoDatabase database, PendingRecords pending) {
        this.scorecards = database.getCollection(Collections.SCORECARDS);
        this.measurements = database.getCollection(Collections.MEASUREMENTS);
        this.episodes = database.getCollection(Collections.EPISODES);
        this.corrections = database.getCollection(Collections.CORRECTIONS);
        this.notes = database.getCollection(Collections.NOTES);
        this.requests = database.getCollection(Collections.REQUESTS);
        this.pending = pending;
    }

    @Override
    public Scorecard scorecard(Scope scope) {
        Document found = scorecards
                .find(eq(scope.partnership()))
                .projection(Projections.exclude(ScorecardDocuments.PENDING))
                .first();
        return found == null ? Scorecard.blank(scope.partnership()) : ScorecardDocuments.read(found);
    }

    @Override
    public Scorecard settled(Scope scope) {
        Document found = scorecards.find(eq(scope.partnership())).first();
        if (found == null) {
            return Scorecard.blank(scope.partnership());
        }
        pending.finish(found);
        return ScorecardDocuments.read(found);
    }

    @Override
    public void settle(Scope scope) {
        Document found = scorecards
                .find(eq(scope.partnership()))
                .projection(Projections.include("revision", ScorecardDocuments.PENDING))
                .first();
        if (found != null) {
            pending.finish(found);
        }
    }

    @Override
    public Map<String, Scorecard> scorecards(Collection<Scope> scopes) {
        Map<String, Scorecard> found = new HashMap<>();
        scorecards
                .find(in("_id", scopes.stream().map(Scope::partnership).toList()))
                .projection(Projections.exclude(ScorecardDocuments.PENDING))
                .forEach(document -> found.put(document.getString("_id"), ScorecardDocuments.read(document)));
        return found;
    }

    @Override
    public boolean commit(Scope scope, Commit commit) {
        requireOwn(scope, commit.next());
        Document next = ScorecardDocuments.write(commit);
        long expected = commit.next().revision() - 1;
        return expected == 0
                ? Revisions.insert(scorecards, next)
                : Revisions.replace(scorecards, scope.partnership(), expected, next);
    }

    private static void requireOwn(Scope scope, Scorecard scorecard) {
        if (!scorecard.partnership().equals(scope.partnership())) {
            throw new IllegalArgumentException("a commit of one partnership in the scope of another");
        }
    }

    @Override
    public Optional<Answered> answered(Scope scope, String requestKey) {
        return Optional.ofNullable(requests.find(eq(scope.partnership() + "|" + requestKey))
                        .first())
                .map(DomainDocuments::answered);
    }

    @Override
    public Map<String, List<Measurement>> history(Scope scope, Collection<String> kpis, Instant until) {
        Map<String, List<Measurement>> rows = new HashMap<>();
        kpis.forEach(kpi -> rows.put(kpi, read(of(scope, kpi), until)));
        return rows;
    }

    @Override
    public List<Measurement> since(Scope scope, String kpi, Period from, Instant until) {
        return read(and(of(scope, kpi), gte("start", from.start().toString())), until);
    }

    private List<Measurement> read(Bson filter, Instant until) {
        return measurements
                .find(and(filter, lte("recordedAt", until)))
                .map(FactDocuments::measurement)
                .into(new ArrayList<>());
    }

    @Override
    public List<Measurement> measurements(Scope scope, Collection<MeasurementId> ids) {
        return measurements
                .find(in(
                        "_id",
                        ids.stream()
                                .map(id -> FactDocuments.id(scope.partnership(), id))
                                .toList()))
                .map(FactDocuments::measurement)
                .into(new ArrayList<>());
    }

    @Override
    public Page<Measurement> measurements(Scope scope, Optional<String> kpi, Instant until, int size, String after) {
        List<Bson> filters = new ArrayList<>();
        filters.add(kpi.map(id -> of(scope, id)).orElseGet(() -> eq("partnership", scope.partnership())));
        filters.add(lte("recordedAt", until));
        if (!after.isEmpty()) {
            filters.add(Page.position(after, MongoKpiStore::after));
        }
        List<Measurement> rows = measurements
                .find(and(filters))
                .sort(Sorts.descending("start", "kpi", "revision"))
                .limit(size + 1)
                .map(FactDocuments::measurement)
                .into(new ArrayList<>());
        if (rows.size() <= size) {
            return new Page<>(rows, "");
        }
        List<Measurement> page = rows.subList(0, size);
        return new Page<>(page, ReadMeasurements.position(page.getLast()));
    }

    private static Bson after(String position) {
        String[] parts = position.split("\\|", -1);
        return or(
                lt("start", parts[0]),
                and(eq("start", parts[0]), lt("kpi", parts[1])),
                and(eq("start", parts[0]), eq("kpi", parts[1]), lt("revision", Integer.parseInt(parts[2]))));
    }

    @Override
    public Map<String, List<RedEpisode>> episodes(Scope scope, Collection<String> kpis) {
        Map<String, List<RedEpisode>> found = new HashMap<>();
        episodes.find(and(eq("partnership", scope.partnership()), in("kpi", kpis)))
                .map(EpisodeDocuments::read)
                .forEach(episode -> found.computeIfAbsent(episode.kpi(), ignored -> new ArrayList<>())
                        .add(episode));
        return found;
    }

    @Override
    public List<Correction> corrections(Scope scope, String kpi, int atMost) {
        return corrections
                .find(of(scope, kpi))
                .sort(Sorts.descending("proposedAt"))
                .limit(atMost)
                .map(FactDocuments::correction)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Correction> correction(Scope scope, String id) {
        return Optional.ofNullable(
                        corrections.find(eq(scope.partnership() + "|" + id)).first())
                .map(FactDocuments::correction);
    }

    @Override
    public Optional<Note> note(Scope scope, String id) {
        return Optional.ofNullable(
                        notes.find(eq(scope.partnership() + "|" + id)).first())
                .map(FactDocuments::note);
    }

    @Override
    public List<Note> notes(Scope scope, String kpi, Instant until, int atMost) {
        return notes.find(and(of(scope, kpi), lte("writtenAt", until)))
                .sort(Sorts.descending("writtenAt"))
                .limit(atMost)
                .map(FactDocuments::note)
                .into(new ArrayList<>());
    }

    private static Bson of(Scope scope, String kpi) {
        return and(eq("partnership", scope.partnership()), eq("kpi", kpi));
    }
}
