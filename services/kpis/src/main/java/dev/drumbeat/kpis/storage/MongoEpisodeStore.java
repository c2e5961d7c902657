package dev.drumbeat.kpis.storage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.kpis.EpisodeStore;
import dev.drumbeat.kpis.RedEpisode;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Red episodes of many partnerships in the store. */
final class MongoEpisodeStore implements EpisodeStore {
    private final MongoCollection<Document> episodes;

    MongoEpisodeStore(MongoDatabase database) {
        this.episodes = database.getCollection(Collections.EPISODES);
    }

    @Override
    public Page<RedEpisode> list(Collection<Scope> scopes, Set<RedEpisode.State> states, Page.Wanted wanted) {
        List<String> partnerships = scopes.stream().map(Scope::partnership).toList();
        if (partnerships.isEmpty()) {
            return new Page<>(List.of(), "");
        }
        Bson within =
                partnerships.size() == 1 ? eq("partnership", partnerships.getFirst()) : in("partnership", partnerships);
        return read(new ArrayList<>(List.of(within)), states, wanted);
    }

    @Override
    public Page<RedEpisode> listAll(Caller service, Set<RedEpisode.State> states, Page.Wanted wanted) {
        if (!service.isService()) {
            throw new IllegalArgumentException("only services see the episodes of all partnerships");
        }
        return read(new ArrayList<>(), states, wanted);
    }

    private Page<RedEpisode> read(List<Bson> filters, Set<RedEpisode.State> states, Page.Wanted wanted) {
        if (states.size() == 1) {
            filters.add(eq("state", states.iterator().next().name()));
        } else if (!states.isEmpty()) {
            filters.add(in("state", states.stream().map(RedEpisode.State::name).toList()));
        }
        if (!wanted.after().isEmpty()) {
            filters.add(Page.position(wanted.after(), MongoEpisodeStore::after));
        }
        List<RedEpisode> found = episodes.find(filters.isEmpty() ? new Document() : and(filters))
                .sort(Sorts.ascending("changedAt", "_id"))
                .limit(wanted.size() + 1)
                .map(EpisodeDocuments::read)
                .into(new ArrayList<>());
        return Page.of(found, wanted, episode -> episode.changedAt().toEpochMilli() + "|" + episode.name());
    }

    private static Bson after(String position) {
        int split = position.indexOf('|');
        Instant changedAt = Instant.ofEpochMilli(Long.parseLong(position.substring(0, split)));
        return or(
                gt("changedAt", changedAt), and(eq("changedAt", changedAt), gt("_id", position.substring(split + 1))));
    }

    @Override
    public List<RedEpisode> changedAfter(Instant moment, int atMost) {
        return episodes.find(gt("changedAt", moment))
                .sort(Sorts.ascending("changedAt", "_id"))
                .limit(atMost)
                .map(EpisodeDocuments::read)
                .into(new ArrayList<>());
    }
}
