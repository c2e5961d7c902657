package dev.drumbeat.platform.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.drumbeat.platform.telemetry.Tracing;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;

/** Connections to the store. */
public final class Mongo {
    /** The embedded store on one machine. */
    public static final String DEFAULT_URI = "mongodb://127.0.0.1:27117/?retryWrites=false";

    /** No single operation takes longer, however long its caller would wait. */
    public static final Duration OPERATION_LIMIT = Duration.ofSeconds(2);

    private Mongo() {}

    /**
     * A client whose acknowledged writes are journaled by a majority and whose reads see them. What the URI says about
     * addresses, credentials and pool wins; what it says about durability does not.
     */
    public static MongoClient connect(String uri) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applicationName("drumbeat")
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.DEFAULT)
                .readPreference(ReadPreference.primary())
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .timeout(OPERATION_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1_500, TimeUnit.MILLISECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(2, TimeUnit.SECONDS)
                        .minHeartbeatFrequency(100, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(1, TimeUnit.SECONDS));
        if (Tracing.ofProcess().isOn()) {
            settings.addCommandListener(new TracedCommands());
        }
        return MongoClients.create(settings.build());
    }
}
