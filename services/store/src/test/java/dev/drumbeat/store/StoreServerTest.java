package dev.drumbeat.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreServerTest {

    @TempDir
    Path directory;

    @Test
    void ends_by_SIGTERM_with_everything_written_and_says_so() {
        Path file = directory.resolve("sub/directory/store.mv.db");
        try (StoreProcess store = StoreProcess.start(file)) {
            try (MongoClient client = MongoClients.create(store.uri())) {
                client.getDatabase("d").getCollection("c").insertOne(new Document("_id", 1));
            }
            assertThat(store.terminate()).isEqualTo("Store closed.");
            assertThat(store.errors()).isEmpty();
        }
        try (StoreProcess store = StoreProcess.start(file);
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(client.getDatabase("d").getCollection("c").countDocuments())
                    .isOne();
        }
    }

    @Test
    void says_that_its_file_is_in_use() {
        Path file = directory.resolve("store.mv.db");
        try (StoreProcess first = StoreProcess.start(file)) {
            first.uri();
            try (StoreProcess second = StoreProcess.start(file)) {
                assertThat(second.awaitExit()).isEqualTo(1);
                assertThat(second.errors())
                        .isEqualTo("Store can't start: The store's file is in use by another process: " + file);
            }
        }
    }

    @Test
    void says_that_its_port_is_taken() {
        try (StoreProcess first = StoreProcess.start(directory.resolve("first.mv.db"))) {
            int port = URI.create(first.uri()).getPort();
            try (StoreProcess second = StoreProcess.start(Map.of(
                    "STORE_PORT",
                    String.valueOf(port),
                    "STORE_FILE",
                    directory.resolve("second.mv.db").toString()))) {
                assertThat(second.awaitExit()).isEqualTo(1);
                assertThat(second.errors()).startsWith("Store can't start: Port " + port + " on 127.0.0.1 is taken");
            }
        }
    }

    @Test
    void says_that_its_file_is_not_one_of_its_own() throws Exception {
        Path file = directory.resolve("letter.txt");
        Files.writeString(file, "Dear partner, ".repeat(1_000));
        try (StoreProcess store = StoreProcess.start(file)) {
            assertThat(store.awaitExit()).isEqualTo(1);
            assertThat(store.errors()).startsWith("Store can't start: The store's file can't be opened: " + file);
        }
        assertThat(file).hasContent("Dear partner, ".repeat(1_000));
    }

    @ParameterizedTest
    @CsvSource({
        "STORE_PORT, http, STORE_PORT=http is not a port",
        "STORE_PORT, 65536, STORE_PORT=65536 is not a port",
        "STORE_PORT, -1, STORE_PORT=-1 is not a port",
        "STORE_HOST, 0.0.0.0, STORE_HOST=0.0.0.0 can be reached from outside",
        "STORE_HOST, 192.0.2.7, STORE_HOST=192.0.2.7 can be reached from outside",
        "STORE_HOST, no.such.host.invalid, STORE_HOST=no.such.host.invalid is not an address",
        "STORE_FILE, ' ', STORE_FILE is empty",
    })
    void says_which_setting_is_wrong(String variable, String value, String message) {
        try (StoreProcess store = StoreProcess.start(Map.of(variable, value))) {
            assertThat(store.awaitExit()).isEqualTo(1);
            assertThat(store.errors()).startsWith("Store can't start: " + message);
        }
    }
}
