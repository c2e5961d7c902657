package dev.drumbeat.actions.storage;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.drumbeat.actions.EpisodeClaims;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.Revisions;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.bson.Document;

/** Claims in the collection {@code episode_claims}, by the episode's name: the first insert wins. */
@Singleton
final class MongoEpisodeClaims implements EpisodeClaims {
    private static final String ACTION = "action";

    private final MongoCollection<Document> claims;

    MongoEpisodeClaims(MongoDatabase database) {
        this.claims = database.getCollection("episode_claims");
    }

    @Override
    public Optional<String> actionOf(String episode) {
        return Optional.ofNullable(claims.find(eq(Revisions.ID, episode)).first())
                .map(claim -> Doc.text(claim, ACTION));
    }

    @Override
    public String claim(String partnership, String episode, String action) {
        Document claim = new Document(Revisions.ID, episode)
                .append("partnership", partnership)
                .append(ACTION, action);
        return Revisions.insert(claims, claim) ? action : actionOf(episode).orElseThrow();
    }
}
