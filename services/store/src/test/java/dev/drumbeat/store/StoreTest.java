package dev.drumbeat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    @TempDir
    Path directory;

    @Test
    void documents_and_indexes_are_there_after_a_restart() {
        try (EmbeddedStore store = EmbeddedStore.start(directory);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> kpis = client.getDatabase("drumbeat").getCollection("kpis");
            kpis.createIndex(Indexes.ascending("partnership", "period"), new IndexOptions().unique(true));
            for (int period = 0; period < 300; period++) {
                kpis.insertOne(new Document("partnership", "p1").append("period", period));
            }
            kpis.updateOne(Filters.eq("period", 7), Updates.set("value", 42));
        }
        try (EmbeddedStore store = EmbeddedStore.start(directory);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> kpis = client.getDatabase("drumbeat").getCollection("kpis");
            assertThat(kpis.countDocuments()).isEqualTo(300);
            assertThat(kpis.find(Filters.eq("value", 42)).first()).containsEntry("period", 7);
            List<Integer> last = new ArrayList<>();
            kpis.find(Filters.eq("partnership", "p1"))
                    .sort(Sorts.descending("period"))
                    .limit(3)
                    .forEach(document -> last.add(document.getInteger("period")));
            assertThat(last).containsExactly(299, 298, 297);
            assertThatThrownBy(() -> kpis.insertOne(new Document("partnership", "p1").append("period", 5)))
                    .isInstanceOfSatisfying(
                            MongoWriteException.class,
                            e -> assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
            assertThat(client.listDatabaseNames()).containsExactly("drumbeat");
            assertThat(client.getDatabase("drumbeat").listCollectionNames()).containsExactly("kpis");
        }
    }
}
