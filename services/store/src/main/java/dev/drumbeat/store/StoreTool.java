package dev.drumbeat.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Backups from the command line: {@code backup <file>}, {@code verify <file>} and {@code restore <file> [--replace]}, of the
 * store that {@code MONGODB_URI} names, else of the embedded one at {@code STORE_HOST} and {@code STORE_PORT}. It must be
 * running. Exits with 0, or with 1 and one line that says why.
 */
public final class StoreTool {

    private static final String USAGE = "Use: backup <file> | verify <file> | restore <file> [--replace]";
    private static final String WAIT = "serverSelectionTimeoutMS=5000";

    private StoreTool() {}

    public static void main(String[] arguments) {
        StoreServer.logQuietly();
        try {
            System.out.println(run(List.of(arguments), System.getenv(), Clock.systemUTC()));
        } catch (ArchiveException | StoreStartException | MongoException | IOException e) {
            System.err.println("Store tool: " + e.getMessage());
            System.exit(1);
        }
    }

    static String run(List<String> arguments, Map<String, String> environment, Clock clock) throws IOException {
        if (arguments.size() < 2 || arguments.size() > 3) {
            throw new ArchiveException(USAGE);
        }
        Path file = Path.of(arguments.get(1));
        List<String> options = arguments.subList(2, arguments.size());
        return switch (arguments.getFirst() + String.join(" ", options)) {
            case "verify" -> "Backup " + file + " is whole: " + Archive.verify(file) + " documents";
            case "backup" ->
                connected(environment, backup -> backup.take(file, clock)) + " documents backed up in " + file;
            case "restore" -> restored(environment, file, Backup.Existing.KEEP);
            case "restore--replace" -> restored(environment, file, Backup.Existing.REPLACE);
            default -> throw new ArchiveException(USAGE);
        };
    }

    private static String restored(Map<String, String> environment, Path file, Backup.Existing existing)
            throws IOException {
        return connected(environment, backup -> backup.restore(file, existing)) + " documents restored from " + file;
    }

    private interface Work {
        long with(Backup backup) throws IOException;
    }

    private static long connected(Map<String, String> environment, Work work) throws IOException {
        try (MongoClient client = MongoClients.create(uri(environment))) {
            return work.with(new Backup(client));
        }
    }

    private static String uri(Map<String, String> environment) {
        String given = environment.getOrDefault("MONGODB_URI", "");
        if (!given.isBlank()) {
            return given;
        }
        StoreConfig config = StoreConfig.from(environment);
        return "mongodb://" + config.listenOn().getAddress().getHostAddress() + ":"
                + config.listenOn().getPort() + "/?retryWrites=false&" + WAIT;
    }
}
